/**
 * Brings what pages say about time up to date: a planned event is on today, or its time has passed; an event that has
 * ended leaves the list of upcoming ones. Without this script the wording is neutral and the lists are those of the build.
 */

const HOUR = 3600_000;
const DAY = 24 * HOUR;
const OFFSET = 8 * HOUR; // Asia/Shanghai has no summer time

const now = Date.now();

/** The first millisecond of a day in Asia/Shanghai. */
const startOfDay = (time) => Math.floor((time + OFFSET) / DAY) * DAY - OFFSET;

/** Of `2026-11-23`, or of `2026-11-23T15:00+08:00`. */
const parse = (text) => Date.parse(text.length === 10 ? `${text}T00:00+08:00` : text);

/** An end without a time, or equal to the beginning, is that of its day. */
function endOf({ begin, end }) {
  return end.length === 10 || end === begin ? startOfDay(parse(end)) + DAY : parse(end);
}

for (const element of document.querySelectorAll("[data-begin]")) {
  const isOver = endOf(element.dataset) <= now;
  const badge = element.querySelector(".ms-badge--planned");
  if (badge && isOver) {
    badge.textContent = "时间已过，待确认";
  } else if (badge && startOfDay(parse(element.dataset.begin)) <= now) {
    badge.textContent = "今天";
    badge.classList.add("ms-badge--today");
  }
  element.hidden ||= isOver && element.parentElement.matches(".ms-events--upcoming");
}

for (const list of document.querySelectorAll(".ms-events--upcoming")) {
  const isEmpty = [...list.children].every((item) => item.hidden);
  list.hidden = isEmpty;
  list.nextElementSibling.hidden = !isEmpty;
}
