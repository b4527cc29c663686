// Copies the article, or one of its fields, to be pasted into WeChat's editor.

const note = document.querySelector("[data-wx-note]");
const article = document.querySelector("[data-wx-article]");
const source = (name) => document.querySelector(`[data-wx-source=${name}]`).value;

/** For pages that may not use the clipboard, such as a preview over plain HTTP on another machine. */
function copyByEvent(kinds) {
  let isCopied = false;
  const put = (event) => {
    event.preventDefault();
    for (const [kind, text] of Object.entries(kinds)) event.clipboardData.setData(kind, text);
    isCopied = true;
  };
  select();
  document.addEventListener("copy", put);
  document.execCommand("copy");
  document.removeEventListener("copy", put);
  if (isCopied) getSelection().removeAllRanges();
  return isCopied;
}

function select() {
  getSelection().selectAllChildren(article);
}

async function copy(kinds) {
  try {
    const blobs = Object.entries(kinds).map(([kind, text]) => [kind, new Blob([text], { type: kind })]);
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
    return true;
  } catch {
    return copyByEvent(kinds);
  }
}

document.querySelector("[data-wx-copy]").addEventListener("click", async () => {
  const kinds = { "text/html": source("html"), "text/plain": source("text") };
  note.textContent = "";
  if (await copy(kinds)) {
    note.textContent = "正文已复制。到公众号后台的图文编辑框里按 Ctrl+V（苹果电脑按 ⌘V）粘贴。";
  } else {
    select();
    note.textContent = "浏览器不让网页复制。正文已经选中，请按 Ctrl+C（苹果电脑按 ⌘C），再到公众号后台粘贴。";
  }
});

for (const button of document.querySelectorAll("[data-wx-field]")) {
  button.addEventListener("click", async () => {
    const name = button.dataset.wxField;
    const text = document.querySelector(`[data-wx-value="${name}"]`).textContent;
    note.textContent = (await copy({ "text/plain": text })) ? `${name}已复制。` : `请手动复制${name}。`;
  });
}
