// What the reader chooses: from the page's address, else as chosen last. A link carries the choice.

import { all, given, keep, recall } from "./page.js";

for (const group of all(document, "[data-choice]")) {
  const name = given(group, "choice");
  // What is chosen for one edition, or for one situation, says nothing about another.
  const key = ["pamit", name, given(group, "of")].filter(Boolean).join(".");
  const wanted = new URL(location.href).searchParams.get(name) ?? recall(key);
  /** @type {NodeListOf<HTMLInputElement | HTMLOptionElement>} */
  const offered = group.querySelectorAll("input[type=radio], option");
  for (const one of offered) {
    if (one.value !== wanted) continue;
    if (one instanceof HTMLInputElement) one.checked = true;
    else one.selected = true;
  }
  group.addEventListener("change", ({ target }) => {
    const radio = target instanceof HTMLInputElement && target.type === "radio";
    if (!radio && !(target instanceof HTMLSelectElement)) return;
    const address = new URL(location.href);
    address.searchParams.set(name, target.value);
    history.replaceState(null, "", address);
    keep(key, target.value);
  });
}
