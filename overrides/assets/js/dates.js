// Dates and times as they are written in a message, exactly as `macros/messages/dates.py` writes them. Pure.
// A time on a wall is a Date that is read with the getUTC… methods.

/**
 * The words of a language; `near` holds what a day is called by its distance from the day of sending.
 * @typedef {object} Names
 * @property {string[]} weekdays  from Monday
 * @property {string[]} months
 * @property {string} at
 * @property {string} clock  between hour and minute
 * @property {string} or
 * @property {string} on
 * @property {string} comma  between weekday and date where commas part the rest already
 * @property {Record<string, string>} near
 */

const DAY = 86_400_000;

/** @param {number} number */
const two = (number) => String(number).padStart(2, "0");

/**
 * How many days lie between the dates of two times.
 * @param {Date} at
 * @param {Date} sent
 */
export function days(at, sent) {
  return Math.floor(at.getTime() / DAY) - Math.floor(sent.getTime() / DAY);
}

/**
 * `besok`, if `at` is the day after that of `sent`; nothing for a day that has no such name.
 * @param {Names} names
 * @param {Date} at
 * @param {Date} sent
 * @returns {string | undefined}
 */
export function near(names, at, sent) {
  return names.near[days(at, sent)];
}

/**
 * @param {Names} names
 * @param {Date} at
 */
export function weekday(names, at) {
  return names.weekdays[(at.getUTCDay() + 6) % 7]; // the list begins on Monday
}

/**
 * `8 April`, with the year where it could be mistaken.
 * @param {Names} names
 * @param {Date} at
 * @param {boolean} year
 */
export function day(names, at, year) {
  return `${at.getUTCDate()} ${names.months[at.getUTCMonth()]}${year ? ` ${at.getUTCFullYear()}` : ""}`;
}

/**
 * @param {Names} names
 * @param {Date} at
 */
function clock(names, at) {
  return `${names.at} ${two(at.getUTCHours())}${names.clock}${two(at.getUTCMinutes())}`;
}

/**
 * The date; its year only if it is another than when sent.
 * @param {Names} names
 * @param {Date} at
 * @param {Date} sent
 */
function date(names, at, sent) {
  return day(names, at, at.getUTCFullYear() !== sent.getUTCFullYear());
}

/**
 * `Kamis, 8 April, pukul 10.00`.
 * @param {Names} names
 * @param {Date} at
 * @param {Date} sent
 */
function written(names, at, sent) {
  return `${weekday(names, at)}, ${date(names, at, sent)}, ${clock(names, at)}`;
}

/**
 * `Kamis, 8 April, pukul 10.00 WIB`.
 * @param {Names} names
 * @param {Date} at
 * @param {Date} sent
 * @param {string} zone
 */
export function moment(names, at, sent, zone) {
  return `${written(names, at, sent)} ${zone}`;
}

/**
 * The same with its preposition, or with the day's nearness.
 * @param {Names} names
 * @param {Date} at
 * @param {Date} sent
 * @param {string} zone
 */
export function when(names, at, sent, zone) {
  const named = near(names, at, sent);
  if (!named) return `${names.on} ${moment(names, at, sent, zone)}`;
  const dated = `${weekday(names, at)}${names.comma} ${date(names, at, sent)}`;
  const hour = `${clock(names, at)} ${zone}`;
  return `${named}, ${dated}, ${hour}`;
}

/**
 * The moments to choose from; the zone stands once.
 * @param {Names} names
 * @param {Date[]} offered
 * @param {Date} sent
 * @param {string} zone
 */
export function choice(names, offered, sent, zone) {
  const texts = offered.map((at) => written(names, at, sent));
  const last = `${texts.pop()} ${zone}`;
  return texts.length ? `${texts.join("; ")} ${names.or} ${last}` : last;
}

/**
 * The same moments, each on a line of its own and with its zone, as a mail lists them.
 * @param {Names} names
 * @param {Date[]} offered
 * @param {Date} sent
 * @param {string} zone
 */
export function list(names, offered, sent, zone) {
  return offered.map((at) => `- ${written(names, at, sent)} ${zone}`).join("\n");
}
