// The reader's own data: typed once, kept in this browser only, the same on every page.

const KEY = "pamit.reader";
const form = document.querySelector(".reader form");
const listeners = [];
let data = {};
let kept = true;

try {
  const stored = Object.entries(JSON.parse(localStorage.getItem(KEY)) ?? {});
  data = Object.fromEntries(stored.filter(([, value]) => typeof value === "string"));
} catch {
  // Storage is refused, or holds what this page did not write: start empty.
}

export function reader() {
  return data;
}

/** Call `listener` now and whenever the data change. */
export function follow(listener) {
  listeners.push(listener);
  listener();
}

function changed() {
  for (const listener of listeners) listener();
}

function keep() {
  try {
    if (Object.keys(data).length) localStorage.setItem(KEY, JSON.stringify(data));
    else localStorage.removeItem(KEY);
    kept = true;
  } catch {
    kept = false;
  }
  form.querySelector(".reader-unkept").hidden = kept;
}

function read() {
  // A field that this page does not show keeps what another page's form said.
  for (const field of form.elements) {
    if (!field.name) continue;
    const value = field.value.trim();
    if (value) data[field.name] = value;
    else delete data[field.name];
  }
  // What is always chosen is no data.
  if (Object.keys(data).every((name) => name === "zone" || name === "address")) data = {};
}

function show() {
  for (const field of form.elements) {
    if (field.name && typeof data[field.name] === "string") field.value = data[field.name];
  }
}

if (form) {
  show();
  form.parentElement.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", () => {
    read();
    keep();
    changed();
  });
  form.querySelector(".erase").addEventListener("click", () => {
    data = {};
    form.reset();
    keep();
    changed();
    const status = form.querySelector(".erase-status");
    status.textContent = status.dataset.erased;
  });
}
