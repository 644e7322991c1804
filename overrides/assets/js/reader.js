// The reader's own data: typed once, kept in this browser only, the same on every page.

import { keep, one, recall } from "./page.js";

/**
 * What the reader has said, by the name of the form's field: candidate, phone, position, company, recruiter, address,
 * interview, zone, slot1 to slot3, reason_id and reason_en. What is not known is not there.
 * @typedef {Record<string, string | undefined>} Data
 */

const KEY = "pamit.reader";

/**
 * The data that `stored` holds: none if this site did not write it.
 * @param {string | null} stored
 * @returns {Data}
 */
export function understand(stored) {
  try {
    const kept = JSON.parse(stored ?? "null");
    if (kept?.constructor !== Object) return {};
    return Object.fromEntries(Object.entries(kept).filter(([, value]) => typeof value === "string"));
  } catch {
    return {};
  }
}

/**
 * `data` with what the fields of a form say now. A field that this page does not show keeps what another page's said.
 * @param {Data} data
 * @param {Iterable<[string, FormDataEntryValue]>} fields
 * @returns {Data}
 */
export function read(data, fields) {
  const said = { ...data };
  for (const [name, value] of fields) {
    const text = String(value).trim();
    if (text) said[name] = text;
    else delete said[name];
  }
  // What is always chosen is no data.
  return Object.keys(said).every((name) => name === "zone" || name === "address") ? {} : said;
}

/**
 * @param {HTMLFormElement} form
 * @param {Data} data
 */
function show(form, data) {
  for (const [name, value] of Object.entries(data)) {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) field.value = value ?? "";
  }
}

/**
 * Show the page's form, and call `listener` with the data now and whenever they change.
 * @param {(data: Data) => void} listener
 */
export function follow(listener) {
  const box = one(document, ".reader");
  const form = /** @type {HTMLFormElement} */ (one(box, "form"));
  let data = understand(recall(KEY));

  /** @param {Data} changed */
  const change = (changed) => {
    data = changed;
    const kept = keep(KEY, Object.keys(data).length ? JSON.stringify(data) : null);
    one(form, ".reader-unkept").hidden = kept;
    listener(data);
  };

  show(form, data);
  box.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  // Some of its fields stand beside it.
  document.addEventListener("input", ({ target }) => {
    if ((target instanceof HTMLInputElement || target instanceof HTMLSelectElement) && target.form === form) {
      change(read(data, new FormData(form)));
    }
  });
  one(form, ".erase").addEventListener("click", () => {
    form.reset();
    change({});
    const status = one(form, ".erase-status");
    status.textContent = status.dataset.erased ?? "";
  });
  listener(data);
}
