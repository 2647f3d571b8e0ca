// Everything wrong with the page as it stands, as a list of sentences. leastPx: the smallest target.
async (leastPx) => {
  await document.fonts.ready;
  const words = (e) => e.textContent.trim().replace(/\s+/g, " ").slice(0, 40);
  const shown = (selector) => [...document.querySelectorAll(selector)].filter((e) => e.offsetParent && !e.closest(".unseen"));
  const inline = (e) => getComputedStyle(e).display === "inline";

  const sideways = document.documentElement.scrollWidth - innerWidth;
  const cut = shown("h1,h2,h3,button,a,.button,.tag,.status,.mark,.what,b,dd,dt,.name,.now")
    .filter((e) => e.clientWidth > 1 && e.scrollWidth > e.clientWidth + 1 && !inline(e))
    .map((e) => `cut: ${e.tagName}.${e.className} “${words(e)}”`);

  // A link within a sentence is as high as its line; a control inside a label is pressed by the label.
  const pressed = shown("a,button,select,summary,label,input:not([type=hidden]),textarea")
    .filter((e) => !e.matches("label input, label select") && !(e.matches("a") && inline(e)))
    .filter((e) => !e.matches("label") || e.querySelector("input,select"));
  const small = pressed
    .map((e) => [e, e.getBoundingClientRect()])
    .filter(([, r]) => r.width > 1 && (r.width < leastPx - 0.5 || r.height < leastPx - 0.5))
    .map(([e, r]) => `small: ${e.tagName}.${e.className} “${words(e)}” ${r.width | 0}×${r.height | 0}`);

  const here = document.querySelector("header nav [aria-current=page]")?.getBoundingClientRect();
  const hidden = here && (here.left < -1 || here.right > innerWidth + 1) ? ["hidden: where one is in the menu"] : [];

  const { violations } = window.axe ? await axe.run() : { violations: [] };
  const rules = violations.map((v) => {
    const where = v.nodes.slice(0, 3).map((n) => `${n.target.join(" ")} ${n.any[0]?.message ?? ""}`);
    return `${v.id}: ${where.join(" | ")}`;
  });
  return [...(sideways > 0 ? [`scrolls ${sideways} px sideways`] : []), ...cut, ...small, ...hidden, ...rules];
};
