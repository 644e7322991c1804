// Which channel and language are shown: from the page's address, else as chosen last. A link carries the choice.

for (const group of document.querySelectorAll("fieldset[data-choice]")) {
  const name = group.dataset.choice;
  // Each edition begins with messages in its own language, so each remembers that choice for itself.
  const key = name === "language" ? `pamit.language.${document.documentElement.lang}` : `pamit.${name}`;
  let wanted = new URL(location.href).searchParams.get(name);
  try {
    wanted ??= localStorage.getItem(key);
  } catch {
    // Storage is refused: the tabs work without memory.
  }
  const input = wanted && group.querySelector(`input[value="${CSS.escape(wanted)}"]`);
  if (input) input.checked = true;
  group.addEventListener("change", (event) => {
    const address = new URL(location.href);
    address.searchParams.set(name, event.target.value);
    history.replaceState(null, "", address);
    try {
      localStorage.setItem(key, event.target.value);
    } catch {
      // As above.
    }
  });
}
