// Loads our scripts when the page has been painted, and the theme's when the reader first does something, so that the
// page waits for neither. They stand in templates, where the browser leaves them alone. What the reader does until the
// theme's script is there is told to it afterwards.

const FIRST = ["pointerdown", "keydown", "focusin", "scroll"];
const PASSIVE = { capture: true, passive: true };

const search = document.getElementById("__search");
const query = document.getElementById("search-query");
const palette = document.querySelector("[data-md-component=palette]");
/** @type {Map<Element, Event>} */
const missed = new Map();

/** @param {string} id of a template, whose scripts are brought to life; the first of them comes back */
function bring(id) {
  const template = document.getElementById(id);
  if (!(template instanceof HTMLTemplateElement)) return null;
  const scripts = document.importNode(template.content, true);
  const first = scripts.querySelector("script");
  document.body.append(scripts);
  return first;
}

/** @param {Event} [event] */
function begin(event) {
  for (const type of FIRST) removeEventListener(type, begin, PASSIVE);
  if (event instanceof KeyboardEvent && event.target instanceof Element) missed.set(event.target, event);
  bring("theme")?.addEventListener("load", tell);
}

function tell() {
  removeEventListener("change", notice);
  document.dispatchEvent(new Event("DOMContentLoaded")); // the theme waits for it, even when it has been
  for (const [target, event] of missed) {
    // A key counts only if nothing has taken it: the reader may have gone elsewhere by it.
    if (event instanceof KeyboardEvent && document.activeElement === target) {
      target.dispatchEvent(new KeyboardEvent(event.type, event));
    } else if (event.type === "change") target.dispatchEvent(new Event("change", event));
  }
}

/** @param {Event} event */
function notice({ target, type }) {
  if (target === search && target instanceof HTMLInputElement && target.checked) query?.focus();
  else if (target instanceof Element && palette?.contains(target)) {
    missed.set(target, new Event(type, { bubbles: true }));
  }
}

/** Show the button of the palette that the theme would show. */
function reveal() {
  const choices = [...(palette?.querySelectorAll("input") ?? [])];
  const fits = choices.findIndex((input) => matchMedia(input.dataset.mdColorMedia ?? "").matches);
  // @ts-ignore - the theme's own script in the head of the page
  const stored = __md_get("__palette")?.index ?? fits;
  const shown = choices[Math.max(0, Math.min(stored, choices.length - 1))];
  shown?.nextElementSibling?.removeAttribute("hidden");
}

/**
 * The theme opens the search at single letters, which speech input types by mistake and nobody can switch off
 * (WCAG 2.1.4); no such key reaches it.
 * @param {KeyboardEvent} event
 */
function hush(event) {
  const typing = event.target instanceof Element && event.target.matches("input, textarea, select, [contenteditable]");
  if (event.key?.length === 1 && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) event.stopPropagation();
}

addEventListener("keydown", hush, { capture: true });
addEventListener("change", notice);
for (const type of FIRST) addEventListener(type, begin, PASSIVE);
if (new URLSearchParams(location.search).has("q")) begin();
requestAnimationFrame(() => setTimeout(() => bring("ours")));
reveal();
