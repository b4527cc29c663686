/**
 * The frame: light or dark, and shutting the drawer. Without this script the scheme stays as it was chosen or as the
 * system has it, and the drawer opens and shuts by its button.
 */

const body = document.body;
const scheme = document.querySelector(".ms-scheme");
const menu = document.querySelector(".ms-menu");

const isDark = () => body.dataset.mdColorScheme === "slate";

function show(name) {
  body.dataset.mdColorScheme = name;
  scheme.setAttribute("aria-pressed", String(isDark()));
}

scheme.hidden = false;
show(body.dataset.mdColorScheme);
scheme.addEventListener("click", () => {
  show(isDark() ? "default" : "slate");
  try {
    localStorage.setItem("scheme", body.dataset.mdColorScheme);
  } catch {
    // Storage is barred: the choice lasts as long as the page.
  }
});

menu.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && menu.open) {
    menu.open = false;
    menu.firstElementChild.focus();
  }
});
menu.addEventListener("focusout", ({ relatedTarget }) => {
  if (relatedTarget && !menu.contains(relatedTarget)) {
    menu.open = false;
  }
});
