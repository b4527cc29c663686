/**
 * Tells a reader who is about to open a site that is not the government's. Without this script the mark behind such a
 * link tells it.
 */

const dialog = document.querySelector(".ms-leaving");
const trusted = dialog.dataset.trusted.split(" ").filter(Boolean);

const isTrusted = (host) => trusted.some((name) => host === name || host.endsWith(`.${name}`));

/** Whether the link opens beside the page, which stays, or is saved. */
const isAside = ({ button, ctrlKey, metaKey, shiftKey, altKey }) => button || ctrlKey || metaKey || shiftKey || altKey;

document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a[rel~=external]");
  if (!link || event.defaultPrevented || isAside(event) || isTrusted(link.hostname)) {
    return;
  }
  event.preventDefault();
  dialog.querySelector(".ms-leaving__host").textContent = link.hostname;
  dialog.returnValue = "";
  dialog.addEventListener(
    "close",
    () => dialog.returnValue === "go" && window.location.assign(link.href),
    { once: true },
  );
  dialog.showModal();
});
