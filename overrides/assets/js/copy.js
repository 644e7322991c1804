// "Salin pesan": copies exactly the visible text of one message, or of its subject and body together, and says so,
// to eyes and to screen readers.

import { all, given, one } from "./page.js";

const SHOWN_FOR = 4000; // milliseconds

/** @param {HTMLElement} button */
async function copy(button) {
  const texts = given(button, "copy").split(" ").map((id) => one(document, `[id="${id}"]`));
  const status = one(button.closest("article") ?? document, ".copy-status");
  try {
    await navigator.clipboard.writeText(texts.map((text) => text.textContent).join("\n\n"));
  } catch {
    // The browser refuses: leave the text selected, so that its own menu can copy it.
    getSelection()?.selectAllChildren(texts[texts.length - 1]);
    status.textContent = given(button, "failed");
    return;
  }
  const label = one(button, ".copy-label");
  const worded = label.textContent;
  if (!("copied" in button.dataset)) {
    button.dataset.copied = "";
    label.textContent = given(button, "done");
    setTimeout(() => {
      delete button.dataset.copied;
      label.textContent = worded;
    }, SHOWN_FOR);
  }
  const invented = texts.some((text) => text.querySelector("[data-blank]:not(.filled)"));
  status.textContent = given(button, invented ? "status" : "filled");
}

for (const button of all(document, "button[data-copy]")) {
  button.hidden = false;
  button.addEventListener("click", () => copy(button));
}
