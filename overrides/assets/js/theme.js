// Light, dark or as the device says; loaded before the page is drawn so that nothing flashes.
(() => {
  const key = "pamit.theme";
  const media = { auto: "(prefers-color-scheme: dark)", light: "not all", dark: "all" };
  let theme = "auto";
  try {
    theme = localStorage.getItem(key) ?? theme;
  } catch {
    // Storage is refused: the choice holds for this page.
  }
  const show = () => {
    document.getElementById("dark").media = media[theme] ?? media.auto;
  };
  show();
  document.addEventListener("DOMContentLoaded", () => {
    const choice = document.querySelector(".theme");
    for (const input of choice.querySelectorAll("input")) input.checked = input.value === theme;
    choice.hidden = false;
    choice.addEventListener("change", (event) => {
      theme = event.target.value;
      show();
      try {
        localStorage.setItem(key, theme);
      } catch {
        // As above.
      }
    });
  });
})();
