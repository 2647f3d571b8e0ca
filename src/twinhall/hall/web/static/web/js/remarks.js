// The remarks editor by keyboard. Every key has a button that does the same without this file.

const opened = () => document.querySelector(".open-sentence");
const keys = () => document.getElementById("keys");
const CLICKS = { KeyR: "reviewed", KeyS: "draft" };
const TOOLS = { KeyC: "comments", KeyT: "machine", KeyH: "history" };
const FIELDS = "input, select, textarea, [contenteditable]";

document.addEventListener("keydown", (event) => {
  const form = opened();
  if (event.isComposing || document.querySelector("dialog[open]")) return; // Hangul and kana are being put together
  const alt = event.altKey && !event.ctrlKey && !event.metaKey;
  if (form && event.key === "Enter" && event.ctrlKey) {
    event.preventDefault();
    form.querySelector('[value="approved-next"]').click();
  } else if (alt && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
    event.preventDefault();
    step(event.key === "ArrowUp" ? -1 : 1);
  } else if (alt && event.code === "KeyK") {
    event.preventDefault();
    keys()?.showModal();
  } else if (event.key === "?" && !event.target.closest(FIELDS)) {
    event.preventDefault();
    keys()?.showModal();
  } else if (form && alt && CLICKS[event.code]) {
    event.preventDefault();
    form.querySelector(`.actions [value="${CLICKS[event.code]}"]`)?.click();
  } else if (form && alt && TOOLS[event.code]) {
    event.preventDefault();
    useTool(form.closest("li").querySelector(`[data-tool="${TOOLS[event.code]}"]`));
  } else if (form && event.key === "Escape") {
    const tool = event.target.closest("[data-tool][open]");
    if (tool) tool.open = false;
    if (tool) document.getElementById("body")?.focus();
    else form.querySelector("[data-close]").click();
  }
});

// Opens what lies beside the sentence, and goes to its first field as soon as it is there.
function useTool(tool) {
  if (!tool) return;
  const first = () => tool.querySelector(".within :is(textarea, select, button)");
  tool.open = true;
  (first() ?? tool.querySelector("summary")).focus();
  tool.addEventListener("htmx:afterSettle", () => first()?.focus(), { once: true });
}

// Opens the sentence before or after the open one, or the first.
function step(places) {
  const rows = [...document.querySelectorAll(".segments > ol > li")];
  const at = rows.findIndex((row) => row.ariaCurrent === "true");
  rows[at < 0 ? 0 : at + places]?.querySelector(".open-row")?.click();
}

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-keys]")) keys()?.showModal();
});

// A click on a sentence opens it, unless words in it are being marked.
document.addEventListener("click", (event) => {
  const row = event.target.closest(".segments > ol > li:not([aria-current])");
  if (!row || event.target.closest("a, button") || String(getSelection())) return;
  row.querySelector(".open-row")?.click();
});

// Where the cursor stands in a sentence is where it is cut, counted in characters, not in UTF-16 units.
document.addEventListener(
  "click",
  (event) => {
    const button = event.target.closest('.source-tools button[value="split"]');
    if (!button) return;
    const { source, at } = button.form.elements;
    const here = source.selectionStart;
    const inside = here > 0 && here < source.value.length && !source.value.trim().includes("\n");
    at.value = inside ? [...source.value.slice(0, here)].length : "";
  },
  true,
);

// ── where the keyboard goes on after a part was replaced ─────────────────────────────────────────
const PRESSED = "a, button, input:not([type=hidden]), select, textarea, summary";
const known = new WeakSet(); // editors that had the focus once; a new one gets it, an old one does not ask again
let left = null;

document.addEventListener("DOMContentLoaded", () => {
  const editor = document.getElementById("body");
  if (editor) known.add(editor);
});

function remember() {
  const at = document.activeElement;
  const part = at?.parentElement?.closest("[id]");
  if (!part || at === document.body) return;
  left = { part: part.id, row: at.closest("li[id]")?.id, place: [...part.querySelectorAll(PRESSED)].indexOf(at) };
}

function goOn() {
  const editor = document.getElementById("body");
  if (editor && !known.has(editor)) {
    known.add(editor);
    editor.focus({ preventScroll: true });
    const box = editor.closest("li").getBoundingClientRect();
    if (box.top < 120 || box.bottom > innerHeight) editor.closest("li").scrollIntoView({ block: "center" });
  } else if (left && document.activeElement === document.body) {
    const row = document.querySelector(`#${left.row} .open-row`);
    const part = document.getElementById(left.part);
    const told = document.querySelector("#editor .notices"); // what came of it, where the button is gone
    if (told) told.tabIndex = -1;
    (row ?? part?.querySelectorAll(PRESSED)[left.place] ?? told)?.focus({ preventScroll: true });
  }
  left = null;
}

document.addEventListener("htmx:beforeSwap", remember);
document.addEventListener("htmx:afterSettle", goOn);
