// The remarks editor by keyboard. Every key has a button that does the same without this file.

const opened = () => document.querySelector(".open-sentence");

document.addEventListener("keydown", (event) => {
  const form = opened();
  if (event.isComposing) return; // Hangul and kana are still being put together
  if (form && event.key === "Enter" && event.ctrlKey) {
    event.preventDefault();
    form.querySelector('[value="approved-next"]').click();
  } else if (event.altKey && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
    event.preventDefault();
    step(event.key === "ArrowUp" ? -1 : 1);
  } else if (form && event.key === "Escape") {
    form.querySelector("[data-close]").click();
  }
});

// Opens the sentence before or after the open one, or the first.
function step(places) {
  const rows = [...document.querySelectorAll(".segments > ol > li")];
  const at = rows.findIndex((row) => row.ariaCurrent === "true");
  rows[at < 0 ? 0 : at + places]?.querySelector(".open-row")?.click();
}

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

// After a part was replaced, go on in the sentence that is open now.
document.addEventListener("htmx:afterSettle", (event) => {
  const editor = document.getElementById("body");
  if (!editor || document.activeElement === editor || event.target.id === "reading") return;
  editor.focus({ preventScroll: true });
  const row = editor.closest("li");
  const box = row.getBoundingClientRect();
  if (box.top < 120 || box.bottom > innerHeight) row.scrollIntoView({ block: "center" });
});
