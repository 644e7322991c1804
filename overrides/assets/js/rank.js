// Ranks the pages of the search index for what the reader typed. Pure: text in, pages out.

import { roots } from "./roots.js";

// How much a word counts by where it stands, and by how it was met.
const TITLE = 6;
const TAG = 5;
const HEADING = 3;
const TEXT = 1;
const SAME_ROOT = 0.8;
const BEGINNING = 0.6;
const SHORTEST_BEGINNING = 3;

/** The words of `text` in small letters; a word with hyphens counts whole and in pieces. */
export function words(text) {
  const found = text.toLowerCase().match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu) ?? [];
  return found.flatMap((word) => (word.includes("-") ? [word.replaceAll("-", ""), ...word.split("-")] : [word]));
}

const textOf = (html) => new DOMParser().parseFromString(html, "text/html").body.textContent.replace(/\s+/g, " ").trim();

/** The entries of the built index, one page after another, as a map from word to where it stands. */
export function prepare(entries, language) {
  const pages = new Map();
  const places = new Map();
  for (const entry of entries) {
    const [address, anchor] = entry.location.split("#");
    if (!pages.has(address)) pages.set(address, { address, title: textOf(entry.title), sections: [] });
    const page = pages.get(address);
    const section = { page, anchor, title: textOf(entry.title), text: textOf(entry.text) };
    page.sections.push(section);
    const note = (text, weight) => {
      for (const word of words(text)) {
        if (!places.has(word)) places.set(word, new Map());
        const weights = places.get(word);
        weights.set(section, Math.max(weights.get(section) ?? 0, weight));
      }
    };
    // A word says more of a short title than of a long one.
    note(section.title, (anchor ? HEADING : TITLE) * (1 + 1 / words(section.title).length));
    note((entry.tags ?? []).join(" "), TAG);
    note(section.text, TEXT);
  }
  const vocabulary = [...places.keys()].map((word) => ({ word, roots: roots(word, language), places: places.get(word) }));
  return { vocabulary, language, size: pages.size };
}

function likeness(term, termRoots, entry) {
  if (entry.word === term) return 1;
  for (const root of termRoots) if (entry.roots.has(root)) return SAME_ROOT;
  return term.length >= SHORTEST_BEGINNING && entry.word.startsWith(term) ? BEGINNING : 0;
}

/** Where one term, or a word that means the same, stands: a map from section to weight. */
function find(index, term, same) {
  const termRoots = new Set([term, ...(same[term] ?? [])].flatMap((word) => [...roots(word, index.language)]));
  const found = new Map();
  for (const entry of index.vocabulary) {
    const like = likeness(term, termRoots, entry);
    if (!like) continue;
    for (const [section, weight] of entry.places) found.set(section, Math.max(found.get(section) ?? 0, like * weight));
  }
  return found;
}

/**
 * The pages that hold the terms of `query`, best first: `{page, section}`, the section that says most of it.
 * `ignored` is a set of words that say nothing, `same` a map from a word to others that mean the same.
 */
export function rank(index, query, { ignored, same }) {
  const all = words(query);
  const telling = all.filter((word) => !ignored.has(word));
  const pages = new Map();
  for (const term of new Set(telling.length ? telling : all)) {
    const found = find(index, term, same);
    if (!found.size) continue;
    const frequency = new Set([...found.keys()].map((section) => section.page)).size;
    const rarity = Math.log(1 + index.size / frequency);
    const best = new Map();
    for (const [section, weight] of found) {
      const result = pages.get(section.page) ?? { page: section.page, score: 0, terms: new Set(), sections: new Map() };
      pages.set(section.page, result);
      result.terms.add(term);
      result.sections.set(section, (result.sections.get(section) ?? 0) + rarity * weight);
      best.set(section.page, Math.max(best.get(section.page) ?? 0, weight));
    }
    for (const [page, weight] of best) pages.get(page).score += rarity * weight;
  }
  const score = (result) => result.score * result.terms.size;
  return [...pages.values()]
    .sort((a, b) => score(b) - score(a))
    .map(({ page, sections }) => ({ page, section: [...sections].sort((a, b) => b[1] - a[1])[0][0] }));
}
