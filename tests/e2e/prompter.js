// Notes every change of the prompter: what it says of itself, the sentence at the reading line, and how far it scrolled.
window.prompted = [];
document.addEventListener("DOMContentLoaded", () => {
  const look = () => {
    const prompter = document.querySelector(".prompter");
    const text = prompter?.querySelector(".prompter-text");
    if (!text) return;
    const lines = [...text.querySelectorAll("li")];
    const now = lines.findIndex((line) => line.ariaCurrent === "true");
    const seen = { status: prompter.dataset.status, position: now + 1, top: Math.round(text.scrollTop), text: lines[now]?.textContent };
    if (JSON.stringify(seen) !== JSON.stringify(window.prompted.at(-1))) window.prompted.push(seen);
  };
  new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  document.addEventListener("scroll", look, { capture: true });
});
