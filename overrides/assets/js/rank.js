// Ranks the pages of the search index for what the reader typed. Pure: text in, pages out.

import { roots } from "./roots.js";

/**
 * @typedef {{ location: string, title: string, text: string, tags?: string[] }} Entry  of the built index: a page's
 *   beginning, or what stands below one of its headings; the title and the text are HTML
 * @typedef {{ address: string, title: string, sections: Section[] }} Page
 * @typedef {{ page: Page, anchor: string | undefined, title: string, text: string }} Section  in plain text
 * @typedef {{ pages: Map<Page, number>, sections: Map<Section, number> }} Places  where a word stands, and how much it
 *   counts there
 * @typedef {{ page: Page, section: Section }} Found  a page, and its section that says most
 * @typedef {{ vocabulary: Map<string, Places & { roots: Set<string> }>, language: string, size: number }} Index
 */

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

/**
 * The words of `text` in small letters; a word with hyphens counts whole and in pieces.
 * @param {string} text
 */
export function words(text) {
  const found = text.toLowerCase().replace(/['’]/g, "").match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu) ?? [];
  return found.flatMap((word) => (word.includes("-") ? [word.replaceAll("-", ""), ...word.split("-")] : [word]));
}

/** @type {Record<string, string>} */
const ENTITIES = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'", "&#x27;": "'" };

/**
 * The plain text of a piece of the index, which holds a few tags and no other entities; a worker has no parser.
 * @param {string} html
 */
function textOf(html) {
  const text = html.replace(/<\/?(?:code|sub|sup)\b[^>]*>/g, "").replace(/<[^>]*>/g, " ").replace(/\s+/g, " ").trim();
  return text.replace(/&(?:amp|lt|gt|quot|#39|#x27);/g, (entity) => ENTITIES[entity]);
}

/**
 * @template Key
 * @param {Map<Key, number>} weights
 * @param {Key} key
 * @param {number} weight
 */
function raise(weights, key, weight) {
  weights.set(key, Math.max(weights.get(key) ?? 0, weight));
}

/**
 * The entries of the built index, one page after another, as the words of all pages and where each stands.
 * @param {Entry[]} entries
 * @param {string} language
 * @returns {Index}
 */
export function prepare(entries, language) {
  /** @type {Map<string, Page>} */
  const pages = new Map();
  /** @type {Index["vocabulary"]} */
  const vocabulary = new Map();

  /** @param {string} word */
  const places = (word) => {
    const known = vocabulary.get(word) ?? { roots: roots(word, language), pages: new Map(), sections: new Map() };
    vocabulary.set(word, known);
    return known;
  };

  for (const entry of entries) {
    const [address, anchor] = entry.location.split("#");
    const title = textOf(entry.title);
    const page = pages.get(address) ?? { address, title, sections: [] };
    const section = { page, anchor, title, text: textOf(entry.text) };
    pages.set(address, page);
    page.sections.push(section);
    const heading = words(title);
    // A word says more of a short title than of a long one.
    const weight = (anchor ? HEADING : TITLE) * (1 + 1 / heading.length);
    for (const word of heading) {
      if (anchor) raise(places(word).sections, section, weight);
      else raise(places(word).pages, page, weight);
    }
    for (const word of words((entry.tags ?? []).join(" "))) raise(places(word).pages, page, TAG);
    for (const word of words(section.text)) raise(places(word).sections, section, TEXT);
  }
  return { vocabulary, language, size: pages.size };
}

/**
 * Whether one letter too many, too few, wrong or swapped with the next makes `b` of `a`.
 * @param {string} a
 * @param {string} b
 */
function mistyped(a, b) {
  if (a.length < SHORTEST_MISTYPED) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  const left = a.slice(at + 1);
  const right = b.slice(at + 1);
  const swapped = a[at] === b[at + 1] && a[at + 1] === b[at] && left.slice(1) === right.slice(1);
  return swapped || left === right || left === b.slice(at) || a.slice(at) === right;
}

/**
 * Where the words stand that `like` gives a weight: in which pages as such, and in which sections.
 * @param {Index} index
 * @param {(word: string, roots: Set<string>) => number} like
 * @returns {Places}
 */
function gather(index, like) {
  /** @type {Places} */
  const found = { pages: new Map(), sections: new Map() };
  for (const [word, places] of index.vocabulary) {
    const weight = like(word, places.roots);
    if (!weight) continue;
    for (const [page, standing] of places.pages) raise(found.pages, page, weight * standing);
    for (const [section, standing] of places.sections) raise(found.sections, section, weight * standing);
  }
  for (const [section, weight] of found.sections) raise(found.pages, section.page, weight);
  return found;
}

/**
 * Where one term stands, or a word that means the same; if it stands nowhere, what it may be mistyped for.
 * @param {Index} index
 * @param {string} term
 * @param {Map<string, string[]>} same
 */
function find(index, term, same) {
  const wanted = new Set([term, ...(same.get(term) ?? [])].flatMap((word) => [...roots(word, index.language)]));
  const found = gather(index, (word, known) => {
    if (word === term) return 1;
    if ([...wanted].some((root) => known.has(root))) return SAME_ROOT;
    return term.length >= SHORTEST_BEGINNING && word.startsWith(term) ? BEGINNING : 0;
  });
  return found.pages.size ? found : gather(index, (word) => (mistyped(term, word) ? MISTYPED : 0));
}

/**
 * In how many sections something is told: of two pages that are worth the same, the one that is about it comes first.
 * @param {Map<Section, number>} sections
 */
function spread(sections) {
  return [...sections.values()].filter(Boolean).length;
}

/**
 * The pages that hold the terms of `query`, best first, each with the section that says most of it.
 * @param {Index} index
 * @param {string} query
 * @param {{ ignored: Set<string>, same: Map<string, string[]> }} known  words that say nothing; words that mean the same
 * @returns {Found[]}
 */
export function rank(index, query, { ignored, same }) {
  const all = words(query);
  const telling = all.filter((word) => !ignored.has(word));
  /** @type {Map<Page, { score: number, terms: number, sections: Map<Section, number> }>} */
  const results = new Map();
  for (const term of new Set(telling.length ? telling : all)) {
    const found = find(index, term, same);
    const rarity = Math.log(1 + index.size / found.pages.size);
    for (const [page, weight] of found.pages) {
      const result = results.get(page) ?? { score: 0, terms: 0, sections: new Map() };
      results.set(page, result);
      result.score += rarity * weight;
      result.terms += 1;
      for (const section of page.sections) {
        const told = found.sections.get(section) ?? 0;
        result.sections.set(section, (result.sections.get(section) ?? 0) + rarity * told);
      }
    }
  }
  return [...results]
    .sort(([, a], [, b]) => b.score * b.terms - a.score * a.terms || spread(b.sections) - spread(a.sections))
    .map(([page, { sections }]) => ({ page, section: [...sections].sort(([, a], [, b]) => b - a)[0][0] }));
}
