// Puts the reader's data into every message of the page, in the wording that fits the time left.

import { stage, tell } from "./clock.js";
import { follow, reader } from "./reader.js";
import { prepare } from "./send.js";
import { filling, values } from "./values.js";

const MINUTE = 60_000;
const written = new Map(); // the messages as they came, for when the data are erased

function reword(article, now) {
  const at = now === "early" ? "good" : now;
  const body = article.querySelector(".message-body");
  const template = document.querySelector(`template[data-for="${article.id}"][data-stage="${at}"]`);
  const wanted = template ? at : "";
  if ((article.dataset.wording ?? "") === wanted) return;
  article.dataset.wording = wanted;
  body.replaceChildren(template ? template.content.cloneNode(true) : written.get(body).cloneNode(true));
}

function fill(article, now) {
  const known = values(reader(), article.dataset.language, article.dataset.register, now);
  for (const blank of article.querySelectorAll("[data-blank]")) {
    blank.dataset.sample ??= blank.textContent;
    const value = known[blank.dataset.blank];
    blank.textContent = value ?? blank.dataset.sample;
    blank.classList.toggle("filled", Boolean(value));
  }
}

function tellMissing(article) {
  const box = article.querySelector(".missing");
  const blanks = [...article.querySelectorAll("[data-blank]:not(.filled)")];
  const words = new Set(blanks.map((blank) => filling.blanks[blank.dataset.blank]));
  box.hidden = !words.size || !Object.keys(reader()).length;
  box.querySelector("span").textContent = [...words].join(", ");
}

function update() {
  const now = new Date();
  tell(reader(), now);
  const at = stage(reader(), now);
  for (const article of document.querySelectorAll("article.message, article.reply")) {
    if (article.matches(".message")) reword(article, at);
    fill(article, now);
    if (article.matches(".message")) {
      tellMissing(article);
      prepare(article);
    }
  }
}

if (filling) {
  for (const body of document.querySelectorAll("article.message .message-body")) {
    const content = document.createDocumentFragment();
    content.append(...body.cloneNode(true).childNodes);
    written.set(body, content);
  }
  follow(update);
  setInterval(update, MINUTE);
  document.addEventListener("visibilitychange", update);
}
