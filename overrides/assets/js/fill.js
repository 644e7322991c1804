// Puts the reader's data into every message of the page, in the wording that fits the time left.

import { doubt, outsideWorkingHours, stage } from "./clock.js";
import { all, given, one } from "./page.js";
import { follow } from "./reader.js";
import { prepare } from "./send.js";
import { values } from "./values.js";

/**
 * @import { Data } from "./reader.js"
 * @import { Filling } from "./values.js"
 */

const MINUTE = 60_000;
/** @type {Filling} */
const filling = JSON.parse(one(document, "#filling").textContent);
const missed = document.querySelector('article.message[data-outcome="missed"]') !== null;
// As they came, for when the data are erased.
const messages = [...all(document, "article.message")].map((article) => ({
  article,
  written: one(article, ".message-body").cloneNode(true),
}));
/** @type {Data} */
let reader = {};

/**
 * A text that is spoken only when it changes.
 * @param {HTMLElement} element
 * @param {string} text
 */
function say(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/**
 * Say in the page what the clock means now.
 * @param {Date} now
 */
function tell(now) {
  /** @type {HTMLElement | null} */
  const note = document.querySelector(".slots-note");
  const wrong = doubt(filling, reader, now);
  if (note) say(note, wrong ? given(note, wrong) : "");
  const box = one(document, ".now");
  const at = stage(filling, reader, now);
  const text = at && filling.clock[at]; // not every page has something to say at every stage
  for (const example of all(document, ".hint, .sent-example")) example.hidden = at !== null;
  box.hidden = !text || (missed && at === "past");
  if (!text || box.hidden) return;
  box.dataset.stage = at;
  say(one(box, ".now-stage"), text);
  one(box, ".now-missed").hidden = at !== "past" || !filling.clock.good;
  const early = at === "early" || at === "good";
  one(box, ".now-hours").hidden = !early || !outsideWorkingHours(filling, reader, now);
}

/**
 * @param {HTMLElement} article
 * @param {Node} written
 * @param {Date} now
 */
function reword(article, written, now) {
  const at = stage(filling, reader, now);
  const wording = at === "early" ? "good" : at;
  /** @type {HTMLTemplateElement | null} */
  const template = document.querySelector(`template[data-for="${article.id}"][data-stage="${wording}"]`);
  const wanted = template ? given(template, "stage") : "";
  if (given(article, "wording") === wanted) return;
  article.dataset.wording = wanted;
  const source = template?.content ?? written;
  one(article, ".message-body").replaceChildren(...source.cloneNode(true).childNodes);
}

/**
 * Fill the blanks of a message or a reply; what is still invented is returned in words.
 * @param {HTMLElement} article
 * @param {Date} now
 */
function fill(article, now) {
  const known = values(filling, reader, given(article, "language"), given(article, "register"), now);
  const missing = new Set();
  for (const blank of all(article, "[data-blank]")) {
    const name = given(blank, "blank");
    blank.dataset.sample ??= blank.textContent;
    blank.textContent = known[name] ?? blank.dataset.sample;
    blank.classList.toggle("filled", Boolean(known[name]));
    if (!known[name]) missing.add(filling.blanks[name]);
  }
  return [...missing];
}

function update() {
  const now = new Date();
  tell(now);
  for (const reply of all(document, "article.reply")) fill(reply, now);
  for (const { article, written } of messages) {
    reword(article, written, now);
    const missing = fill(article, now);
    const box = one(article, ".missing");
    box.hidden = !missing.length || !Object.keys(reader).length;
    one(box, "span").textContent = missing.join(", ");
    prepare(article);
  }
}

follow((data) => {
  reader = data;
  update();
});
setInterval(update, MINUTE);
document.addEventListener("visibilitychange", update);
