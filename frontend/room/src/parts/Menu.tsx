import { useId, useRef, useState, type ReactNode } from "react";

interface Props {
  className: string;
  label?: string;
  button: ReactNode;
  children: ReactNode;
}

/** A native popover that opens beside its button, above or below, wherever there is room. */
export function Menu({ className, label, button, children }: Props) {
  const id = useId();
  const opener = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);

  return (
    <>
      <button ref={opener} type="button" className={className} popoverTarget={id} aria-expanded={open} aria-label={label}>
        {button}
      </button>
      <div
        ref={menu}
        id={id}
        popover="auto"
        className="menu placed"
        onToggle={(event) => {
          const isOpen = event.newState === "open";
          setOpen(isOpen);
          if (isOpen && opener.current && menu.current) place(menu.current, opener.current.getBoundingClientRect());
        }}
      >
        {open && children}
      </div>
    </>
  );
}

/** Not by anchor positioning: the oldest browsers we welcome lack it. */
function place(menu: HTMLElement, opener: DOMRect): void {
  requestAnimationFrame(() => {
    const gap = 8;
    const { width, height } = menu.getBoundingClientRect();
    const above = opener.top - gap - height;
    const below = opener.bottom + gap;
    const top = below + height <= innerHeight - gap ? below : Math.max(gap, above);
    const left = Math.max(gap, Math.min(opener.left, innerWidth - width - gap));
    menu.style.setProperty("top", `${top}px`);
    menu.style.setProperty("left", `${left}px`);
  });
}
