// Writes every message of the page with the reader's data and choices, in the wording that fits the time left.

import "./choice.js"; // first, for what is chosen is read from the page
import { advice, doubt, outsideWorkingHours, stage } from "./clock.js";
import { chosen, compose } from "./compose.js";
import { clause, judge } from "./judge.js";
import { all, given, one } from "./page.js";
import { follow } from "./reader.js";
import { prepare } from "./send.js";
import { sampled, values } from "./values.js";

/**
 * @import { Stage } from "./clock.js"
 * @import { Choice, Part, Values } from "./compose.js"
 * @import { Table } from "./judge.js"
 * @import { Data } from "./reader.js"
 * @import { Filling, Known } from "./values.js"
 * @typedef {Choice & { own: boolean }} Chosen
 */

const MINUTE = 60_000;
/** @type {{ known: Known }} */
const { known: shared } = await import(new URL("known.js", import.meta.url).href); // written by the build
/** @type {Filling} */
const filling = { ...shared, ...JSON.parse(one(document, "#filling").textContent) };
const missed = document.querySelector('article.message[data-outcome="missed"]') !== null;
/** @type {Promise<Table | null> | undefined} */
let rules;
/** @type {Data} */
let reader = {};

/**
 * A text that is spoken only when it changes.
 * @param {HTMLElement} element
 * @param {string} text
 */
