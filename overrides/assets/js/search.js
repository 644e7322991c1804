// The search box: loads the index when it is first needed, and shows the best pages while the reader types.
// Without this script the box is hidden and the lists below it lead everywhere.

import { prepare, rank } from "./rank.js";

const ROOT = new URL("../../", import.meta.url); // of this edition
const MOST = 8;
const SNIPPET = 110;

const box = document.querySelector(".find");
const { ignored, same, kinds, words } = JSON.parse(document.getElementById("searching").textContent);
const known = { ignored: new Set(ignored), same: new Map(Object.entries(same)) };
let loading;

function load() {
  loading ??= fetch(new URL("search/search_index.json", ROOT))
    .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(answer.statusText))))
    .then((built) => prepare(built.docs, document.documentElement.lang))
    .catch((error) => {
      loading = undefined; // the next letter tries again
      throw error;
    });
  return loading;
}

function element(name, className, text) {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
}

function shorten(text) {
  return text.length > SNIPPET ? `${text.slice(0, text.lastIndexOf(" ", SNIPPET))} …` : text;
}

function item({ page, section }) {
  const link = document.createElement("a");
  link.href = new URL(page.address + (section.anchor ? `#${section.anchor}` : ""), ROOT);
  const kind = Object.keys(kinds).find((place) => page.address.startsWith(place) && page.address !== place);
  if (kind) link.append(element("span", "found-kind", kinds[kind]), " ");
  link.append(element("span", "found-title", page.title), " ");
  const heading = section.anchor ? `${section.title}: ` : "";
  link.append(element("span", "found-text", shorten(heading + section.text)));
  const made = document.createElement("li");
  made.append(link);
  return made;
}

async function search(input, list, status) {
  const query = input.value.trim();
  let found = [];
  let said = "";
  if (query) {
    try {
      const index = await load();
      found = rank(index, query, known).slice(0, MOST);
      said = found.length ? `${found.length} ${found.length === 1 ? words.one : words.many}` : words.none;
    } catch {
      said = words.failed;
    }
  }
  if (query !== input.value.trim()) return; // the reader has typed on meanwhile
  list.replaceChildren(...found.map(item));
  list.hidden = !found.length;
  document.querySelector(".needs").hidden = found.length > 0;
  status.textContent = said;
}

const input = box.querySelector("input");
const list = box.querySelector(".found");
const show = () => search(input, list, box.querySelector(".find-status"));
const focus = () => location.hash === "#find" && input.focus();
box.hidden = false;
input.addEventListener("input", show);
box.querySelector("form").addEventListener("submit", async (event) => {
  event.preventDefault();
  await show();
  list.querySelector("a")?.focus();
});
addEventListener("hashchange", focus);
focus();
if (input.value) show(); // the browser went back
