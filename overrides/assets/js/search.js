// Answers the theme's search dialog in place of the theme's own worker, so that "batalin" finds "membatalkan".
// The numbers of the messages and the shape of the answer are the theme's.

const READY = 1;
const QUERY = 2;
const RESULT = 3;
const MOST = 10;
const SNIPPET = 110;

const prepared = import("./rank.js");
const words = fetch(new URL("../../search/words.json", self.location)).then((answer) => answer.json());
let answer;

/** The theme writes what it is told into the page as markup. */
function escape(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

function shorten(text) {
  return text.length > SNIPPET ? `${text.slice(0, text.lastIndexOf(" ", SNIPPET))} …` : text;
}

async function setUp(docs) {
  const { prepare, rank } = await prepared;
  const { language, ignored, same, kinds } = await words;
  const index = prepare(docs, language);
  const known = { ignored: new Set(ignored), same: new Map(Object.entries(same)) };

  const item = ({ page, section }, score) => {
    const kind = Object.keys(kinds).find((place) => page.address.startsWith(place) && page.address !== place);
    const entry = (location, title, text) => ({ location, title: escape(title), text: escape(shorten(text)), score, terms: {} });
    const whole = entry(page.address, page.title, section.anchor ? "" : section.text);
    if (kind) whole.title += ` <span class="md-tag">${kinds[kind]}</span>`; // as a tag, each would be a landmark
    return section.anchor ? [whole, entry(`${page.address}#${section.anchor}`, section.title, section.text)] : [whole];
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
