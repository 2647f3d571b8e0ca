/** A drawing of the sprite; never alone: its words stand beside it or are kept for readers. */
export function Icon({ name }: { name: string }) {
  return (
    <svg className="icon" aria-hidden="true">
      <use href={`${spriteAddress()}#${name}`} />
    </svg>
  );
}

/** The page may name a hashed sprite; the plain name works too. */
function spriteAddress(): string {
  return document.getElementById("room")?.dataset.icons ?? "/static/icons.svg";
}
