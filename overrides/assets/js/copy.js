// "Salin pesan": copies exactly the visible text of one message, or of its subject and body together, and says so, to eyes and to screen readers.

const SHOWN_FOR = 4000; // milliseconds

async function copy(button) {
  const texts = button.dataset.copy.split(" ").map((id) => document.getElementById(id));
  const status = button.closest("article").querySelector(".copy-status");
  try {
    await navigator.clipboard.writeText(texts.map((text) => text.textContent).join("\n\n"));
  } catch {
    // The browser refuses: leave the text selected, so that its own menu can copy it.
    getSelection().selectAllChildren(texts.at(-1));
    status.textContent = button.dataset.failed;
    return;
  }
  const label = button.querySelector(".copy-label");
  const worded = label.textContent;
  if (!("copied" in button.dataset)) {
    button.dataset.copied = "";
    label.textContent = button.dataset.done;
    setTimeout(() => {
      delete button.dataset.copied;
      label.textContent = worded;
    }, SHOWN_FOR);
  }
  const invented = texts.some((text) => text.querySelector("[data-blank]:not(.filled)"));
  status.textContent = invented ? button.dataset.status : button.dataset.filled;
}

for (const button of document.querySelectorAll("button[data-copy]")) {
  button.hidden = false;
  button.addEventListener("click", () => copy(button));
}
