// "Salin pesan": copies exactly the visible text of one message and says so, to eyes and to screen readers.

const SHOWN_FOR = 4000; // milliseconds

async function copy(button) {
  const text = document.getElementById(button.dataset.copy);
  const status = button.parentElement.querySelector(".copy-status");
  try {
    await navigator.clipboard.writeText(text.textContent);
  } catch {
    // The browser refuses: leave the text selected, so that its own menu can copy it.
    getSelection().selectAllChildren(text);
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
  const invented = text.querySelector("[data-blank]:not(.filled)");
  status.textContent = invented ? button.dataset.status : button.dataset.filled;
}

for (const button of document.querySelectorAll("button[data-copy]")) {
  button.hidden = false;
  button.addEventListener("click", () => copy(button));
}
