// Ctrl M takes in what the translation memory has first; its button does the same without this file.
document.addEventListener("keydown", (event) => {
  if (event.isComposing || !event.ctrlKey || event.altKey || event.key.toLowerCase() !== "m") return;
  const best = document.querySelector("[data-memory-best]");
  if (!best) return;
  event.preventDefault();
  best.click();
});