function say(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/**
 * Say in the page what the clock means now.
 * @param {Date} now
 */
function tell(now) {
  /** @type {HTMLElement | null} */
  const note = document.querySelector(".slots-note");
  const wrong = doubt(filling, reader, now);
  if (note) say(note, wrong ? given(note, wrong) : "");
  const box = one(document, ".now");
  const at = advice(filling, reader, now);
  const text = at && filling.clock[at]; // not every page has something to say at every stage
  for (const example of all(document, ".hint, .sent-example")) example.hidden = at !== null;
  box.hidden = !text || (missed && at === "past");
  if (!text || box.hidden) return;
  box.dataset.stage = at;
  say(one(box, ".now-stage"), text);
  one(box, ".now-missed").hidden = at !== "past" || !filling.clock.good;
  const early = at === "early" || at === "good";
  one(box, ".now-hours").hidden = !early || !outsideWorkingHours(filling, reader, now);
}

/**
 * What is chosen in the group `name`, if the page has one.
 * @param {string} name
 */
function picked(name) {
  const field = document.querySelector(`input[name="${name}"]:checked, select[data-choice="${name}"]`);
  return field instanceof HTMLInputElement || field instanceof HTMLSelectElement ? field.value : undefined;
}

/**
 * @param {Date} now
 * @returns {Chosen}
 */
function choose(now) {
  const { first, sent } = filling;
  const at = stage(filling, reader, now);
  const left = at === "early" || at === "good" ? "ample" : at ?? "";
  const reason = picked("reason") ?? "1";
  return {
    own: reason === "own",
    reason: reason === "own" ? 0 : Number(reason) - 1,
    tone: picked("tone") ?? first.tone,
    step: picked("step") ?? first.step,
    left: Object.hasOwn(sent, left) ? left : first.left,
  };
}

/**
 * What is known of each blank, and what stands there as long as it is not.
 * @param {HTMLElement} article
 * @param {Chosen} choice
 * @param {Date} now
 */
function words(article, choice, now) {
  const { channel = "", language = "", register = "" } = article.dataset;
  const reasons = filling.contracted.includes(channel) ? filling.said : filling.reasons;
  const listed = reasons[choice.reason][language];
  const reason = choice.own ? clause(reader[`reason_${language}`]) : listed;
  return {
    known: {
      ...values(filling, reader, language, register, now),
      ...chosen(filling, language, choice.step, reason),
    },
    invented: {
      ...sampled(filling, language, register, choice.left),
      ...chosen(filling, language, choice.step, listed),
    },
  };
}

/**
 * @param {string} tag
 * @param {Record<string, string>} data
 * @param {(Node | string)[]} content
 */
function element(tag, data, content) {
  const made = document.createElement(tag);
  Object.assign(made.dataset, data);
  made.append(...content);
  return made;
}

/**
 * @param {Part} part
 * @param {Values} known
 */
function drawn({ part, tips, segments }, known) {
  const content = segments.map(({ text, blank }) => {
    if (!blank) return text;
    const span = element("span", { blank }, [text]);
    if (known[blank]) span.className = "filled";
    return span;
  });
  return element("span", { part, tips: tips.join(" ") }, content);
}

/**
 * Put `nodes` into `box`, unless they stand there already: what is selected stays selected.
 * @param {HTMLElement} box
 * @param {(Node | string)[]} nodes
 */
function put(box, nodes) {
  const fresh = /** @type {HTMLElement} */ (box.cloneNode(false));
  fresh.append(...nodes);
  fresh.normalize();
  if (!fresh.isEqualNode(box)) box.replaceChildren(...fresh.childNodes);
}

/**
 * Write a message anew; what is still invented is returned in words.
 * @param {HTMLElement} article
 * @param {Chosen} choice
 * @param {Date} now
 */
function write(article, choice, now) {
  const { channel = "", language = "" } = article.dataset;
  const { known, invented } = words(article, choice, now);
  const told = Object.fromEntries(Object.entries(known).filter(([, text]) => text));
  const { subject, paragraphs } = compose(filling, channel, language, choice, { ...invented, ...told });
  const nodes = paragraphs.flatMap((parts, number) => [
    number ? "\n\n" : "",
    ...parts.flatMap((part, place) => [place ? " " : "", drawn(part, told)]),
  ]);
  put(one(article, ".message-body"), nodes.filter(Boolean));
  if (subject) put(one(article, ".message-subject"), [drawn(subject, told)]);
  const blanks = [...all(article, "[data-blank]:not(.filled)")].map((blank) => filling.blanks[given(blank, "blank")]);
  return [...new Set(blanks)];
}

/**
 * Fill the blanks of a reply.
 * @param {HTMLElement} reply
 * @param {Chosen} choice
 * @param {Date} now
 */
function fill(reply, choice, now) {
  const { known } = words(reply, choice, now);
  for (const blank of all(reply, "[data-blank]")) {
    const text = known[given(blank, "blank")];
    blank.dataset.sample ??= blank.textContent;
    blank.textContent = text ?? blank.dataset.sample;
    blank.classList.toggle("filled", Boolean(text));
  }
}

/**
 * Show the fields for a reason of one's own, and say what tip 5 thinks of it.
 * @param {Chosen} choice
 */
async function judged({ own }) {
  /** @type {HTMLElement | null} */
  const box = document.querySelector(".own-reason");
  if (!box) return;
  box.hidden = !own;
  if (!own) return;
  const table = await (rules ??= published(given(box, "table")));
  const { lang } = document.documentElement;
  const outcome = given(one(document, "article.message"), "outcome");
  for (const note of all(box, ".reason-note")) {
    const language = given(note, "language");
    const reason = clause(reader[`reason_${language}`]);
    const wrong = table && reason ? judge(table, reason, language, outcome) : undefined;
    const told = wrong && wrong !== "because" ? `${wrong.problem[lang]} ${wrong.cure[lang]}` : "";
    say(note, wrong === "because" ? given(box, "because") : told);
  }
}

/**
 * The published rules of the tips, which only a reason of one's own needs; without them it is not judged.
 * @param {string} address
 * @returns {Promise<Table | null>}
 */
async function published(address) {
  try {
    return await (await fetch(address)).json();
  } catch {
    return null;
  }
}

function update() {
  const now = new Date();
  const choice = choose(now);
  tell(now);
  judged(choice);
  for (const reply of all(document, "article.reply")) fill(reply, choice, now);
  for (const article of all(document, "article.message")) {
    const missing = write(article, choice, now);
    const box = one(article, ".missing");
    box.hidden = !missing.length || !Object.keys(reader).length;
    one(box, "span").textContent = missing.join(", ");
    prepare(article);
  }
}

for (const controls of all(document, ".wording")) controls.hidden = false;
follow((data) => {
  reader = data;
  update();
});
document.addEventListener("change", update);
document.addEventListener("visibilitychange", update);
setInterval(update, MINUTE);
