// What tip 5 says of a reason that the reader writes. Pure; the words to look for are those of the published rules.

/**
 * @import { Localized } from "./values.js"
 * @typedef {{ id: string, check: string, pattern: Localized | null, outcomes: string[], problem: Localized, cure: Localized }} Rule
 * @typedef {{ limits: { reason_words: number }, patterns: { because: Localized }, rules: Rule[] }} Table  data/tips.json
 */

// What single words can break; how long a reason is, and how many there are, the first rule of the tip says.
const OF_WORDS = ["absent", "other_company"];

/**
 * A clause as it is put into a message.
 * @param {string | undefined} written
 */
export function clause(written) {
  return written?.trim().replace(/[.!?…,;:\s]+$/, "") || undefined;
}

/**
 * What is wrong with `reason`: the rule that it breaks, or "because" if it begins with that word.
 * @param {Table} table
 * @param {string} reason
 * @param {string} language
 * @param {string} outcome
 * @returns {Rule | "because" | undefined}
 */
export function judge({ limits, patterns, rules }, reason, language, outcome) {
  const begins = new RegExp(patterns.because[language], "i").exec(reason);
  if (begins?.index === 0) return "because";
  const ofTip = rules.filter(({ id }) => id.startsWith("5."));
  const count = reason.match(/\S*?[\p{L}\p{N}]\S*/gu)?.length ?? 0;
  if (count > limits.reason_words || /[.!?]\s/.test(reason)) {
    return ofTip.find(({ check }) => check === "reason_length");
  }
  return ofTip.find(({ check, pattern, outcomes }) =>
    OF_WORDS.includes(check) && pattern && (!outcomes.length || outcomes.includes(outcome)) &&
    new RegExp(pattern[language], check === "absent" ? "i" : "").test(reason)
  );
}
