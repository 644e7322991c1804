// The clock of tip 2: how long until the reader's interview, and what that means now. Pure: data in, times out.
// A time on a wall is a Date that is read with the getUTC… methods.

/**
 * @import { Data } from "./reader.js"
 * @import { Filling } from "./values.js"
 * @typedef {"early" | "good" | "short" | "urgent" | "past"} Stage
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
 * Whether nobody is at work now where the interview is.
 * @param {Filling} filling
 * @param {Data} data
 * @param {Date} now
 */
export function outsideWorkingHours(filling, data, now) {
  const local = wall(filling, data, now);
  const [first, last] = filling.polite_hours;
  const weekend = local.getUTCDay() === 0 || local.getUTCDay() === 6;
  return weekend || local.getUTCHours() < first || local.getUTCHours() >= last;
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
