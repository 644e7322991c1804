// Narrows the list of situations while the reader types. Without this script the whole list is there.

const box = document.querySelector(".find");

function words(text, ignored) {
  const all = text.toLowerCase().match(/[\p{L}\p{N}-]+/gu) ?? [];
  const telling = all.filter((word) => !ignored.has(word));
  return telling.length ? telling : all;
}

/** The items that hold all the words; if there are none, those that hold the most of them. */
function matching(items, wanted) {
  const counts = items.map((item) => wanted.filter((word) => item.dataset.search.includes(word)).length);
  const best = Math.max(...counts);
  return best ? items.filter((_, index) => counts[index] === best) : [];
}

function narrow(input, items, status) {
  const wanted = words(input.value, new Set(input.dataset.ignore.split(" ")));
  const found = wanted.length ? matching(items, wanted) : items;
  const shown = new Set(found.length ? found : items);
  for (const item of items) item.hidden = !shown.has(item);
  for (const group of document.querySelectorAll(".situation-group")) {
    group.hidden = !group.querySelector("li:not([hidden])");
  }
  document.querySelector(".needs").hidden = wanted.length > 0;
  status.textContent = !wanted.length ? "" : found.length ? `${found.length} ${input.dataset.found}` : input.dataset.near;
}

if (box) {
  const input = box.querySelector("input");
  const items = [...document.querySelectorAll("[data-search]")];
  box.hidden = false;
  input.addEventListener("input", () => narrow(input, items, box.querySelector(".find-status")));
  if (input.value) narrow(input, items, box.querySelector(".find-status")); // the browser went back
}
