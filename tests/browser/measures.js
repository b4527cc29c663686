/** What the tests measure on a page: `measures.x()` returns what is wrong, in words. */
globalThis.measures = (() => {
  const INTERACTIVE = "a[href], button, input, select, textarea, summary, [tabindex='0']";

  const name = (element) =>
    `${element.localName}.${element.className} “${element.textContent.trim().slice(0, 20)}”`;

  /** Whether it takes room on the page: not what only a screen reader reads, nor a link that shows on focus. */
  function isShown(element) {
    const { width, height, bottom } = element.getBoundingClientRect();
    return element.checkVisibility({ visibilityProperty: true }) && width > 1 && height > 1 && bottom + scrollY > 0;
  }

  const isInline = (element) => getComputedStyle(element).display === "inline";

  /** Whether other words stand in its line: WCAG 2.5.8 excepts such links. */
  function isInText(element) {
    if (!isInline(element)) {
      return false;
    }
    let block = element.parentElement;
    while (isInline(block)) {
      block = block.parentElement;
    }
    const texts = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const parent = texts.currentNode.parentElement;
      const isOfBlock = parent === block || isInline(parent);
      if (isOfBlock && texts.currentNode.data.trim() && !parent.closest(INTERACTIVE)) {
        return true;
      }
    }
    return false;
  }

  const answers = (element, hit) => hit && (element.contains(hit) || hit.closest("label")?.control === element);

  /** How far one may go from the middle of it and still hit it: its area may be larger than its box. */
  function extent(element, stepX, stepY, enough) {
    const { left, top, width, height } = element.getBoundingClientRect();
    const reach = (sign) => {
      let far = 0;
      const hits = () =>
        answers(
          element,
          document.elementFromPoint(left + width / 2 + sign * far * stepX, top + height / 2 + sign * far * stepY),
        );
      while (far < enough && hits()) {
        far += 0.5;
      }
      return far;
    };
    return reach(1) + reach(-1);
  }

  function smallTargets(least) {
    const wrong = [];
    for (const element of document.querySelectorAll(INTERACTIVE)) {
      if (!isShown(element) || isInText(element)) {
        continue;
      }
      const { width, height } = element.getBoundingClientRect();
      if (width >= least && height >= least) {
        continue;
      }
      element.scrollIntoView({ block: "center", behavior: "instant" });
      const across = Math.max(width, extent(element, 1, 0, least));
      const down = Math.max(height, extent(element, 0, 1, least));
      if (across < least || down < least) {
        wrong.push(`${name(element)} ${across.toFixed(1)} × ${down.toFixed(1)}`);
      }
    }
    return wrong;
  }

  const stays = (element) => ["fixed", "sticky"].includes(getComputedStyle(element).position);

  /** What stays in its place and lies over `element` at a point. */
  function cover(element, x, y) {
    let hit = document.elementFromPoint(x, y);
    while (hit && !hit.contains(element)) {
      if (stays(hit)) {
        return hit;
      }
      hit = hit.parentElement;
    }
    return null;
  }

  function isOutlined(element) {
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
  }

  /** Tells of the focused element what keeps a reader from seeing it; null at the end of the page. */
  function hiddenFocus() {
    const element = document.activeElement;
    if (!element || element === document.body) {
      return null;
    }
    const { left, top, right, bottom } = element.getBoundingClientRect();
    const wrong = [];
    const isTall = bottom - top > innerHeight;
    if (isTall ? bottom < 0 || top > innerHeight : top < -1 || bottom > innerHeight + 1) {
      wrong.push(`${name(element)} is out of sight`);
    }
    for (const y of [top + 1, bottom - 1]) {
      const over = cover(element, (left + right) / 2, y);
      if (over) {
        wrong.push(`${name(element)} is under ${name(over)}`);
      }
    }
    if (!isOutlined(element) && !isOutlined(element.parentElement)) {
      wrong.push(`${name(element)} has no mark of focus`);
    }
    return wrong;
  }

  /** What reaches over the side of the page, where the page scrolls sideways. */
  function overflow() {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) {
      return [];
    }
    return [...document.querySelectorAll("body *")]
      .filter((element) => element.getBoundingClientRect().right > clientWidth + 0.5)
      .map((element) => `${name(element)} ${scrollWidth} > ${clientWidth}`)
      .slice(-3);
  }

  return { smallTargets, hiddenFocus, overflow };
})();
