// Loads the theme's own script when the reader first does something, so that nothing waits for it before. It stands in
// a <template>, where the browser leaves it alone. What the reader does until it is there is told to it afterwards.

const FIRST = ["pointerdown", "keydown", "focusin", "scroll"];
const PASSIVE = { capture: true, passive: true };

const search = document.getElementById("__search");
const query = document.querySelector("[data-md-component=search-query]");
const palette = document.querySelector("[data-md-component=palette]");
const missed = new Map();

function begin(event) {
  for (const type of FIRST) removeEventListener(type, begin, PASSIVE);
  if (event?.type === "keydown") missed.set(event.target, event); // a key that opens the search
  const scripts = document.importNode(document.getElementById("theme").content, true);
  scripts.querySelector("script").addEventListener("load", tell);
  document.body.append(scripts);
}

function tell() {
  removeEventListener("change", notice);
  document.dispatchEvent(new Event("DOMContentLoaded")); // the theme waits for it, even when it has been
  for (const [target, event] of missed) {
    // A key counts only if nothing has taken it: the reader may have gone elsewhere by it.
    if (event.type === "change" || document.activeElement === target) {
      target.dispatchEvent(new event.constructor(event.type, event));
    }
  }
}

function notice(event) {
  if (event.target === search && search.checked) query.focus();
  else if (palette?.contains(event.target)) missed.set(event.target, event);
}

/** Show the button of the palette that the theme would show. */
function reveal() {
  const choices = [...palette.querySelectorAll("input")];
  const fits = (input) => matchMedia(input.dataset.mdColorMedia).matches;
  const stored = __md_get("__palette")?.index ?? choices.findIndex(fits);
  choices[Math.max(0, Math.min(stored, choices.length - 1))].nextElementSibling.hidden = false;
}

if (palette) reveal();
addEventListener("change", notice);
for (const type of FIRST) addEventListener(type, begin, PASSIVE);
if (new URLSearchParams(location.search).has("q")) begin();
