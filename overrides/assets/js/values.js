// From the reader's data to the text of each blank. Pure; names, greetings and forms come from the page's own data.

import { slots, wall, written, zoneOf } from "./clock.js";
import { choice, day, list, moment, when } from "./dates.js";
import { choice as saidChoice, moment as said } from "./spoken.js";

/**
 * @import { Advice } from "./clock.js"
 * @import { Composing, Values } from "./compose.js"
 * @import { Names } from "./dates.js"
 * @import { Data } from "./reader.js"
 * @import { Words } from "./spoken.js"
 * @typedef {Record<string, string>} Localized  by language
 * @typedef {Record<string, Record<string, string>>} Registers  by language and register
 */

/**
 * What the build tells all pages so that they can write their messages; `macros/site/browser.py` writes it.
 * @typedef {object} Known
 * @property {Record<string, { name: Registers, you: Registers }>} addresses  the first is right for anybody
 * @property {{ from_hour: number, greeting: Localized }[]} dayparts
 * @property {Record<string, Names>} dates  by language
 * @property {Record<string, Words>} spoken  by language
 * @property {string[]} contracted  the channels where English is
 * @property {Record<string, number>} zones  minutes ahead of UTC
 * @property {Record<"early" | "good" | "short" | "urgent", number>} stages  from how many hours before the interview
 * @property {[first: number, end: number]} polite_hours
 * @property {string[]} holidays  from Monday to Friday, like 2027-03-08
 * @property {Record<string, string>} blanks  what each blank is called
 * @typedef {Known & Composing & { clock: Partial<Record<Advice, string>> }} Filling  `clock`: what the page says when
 */

// The form of address says it already.
const TITLE = /^(?:ibu|bu|bapak|pak|bapak\/ibu|ms|mrs|mr|kak)\.?\s+/i;

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
 * @param {Values} known
 */
function named(template, known) {
  let complete = true;
  const text = template.replace(/\[([a-z_]+)\]/g, (_, name) => {
    complete &&= Boolean(known[name]);
    return known[name] ?? "";
  });
  return complete ? text : undefined;
}

/**
 * The text of every blank that the data suffice for, in a message that is sent at `now`.
 * @param {Filling} filling
 * @param {Data} data
 * @param {string} language
 * @param {string} register
 * @param {Date} now
 * @returns {Values}
 */
export function values(filling, data, language, register, now) {
  if (!Object.keys(data).length) return {};
  const { candidate, phone, position, company } = data;
  const names = filling.dates[language];
  const words = filling.spoken[language];
  const zone = zoneOf(filling, data);
  const sent = wall(filling, data, now);
  const forms = filling.addresses;
  const address = forms[Object.hasOwn(forms, data.address ?? "") ? data.address ?? "" : Object.keys(forms)[0]];
  const interview = written(data.interview);
  const offered = slots(data);
  const recruiter = data.recruiter?.replace(TITLE, "");
  const people = { recruiter_name: recruiter, recruiter_call: data.call ?? recruiter, company };
  return {
    ...people,
    candidate,
    given: candidate?.split(/\s+/)[0],
    phone,
    position,
    address: address.you[language][register],
    recruiter: named(address.name[language][register], people),
    daypart: greeting(filling, sent)[language],
    ...interview && {
      interview: moment(names, interview, sent, zone),
      interview_date: day(names, interview, true),
      when: when(names, interview, sent, zone),
      spoken: said(words, names, interview, sent),
    },
    ...offered.length && {
      slots: choice(names, offered, sent, zone),
      slots_list: list(names, offered, sent, zone),
      slots_spoken: saidChoice(words, names, offered, sent),
      slot: moment(names, offered[0], sent, zone),
    },
  };
}

/**
 * The text of every blank in the example, which is sent when so much time is `left`.
 * @param {Filling} filling
 * @param {string} language
 * @param {string} register
 * @param {string} left
 */
export function sampled(filling, language, register, left) {
  return values(filling, filling.sample[language], language, register, new Date(filling.sent[left]));
}
