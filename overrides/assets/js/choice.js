// Remembers the channel and the language of the last message, so that the next page opens on the same tab.

for (const group of document.querySelectorAll("fieldset[data-choice]")) {
  const key = `pamit.${group.dataset.choice}`;
  try {
    const input = group.querySelector(`input[value="${CSS.escape(localStorage.getItem(key) ?? "")}"]`);
    if (input) input.checked = true;
  } catch {
    // Storage is refused: the tabs work without memory.
  }
  group.addEventListener("change", (event) => {
    try {
      localStorage.setItem(key, event.target.value);
    } catch {
      // As above.
    }
  });
}
