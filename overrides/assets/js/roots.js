// The roots that a word may come from, so that "batalin", "pembatalan" and "membatalkan" meet at "batal".
// No dictionary is needed: two words belong together if they may come from the same root.

// What stands before a root, and the letter that it has swallowed: menolak = me(n) + tolak.
const PREFIXES = [
  ["memper", ""], ["meng", ""], ["meng", "k"], ["meny", "s"], ["mem", ""], ["mem", "p"], ["men", ""], ["men", "t"], ["me", ""],
  ["peng", ""], ["peng", "k"], ["peny", "s"], ["pem", ""], ["pem", "p"], ["pen", ""], ["pen", "t"], ["per", ""], ["pe", ""],
  ["ber", ""], ["be", ""], ["ter", ""], ["di", ""], ["ke", ""], ["se", ""],
  ["nge", ""], ["ng", ""], ["ng", "k"], ["ny", "s"], ["n", "t"], ["m", "p"], // everyday speech: nolak, ngabarin
];
const PARTICLES = ["nya", "lah", "kah", "pun", "ku", "mu"];
const SUFFIXES = ["kan", "an", "in", "i"];

// What stands after an English root, and what it has replaced: apologies = apolog + y.
const ENDINGS = [
  ["ies", "y"], ["ied", "y"], ["es", ""], ["s", ""], ["ing", ""], ["ing", "e"], ["ed", ""], ["ed", "e"], ["er", ""], ["ly", ""],
  ["ation", ""], ["al", ""], ["n", ""], ["ness", ""], ["ment", ""], ["ise", "y"], ["ize", "y"], ["ising", "y"], ["izing", "y"],
];

const withoutStart = (word, [prefix, letter]) => (word.startsWith(prefix) ? letter + word.slice(prefix.length) : "");
const withoutEnd = (word, [suffix, letter]) => (word.endsWith(suffix) ? word.slice(0, -suffix.length) + letter : "");

/** `words` and what is left of them after each of `cuts`, as long as a root can be. */
function cut(words, cuts, remove, shortest) {
  return [...words, ...words.flatMap((word) => cuts.map((one) => remove(word, one)))].filter((word) => word.length >= shortest);
}

function indonesian(word) {
  const plain = (ending) => [ending, ""];
  const ends = cut(cut([word], PARTICLES.map(plain), withoutEnd, 4), SUFFIXES.map(plain), withoutEnd, 4);
  return cut(cut(ends, PREFIXES, withoutStart, 4), PREFIXES, withoutStart, 4); // dipertimbangkan has two
}

function english(word) {
  const ends = cut(cut([word], ENDINGS, withoutEnd, 3), ENDINGS, withoutEnd, 3);
  return ends.flatMap((end) => (/([^aeiou])\1$/.test(end) ? [end, end.slice(0, -1)] : [end])); // cancell-ing
}

/** Every root that `word`, in small letters, may come from in `language`; the word itself is one. */
export function roots(word, language) {
  return new Set([word, ...(language === "id" ? indonesian(word) : english(word))]);
}
