// The roots that a word may come from, so that "batalin", "pembatalan" and "membatalkan" meet at "batal".
// No dictionary is needed: two words belong together if they may come from the same root.

/** @typedef {{ affix: string, letter: string }} Cut  what a word loses at one end, and the letter that comes back */

/**
 * @param {Record<string, string>} affixes  by the letter that comes back
 * @returns {Cut[]}
 */
function cuts(affixes) {
  return Object.entries(affixes).flatMap(([letter, list]) => list.split(" ").map((affix) => ({ affix, letter })));
}

// What stands before a root, by the letter that it has swallowed: menolak = me(n) + tolak.
// Some are everyday speech: nolak, ngabarin.
const PREFIXES = cuts({
  "": "memper meng mem men me peng pem pen per pe ber be ter di ke se nge ng",
  k: "meng peng ng",
  p: "mem pem m",
  s: "meny peny ny",
  t: "men pen n",
});
const PARTICLES = cuts({ "": "nya lah kah pun ku mu" });
const SUFFIXES = cuts({ "": "kan an in i" });

// What stands after an English root, by the letter that it has replaced: apologies = apolog + y.
const ENDINGS = cuts({
  "": "es s ing ed er ly ation al n ness ment",
  e: "ing ed",
  y: "ies ied ise ize ising izing",
});

/**
 * @param {string} word
 * @param {Cut} cut
 */
function withoutStart(word, { affix, letter }) {
  return word.startsWith(affix) ? letter + word.slice(affix.length) : "";
}

/**
 * @param {string} word
 * @param {Cut} cut
 */
function withoutEnd(word, { affix, letter }) {
  return word.endsWith(affix) ? word.slice(0, -affix.length) + letter : "";
}

/**
 * `words` and what is left of them after each of `list`, as long as a root can be.
 * @param {string[]} words
 * @param {Cut[]} list
 * @param {(word: string, cut: Cut) => string} remove
 * @param {number} shortest
 */
function cut(words, list, remove, shortest) {
  const left = words.flatMap((word) => list.map((one) => remove(word, one)));
  return [...words, ...left].filter((word) => word.length >= shortest);
}

/** @param {string} word */
function indonesian(word) {
  const ends = cut(cut([word], PARTICLES, withoutEnd, 4), SUFFIXES, withoutEnd, 4);
  return cut(cut(ends, PREFIXES, withoutStart, 4), PREFIXES, withoutStart, 4); // dipertimbangkan has two
}

/** @param {string} word */
function english(word) {
  const ends = cut(cut([word], ENDINGS, withoutEnd, 3), ENDINGS, withoutEnd, 3);
  return ends.flatMap((end) => (/([^aeiou])\1$/.test(end) ? [end, end.slice(0, -1)] : [end])); // cancell-ing
}

/**
 * Every root that `word`, in small letters, may come from in `language`; the word itself is one.
 * @param {string} word
 * @param {string} language
 */
export function roots(word, language) {
  return new Set([word, ...(language === "id" ? indonesian(word) : english(word))]);
}
