// What every office page does beyond links and forms. Without it, all still works.

// Copy a personal link; the button itself says that it is done.
document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copy]");
  if (!button) return;
  const words = button.querySelector("[data-words]");
  try {
    await navigator.clipboard.writeText(button.dataset.copy);
  } catch {
    const link = document.getElementById(button.getAttribute("aria-describedby"));
    if (link) getSelection().selectAllChildren(link); // no clipboard: the address is marked, to be copied by hand
    return;
  }
  const before = words.textContent;
  words.textContent = button.dataset.copied;
  setTimeout(() => (words.textContent = before), 2000);
});

// A printable page's own button.
document.addEventListener("click", (event) => {
  if (event.target.closest("[data-print]")) print();
});

// After a part of the page was replaced, go on where the change is.
document.addEventListener("htmx:afterSwap", (event) => {
  event.detail.elt.querySelector("[data-focus], [aria-invalid=true]")?.focus();
});

// On a phone the menu is wider than the screen: where one is must be seen.
document.querySelector("header nav [aria-current=page]")?.scrollIntoView({ block: "nearest", inline: "center" });
