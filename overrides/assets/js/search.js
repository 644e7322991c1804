// Answers the theme's search dialog in place of the theme's own worker, so that "batalin" finds "membatalkan".
// The numbers of the messages and the shape of the answer are the theme's.

/**
 * @import { Entry, Found } from "./rank.js"
 * @typedef {{ location: string, title: string, text: string, score: number, terms: {} }} Item  title and text are HTML
 */

const READY = 1;
const QUERY = 2;
const RESULT = 3;
const MOST = 10;
const SNIPPET = 110;

const prepared = import("./rank.js");
const words = fetch(new URL("../../search/words.json", self.location.href)).then((answer) => answer.json());
/** @type {(query: string) => Item[][]} */
let answer;

/**
 * The theme writes what it is told into the page as markup.
 * @param {string} text
 */
function escape(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

/** @param {string} text */
function shorten(text) {
  return text.length > SNIPPET ? `${text.slice(0, text.lastIndexOf(" ", SNIPPET))} …` : text;
}

/** @param {Entry[]} docs */
async function setUp(docs) {
  const { prepare, rank } = await prepared;
  const { language, ignored, same, kinds } = await words;
  const index = prepare(docs, language);
  const known = { ignored: new Set(ignored), same: new Map(Object.entries(same)) };

  /**
   * @param {Found} found
   * @param {number} score
   */
  const item = ({ page, section }, score) => {
    const kind = Object.keys(kinds).find((place) => page.address.startsWith(place) && page.address !== place);
    // As a tag of the index, each kind would be a landmark.
    const tag = kind ? ` <span class="md-tag">${kinds[kind]}</span>` : "";
    const text = escape(shorten(section.text));
    const title = escape(page.title) + tag;
    if (!section.anchor) return [{ location: page.address, title, text, score, terms: {} }];
    const location = `${page.address}#${section.anchor}`;
    return [
      { location: page.address, title, text: "", score, terms: {} },
      { location, title: escape(section.title), text, score, terms: {} },
    ];
  };
  answer = (query) => {
    const found = query.trim() ? rank(index, query, known).slice(0, MOST) : [];
    return found.map((result, place) => item(result, MOST - place)); // the theme opens what scores most
  };
}

self.addEventListener("message", async ({ data: { type, data } }) => {
  if (type === QUERY) {
    self.postMessage({ type: RESULT, data: { items: answer(data) } });
  } else {
    await setUp(data.docs);
    self.postMessage({ type: READY });
  }
});
