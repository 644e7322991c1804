// Ranks the pages of the search index for what the reader typed. Pure: text in, pages out.

import { roots } from "./roots.js";

// How much a word counts by where it stands, and by how it was met.
const TITLE = 6;
const TAG = 5;
const HEADING = 3;
const TEXT = 1;
const SAME_ROOT = 0.8;
const BEGINNING = 0.6;
const MISTYPED = 0.4;
const SHORTEST_BEGINNING = 3;
const SHORTEST_MISTYPED = 5;

/** The words of `text` in small letters; a word with hyphens counts whole and in pieces. */
export function words(text) {
  const found = text.toLowerCase().replace(/['’]/g, "").match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu) ?? [];
  return found.flatMap((word) => (word.includes("-") ? [word.replaceAll("-", ""), ...word.split("-")] : [word]));
}

const CHARACTERS = { amp: "&", lt: "<", gt: ">", quot: '"', "#x27": "'", "#39": "'" };

/** The text of the index's own few elements; a worker has no parser. */
function textOf(html) {
  const text = html.replace(/<\/?(?:code|sub|sup)\b[^>]*>/g, "").replace(/<[^>]*>/g, " ").replace(/\s+/g, " ").trim();
  return text.replace(/&([a-z]+|#\w+);/g, (whole, name) => CHARACTERS[name] ?? whole);
}

function raise(weights, key, weight) {
  weights.set(key, Math.max(weights.get(key) ?? 0, weight));
}

/** The entries of the built index, one page after another, as the words of all pages and where each stands. */
export function prepare(entries, language) {
  const pages = new Map();
  const vocabulary = new Map();
  const note = (text, place, key, weight) => {
    for (const word of words(text)) {
      if (!vocabulary.has(word)) vocabulary.set(word, { roots: roots(word, language), pages: new Map(), sections: new Map() });
      raise(vocabulary.get(word)[place], key, weight);
    }
  };
  for (const entry of entries) {
    const [address, anchor] = entry.location.split("#");
    const title = textOf(entry.title);
    if (!pages.has(address)) pages.set(address, { address, title });
    const page = pages.get(address);
    const section = { page, anchor, title, text: textOf(entry.text) };
    // A word says more of a short title than of a long one.
    if (anchor) note(title, "sections", section, HEADING * (1 + 1 / words(title).length));
    else note(title, "pages", page, TITLE * (1 + 1 / words(title).length));
    note((entry.tags ?? []).join(" "), "pages", page, TAG);
    note(section.text, "sections", section, TEXT);
    pages.get(address).first ??= section;
  }
  return { vocabulary, language, size: pages.size };
}

/** Whether one letter too many, too few, wrong or swapped with the next makes `b` of `a`. */
function mistyped(a, b) {
  if (a.length < SHORTEST_MISTYPED || Math.abs(a.length - b.length) > 1) return false;
  let at = 0;
  while (a[at] === b[at]) at += 1;
  const ends = [[1, 1], [1, 0], [0, 1]].map(([i, j]) => [a.slice(at + i), b.slice(at + j)]);
  const swapped = a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
  return swapped || ends.some(([left, right]) => left === right);
}

/** Where the words stand that `like` gives a weight: in which pages as such, and in which sections. */
function gather(index, like) {
  const found = { pages: new Map(), sections: new Map() };
  for (const [word, entry] of index.vocabulary) {
    const weight = like(word, entry);
    if (!weight) continue;
    for (const place of ["pages", "sections"]) {
      for (const [key, standing] of entry[place]) raise(found[place], key, weight * standing);
    }
  }
  for (const [section, weight] of found.sections) raise(found.pages, section.page, weight);
  return found;
}

/** Where one term stands, or a word that means the same; if it stands nowhere, what it may be mistyped for. */
function find(index, term, same) {
  const wanted = new Set([term, ...(same.get(term) ?? [])].flatMap((word) => [...roots(word, index.language)]));
  const found = gather(index, (word, entry) => {
    if (word === term) return 1;
    if ([...wanted].some((root) => entry.roots.has(root))) return SAME_ROOT;
    return term.length >= SHORTEST_BEGINNING && word.startsWith(term) ? BEGINNING : 0;
  });
  return found.pages.size ? found : gather(index, (word) => (mistyped(term, word) ? MISTYPED : 0));
}

/**
 * The pages that hold the terms of `query`, best first: `{page, section}`, the section that says most of it.
 * `ignored` is a set of words that say nothing, `same` a map from a word to others that mean the same.
 */
export function rank(index, query, { ignored, same }) {
  const all = words(query);
  const telling = all.filter((word) => !ignored.has(word));
  const results = new Map();
  for (const term of new Set(telling.length ? telling : all)) {
    const found = find(index, term, same);
    const rarity = Math.log(1 + index.size / found.pages.size);
    for (const [page, weight] of found.pages) {
      if (!results.has(page)) results.set(page, { page, score: 0, terms: 0, sections: new Map() });
      const result = results.get(page);
      result.score += rarity * weight;
      result.terms += 1;
    }
    for (const [section, weight] of found.sections) {
      const { sections } = results.get(section.page);
      sections.set(section, (sections.get(section) ?? 0) + rarity * weight);
    }
  }
  const best = ({ page, sections }) => [...sections].sort((a, b) => b[1] - a[1])[0]?.[0] ?? page.first;
  return [...results.values()]
    .sort((a, b) => b.score * b.terms - a.score * a.terms)
    .map((result) => ({ page: result.page, section: best(result) }));
}
