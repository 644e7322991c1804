// The clock of tip 2: how long until the reader's interview, and what that means now. Pure: data in, times out.
// A time on a wall is a Date that is read with the getUTC… methods.

/**
 * @import { Data } from "./reader.js"
 * @import { Filling } from "./values.js"
 * @typedef {"early" | "good" | "short" | "urgent" | "past"} Stage
 * @typedef {Stage | "now"} Advice  "now" where working hours come too late to wait for them
 */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/**
 * The zone that was chosen, else the first.
 * @param {Filling} filling
 * @param {Data} data
 */
export function zoneOf({ zones }, { zone = "" }) {
  return Object.hasOwn(zones, zone) ? zone : Object.keys(zones)[0];
}

/**
 * The time on the wall that a field `2027-04-08T10:00` says; null if it says no date and time.
 * @param {string | undefined} value
 */
export function written(value) {
  const at = new Date(`${value}Z`);
  // Date alone would guess at a date in any text, and take 31 February for 3 March.
  return value && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(value) ? at : null;
}

/**
 * The other times that are offered, in order.
 * @param {Data} data
 */
export function slots(data) {
  const offered = [data.slot1, data.slot2, data.slot3].map(written).filter((slot) => slot !== null);
  return offered.sort((a, b) => a.getTime() - b.getTime());
}

/**
 * The time on the wall where the interview is.
 * @param {Filling} filling
 * @param {Data} data
 * @param {Date} now
 */
export function wall(filling, data, now) {
  return new Date(now.getTime() + filling.zones[zoneOf(filling, data)] * MINUTE);
}

/**
 * The stage of tip 2, or null while the interview's time is unknown.
 * @param {Filling} filling
 * @param {Data} data
 * @param {Date} now
 * @returns {Stage | null}
 */
export function stage(filling, data, now) {
  const interview = written(data.interview);
  if (!interview) return null;
  const hours = (interview.getTime() - wall(filling, data, now).getTime()) / HOUR;
  const { early, good, short, urgent } = filling.stages;
  if (hours >= early) return "early";
  if (hours >= good) return "good";
  if (hours >= short) return "short";
  return hours >= urgent ? "urgent" : "past";
}

/**
 * Whether people are at work at that time on the wall.
 * @param {Filling} filling
 * @param {Date} local
 */
function working({ polite_hours: [first, last], holidays }, local) {
  const weekend = local.getUTCDay() === 0 || local.getUTCDay() === 6;
  const free = weekend || holidays.includes(local.toISOString().slice(0, 10));
  return !free && local.getUTCHours() >= first && local.getUTCHours() < last;
}

/**
 * Whether nobody is at work now where the interview is.
 * @param {Filling} filling
 * @param {Data} data
 * @param {Date} now
 */
export function outsideWorkingHours(filling, data, now) {
  return !working(filling, wall(filling, data, now));
}

/**
 * When people are at work next where the interview is, as a time on the wall.
 * @param {Filling} filling
 * @param {Date} local
 */
function nextWorking(filling, local) {
  const [first] = filling.polite_hours;
  const next = new Date(local);
  while (!working(filling, next)) {
    if (next.getUTCHours() >= first) next.setUTCDate(next.getUTCDate() + 1);
    next.setUTCHours(first, 0, 0, 0);
  }
  return next;
}

/**
 * What tip 2 advises: the stage, or to send it now where the next working hours leave too little time.
 * @param {Filling} filling
 * @param {Data} data
 * @param {Date} now
 * @returns {Advice | null}
 */
export function advice(filling, data, now) {
  const at = stage(filling, data, now);
  const interview = written(data.interview);
  const local = wall(filling, data, now);
  if (!interview || (at !== "early" && at !== "good") || working(filling, local)) return at;
  const left = interview.getTime() - nextWorking(filling, local).getTime();
  return left < filling.stages.good * HOUR ? "now" : at;
}

/**
 * What is wrong with the times offered: one is no later than the interview or than now, or there are too few.
 * @param {Filling} filling
 * @param {Data} data
 * @param {Date} now
 * @returns {"past" | "few" | null}
 */
export function doubt(filling, data, now) {
  const offered = slots(data);
  const replaced = Math.max(wall(filling, data, now).getTime(), written(data.interview)?.getTime() ?? 0);
  if (offered.some((slot) => slot.getTime() <= replaced)) return "past";
  return offered.length === 1 ? "few" : null;
}
