// Pattern × choice × values → message, exactly as `macros/messages/compose.py` writes it. Pure.

/**
 * @import { Localized } from "./values.js"
 * @import { Data } from "./reader.js"
 * @typedef {{ text: string, blank: string | null }} Segment  `blank` names the gap that it fills
 * @typedef {{ part: string, tips: number[], segments: Segment[] }} Part
 * @typedef {{ subject: Part | null, paragraphs: Part[][] }} Message
 * @typedef {string | Record<string, string>} Words  the same in every case, or by tone or time left
 * @typedef {Record<string, Record<string, Words>[]>} Pattern  by language: paragraphs, in each the parts in order
 * @typedef {{ reason: number, tone: string, step: string, left: string }} Choice
 * @typedef {Record<string, string | undefined>} Values  by the name of the blank
 */

/**
 * What the messages of a page are composed from; `macros/site/browser.py` writes it.
 * @typedef {object} Composing
 * @property {Pattern[]} patterns
 * @property {Record<string, Record<string, number[]>>} used  which pattern, by channel, tone and reason
 * @property {Localized[]} reasons
 * @property {Localized[]} said  the same reasons where English is contracted
 * @property {Record<string, Record<string, { step: string, step_short: string }>>} steps  by language
 * @property {Record<string, number[]>} tips  that a part follows
 * @property {Record<string, number[]>} told  which tips a blank follows, in whichever part
 * @property {Record<string, Data>} sample  by language
 * @property {Record<string, string>} sent  when the sample's message is sent, by the time left
 * @property {{ tone: string, step: string, left: string }} first  what is shown before a reader has chosen
 */

const BLANK = /\[([A-Za-z][a-z_]*)\]/g;

/**
 * Put `values` into the blanks of `template`; values are text, never a template in turn.
 * @param {string} template
 * @param {Values} values
 */
export function fill(template, values) {
  /** @type {Segment[]} */
  const segments = [];
  let position = 0;
  for (const match of template.matchAll(BLANK)) {
    const [written, blank] = match;
    const text = Object.hasOwn(values, blank) ? values[blank] : undefined;
    if (text === undefined) continue;
    segments.push({ text: template.slice(position, match.index), blank: null }, { text, blank });
    position = match.index + written.length;
  }
  segments.push({ text: template.slice(position), blank: null });
  return segments.filter(({ text }) => text);
}

/**
 * The words for that case; what is urgent is at short notice as well.
 * @param {Words} words
 * @param {Choice} choice
 * @returns {string | undefined}
 */
function worded(words, { tone, left }) {
  if (typeof words === "string") return words;
  return words[tone] ?? words[left] ?? (left === "urgent" ? words.short : undefined);
}

/**
 * What the blanks say that a reader chooses rather than fills in.
 * @param {Composing} composing
 * @param {string} language
 * @param {string} step
 * @param {string | undefined} reason
 * @returns {Values}
 */
export function chosen({ steps }, language, step, reason) {
  return {
    ...steps[step][language],
    reason,
    Reason: reason && reason[0].toUpperCase() + reason.slice(1),
  };
}

/**
 * Write the message for one channel in one language, as chosen.
 * @param {Composing} composing
 * @param {string} channel
 * @param {string} language
 * @param {Choice} choice
 * @param {Values} values
 * @returns {Message}
 */
export function compose({ patterns, used, tips, told }, channel, language, choice, values) {
  const pattern = patterns[used[channel][choice.tone][choice.reason]];
  const paragraphs = pattern[language].map((paragraph) =>
    Object.entries(paragraph).flatMap(([part, words]) => {
      const template = worded(words, choice);
      if (template === undefined) return [];
      const segments = fill(template, values);
      const followed = new Set([...tips[part], ...segments.flatMap(({ blank }) => told[blank ?? ""] ?? [])]);
      return [{ part, tips: [...followed].sort(), segments }];
    })
  ).filter((parts) => parts.length);
  const first = paragraphs[0]?.[0].part === "subject" ? paragraphs.shift()?.[0] : null;
  return { subject: channel === "email" && first ? first : null, paragraphs };
}

/**
 * The words of a part as they are sent.
 * @param {Part} part
 */
export function textOf({ segments }) {
  return segments.map(({ text }) => text).join("");
}

/**
 * Exactly what is copied.
 * @param {Message} message
 */
export function bodyOf({ paragraphs }) {
  return paragraphs.map((parts) => parts.map(textOf).join(" ")).join("\n\n");
}
