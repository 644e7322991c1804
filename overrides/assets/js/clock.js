// The clock of tip 2: how long until the reader's interview, and what that means now.

import { filling, moment, slots, wall } from "./values.js";

const HOUR = 3_600_000;

/** The stage of tip 2 at `now`, or null while the interview's time is unknown. */
export function stage(data, now) {
  const at = moment(data);
  if (!at) return null;
  const hours = (at - now) / HOUR;
  const { early, good, short, urgent } = filling.stages;
  if (hours >= early) return "early";
  if (hours >= good) return "good";
  if (hours >= short) return "short";
  return hours >= urgent ? "urgent" : "past";
}

function outsideWorkingHours(data, now) {
  const local = wall(now, data);
  const [first, last] = filling.polite_hours;
  const weekend = local.getUTCDay() === 0 || local.getUTCDay() === 6;
  return weekend || local.getUTCHours() < first || local.getUTCHours() >= last;
}

function tellSlots(data, now) {
  const note = document.querySelector(".slots-note");
  if (!note) return;
  const offered = slots(data);
  const replaced = Math.max(wall(now, data), moment(data) ? wall(moment(data), data) : 0);
  const late = offered.some((slot) => slot <= replaced);
  const text = late ? note.dataset.past : offered.length === 1 ? note.dataset.few : "";
  if (note.textContent !== text) note.textContent = text;
}

/** Say in the page what the clock means now. */
export function tell(data, now) {
  tellSlots(data, now);
  const box = document.querySelector(".now");
  const at = stage(data, now);
  const text = filling.clock[at]; // not every page has something to say at every stage
  const missed = document.querySelector('article.message[data-outcome="missed"]') !== null;
  const told = Boolean(text) && !(missed && at === "past");
  box.hidden = !told;
  for (const example of document.querySelectorAll(".hint, .sent-example")) example.hidden = at !== null;
  if (!told) return;
  box.dataset.stage = at;
  const said = box.querySelector(".now-stage");
  if (said.textContent !== text) said.textContent = text; // spoken only when it changes
  box.querySelector(".now-missed").hidden = at !== "past" || !filling.clock.good;
  box.querySelector(".now-hours").hidden = !(at === "early" || at === "good") || !outsideWorkingHours(data, now);
}
