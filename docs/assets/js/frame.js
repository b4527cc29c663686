/**
 * The frame: 长辈版, light or dark, and shutting the menu. The first script of the page has applied what was chosen
 * before; without scripts there are no switches, and the menu opens and shuts by its button.
 */

const chosen = document.documentElement.dataset;
const elders = document.querySelectorAll(".ms-elder");
const schemes = document.querySelectorAll(".ms-scheme");
const menu = document.querySelector(".ms-menu");

const isElder = () => "elder" in chosen;
const isDark = () => chosen.scheme === "dark";

function show() {
  elders.forEach((button) => button.setAttribute("aria-pressed", String(isElder())));
  schemes.forEach((button) => button.setAttribute("aria-pressed", String(isDark())));
}

function remember(key, value) {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Storage is barred: the choice lasts as long as the page.
  }
}

function switchElder() {
  if (isElder()) {
    delete chosen.elder;
  } else {
    chosen.elder = "";
  }
  remember("elder", isElder() ? "1" : "");
  show();
}

function switchScheme() {
  chosen.scheme = isDark() ? "light" : "dark";
  remember("scheme", chosen.scheme);
  show();
}

elders.forEach((button) => button.addEventListener("click", switchElder));
schemes.forEach((button) => button.addEventListener("click", switchScheme));
show();

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
