// Which channel and language are shown: from the page's address, else as chosen last. A link carries the choice.

import { all, given, keep, recall } from "./page.js";

for (const group of all(document, "fieldset[data-choice]")) {
  const name = given(group, "choice");
  // Each edition begins with messages in its own language, so each remembers that choice for itself.
  const key = name === "language" ? `pamit.language.${document.documentElement.lang}` : `pamit.${name}`;
  const wanted = new URL(location.href).searchParams.get(name) ?? recall(key);
  for (const input of group.querySelectorAll("input")) {
    if (input.value === wanted) input.checked = true;
    input.addEventListener("change", () => {
      const address = new URL(location.href);
      address.searchParams.set(name, input.value);
      history.replaceState(null, "", address);
      keep(key, input.value);
    });
  }
}
