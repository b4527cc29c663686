// Reloads a page of the preview as soon as there is something else to be seen on it.

const EVERY = 250;
const { id, now } = document.querySelector("[data-now]").dataset;

const look = async () => {
  if (document.visibilityState === "visible") {
    try {
      const answer = await fetch(now);
      if (answer.ok && (await answer.text()) !== id) return location.reload();
    } catch {
      // The preview was stopped; it may be started again.
    }
  }
  setTimeout(look, EVERY);
};

setTimeout(look, EVERY);
