// From the reader's data to the text of each blank. Pure; names, greetings and forms come from the page's own data.

import { slots, wall, written, zoneOf } from "./clock.js";

/**
 * @import { Data } from "./reader.js"
 * @import { Stage } from "./clock.js"
 * @typedef {Record<string, string>} Localized  by language
 * @typedef {Record<string, Record<string, string>>} Registers  by language and register
 * @typedef {{ weekdays: string[], months: string[], at: string, clock: string, or: string }} Names  weekdays from Monday
 */

/**
 * What the build tells a page so that it can fill its messages by itself; `macros/site/browser.py` writes it.
 * @typedef {object} Filling
 * @property {Record<string, { name: Registers, you: Registers }>} addresses  the first is right for anybody
 * @property {{ from_hour: number, greeting: Localized }[]} dayparts
 * @property {Record<string, Names>} dates  by language
 * @property {Record<string, number>} zones  minutes ahead of UTC
 * @property {Record<"early" | "good" | "short" | "urgent", number>} stages  from how many hours before the interview
 * @property {[first: number, end: number]} polite_hours
 * @property {Record<string, string>} blanks  what each blank is called
 * @property {Partial<Record<Stage, string>>} clock  what the page says at a stage
 */

// The form of address says it already.
const TITLE = /^(?:ibu|bu|bapak|pak|bapak\/ibu|ms|mrs|mr|kak)\.?\s+/i;

/** @param {number} number */
const two = (number) => String(number).padStart(2, "0");

/**
 * @param {Names} names
 * @param {Date} local
 */
function day({ months }, local, year = true) {
  return `${local.getUTCDate()} ${months[local.getUTCMonth()]}${year ? ` ${local.getUTCFullYear()}` : ""}`;
}

/**
 * @param {Names} names
 * @param {Date} local
 */
function sentence(names, local, year = true) {
  const weekday = names.weekdays[(local.getUTCDay() + 6) % 7]; // the list begins on Monday
  const time = two(local.getUTCHours()) + names.clock + two(local.getUTCMinutes());
  return `${weekday}, ${day(names, local, year)}, ${names.at} ${time}`;
}

/**
 * All `offered` times in one sentence; only one in another year than the interview's says its year.
 * @param {Names} names
 * @param {Date[]} offered
 * @param {Date | null} interview
 */
function choice(names, offered, interview) {
  const year = (interview ?? offered[0]).getUTCFullYear();
  const texts = offered.map((slot) => sentence(names, slot, slot.getUTCFullYear() !== year));
  const last = texts.pop();
  return texts.length ? `${texts.join("; ")} ${names.or} ${last}` : last;
}

/**
 * The greeting of the hour; before the first of a day it is still the night's.
 * @param {Filling} filling
 * @param {Date} local
 */
function greeting({ dayparts }, local) {
  const sorted = [...dayparts].sort((a, b) => a.from_hour - b.from_hour);
  const begun = sorted.filter((part) => part.from_hour <= local.getUTCHours());
  return (begun.at(-1) ?? sorted[sorted.length - 1]).greeting;
}

/**
 * `template` with the recruiter's and the company's name in it, or undefined while one of them is unknown.
 * @param {string} template
 * @param {Data} data
 */
function named(template, data) {
  const recruiter = data.recruiter?.replace(TITLE, "");
  /** @type {Data} */
  const known = { recruiter_name: recruiter, recruiter_call: recruiter, company: data.company };
  let complete = true;
  const text = template.replace(/\[([a-z_]+)\]/g, (_, name) => {
    complete &&= Boolean(known[name]);
    return known[name] ?? "";
  });
  return complete ? text : undefined;
}

/**
 * The text of every blank that the data suffice for.
 * @param {Filling} filling
 * @param {Data} data
 * @param {string} language
 * @param {string} register
 * @param {Date} now
 * @returns {Record<string, string | undefined>}
 */
export function values(filling, data, language, register, now) {
  const { candidate, phone, position, company } = data;
  if (!Object.keys(data).length) return {};
  const names = filling.dates[language];
  const zone = zoneOf(filling, data);
  const forms = filling.addresses;
  const address = forms[Object.hasOwn(forms, data.address ?? "") ? data.address ?? "" : Object.keys(forms)[0]];
  const interview = written(data.interview);
  const offered = slots(data);
  return {
    candidate,
    phone,
    position,
    company,
    address: address.you[language][register],
    recruiter: named(address.name[language][register], data),
    interview: interview ? `${sentence(names, interview)} ${zone}` : undefined,
    interview_date: interview ? day(names, interview) : undefined,
    slots: offered.length ? `${choice(names, offered, interview)} ${zone}` : undefined,
    slot: offered.length ? `${sentence(names, offered[0])} ${zone}` : undefined,
    daypart: greeting(filling, wall(filling, data, now))[language],
  };
}
