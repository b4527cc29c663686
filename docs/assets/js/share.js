/**
 * Sharing a story: by what the device offers, by copying its address, or on paper. Without this script the buttons are
 * not there.
 */

const note = document.querySelector(".ms-share").parentElement.querySelector("[role=status]");
const [address] = location.href.split(/[?#]/);

/** For pages that may not use the clipboard, as over plain HTTP or in older WeChat. */
function copyBySelection(text) {
  const focused = document.activeElement;
  const field = document.createElement("textarea");
  field.value = text;
  document.body.append(field);
  field.select();
  const isCopied = document.execCommand("copy");
  field.remove();
  focused.focus({ preventScroll: true });
  return isCopied;
}

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

document.querySelector(".ms-share").addEventListener("click", async () => {
  try {
    await navigator.share({ title: document.title, url: address });
  } catch (error) {
    note.textContent = error.name === "AbortError" ? "" : "没有分享成功，请改用“复制链接”。";
  }
});
document.querySelector(".ms-copy").addEventListener("click", async () => {
  note.textContent = (await copy(address)) ? "链接已复制，可以粘贴给别人。" : `请手动复制：${address}`;
});
document.querySelector(".ms-print").addEventListener("click", () => print());
