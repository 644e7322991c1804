// Days and hours as one says them, exactly as `macros/messages/spoken.py` says them, from its own words. Pure.

import { day, days, near, weekday } from "./dates.js";

/**
 * @import { Names } from "./dates.js"
 * @typedef {object} Words
 * @property {string[]} hours  of the clock, which has twelve, from noon
 * @property {string[]} counts  of minutes, fewer than half an hour
 * @property {Record<"none" | "past" | "half" | "to", string>} clock  {this} hour or the {next} with a {count} of minutes
 * @property {[minute: number, name: string][]} parts  of the day, from which minute on
 * @property {string[]} today  the names that the same parts have today, if there are any
 * @property {Record<string, string>} named  minutes of the day that have a name
 * @property {Record<"near" | "ahead" | "later" | "past", string>} said  a {day} with its {date} and {hour}
 * @property {number} week  from how many days on the date is said
 */

const HALF = 30;

/**
 * @param {string} template
 * @param {Record<string, string>} values
 */
function format(template, values) {
  return template.replace(/\{([a-z]+)\}/g, (_, name) => values[name]);
}

/** @param {Date} at */
function minuteOf(at) {
  return at.getUTCHours() * 60 + at.getUTCMinutes();
}

/**
 * In which part of its day that is, counted from 0.
 * @param {Words} words
 * @param {Date} at
 */
function part({ parts }, at) {
  return parts.filter(([start]) => start <= minuteOf(at)).length - 1;
}

/**
 * @param {Words} words
 * @param {Date} at
 */
function clockwise({ hours, counts, clock }, at) {
  const began = at.getUTCHours();
  const minutes = at.getUTCMinutes();
  const kind = minutes === 0 ? "none" : minutes < HALF ? "past" : minutes === HALF ? "half" : "to";
  return format(clock[kind], {
    this: hours[began % 12],
    next: hours[(began + 1) % 12],
    count: counts[kind === "to" ? 60 - minutes : minutes],
  });
}

/**
 * `pukul setengah empat sore`.
 * @param {Words} words
 * @param {Date} at
 */
export function hour(words, at) {
  return words.named[minuteOf(at)] ?? `${clockwise(words, at)} ${words.parts[part(words, at)][1]}`;
}

/**
 * `hari Rabu pukul tiga sore`, `besok pukul sepuluh pagi`.
 * @param {Words} words
 * @param {Names} names
 * @param {Date} at
 * @param {Date} sent
 */
export function moment(words, names, at, sent) {
  const away = days(at, sent);
  if (away === 0 && words.today.length && !(minuteOf(at) in words.named)) {
    return format(words.said.near, { day: words.today[part(words, at)], hour: clockwise(words, at) });
  }
  const close = near(names, at, sent);
  const kind = close ? "near" : away < 0 ? "past" : away >= words.week ? "later" : "ahead";
  return format(words.said[kind], {
    day: close ?? weekday(names, at),
    date: day(names, at, false),
    hour: hour(words, at),
  });
}

/**
 * The moments to choose from, as one says them.
 * @param {Words} words
 * @param {Names} names
 * @param {Date[]} offered
 * @param {Date} sent
 */
export function choice(words, names, offered, sent) {
  const texts = offered.map((at) => moment(words, names, at, sent));
  const last = texts.pop();
  return texts.length ? `${texts.join(", ")} ${names.or} ${last}` : last;
}
