import { useEffect, useRef } from "react";
import { pressOf, type Press } from "../api/keys";

/** Keys for as long as the prompter is open, wherever the focus is. */
export function useKeys(act: (press: Press) => void): void {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const target = event.target instanceof HTMLElement ? event.target : null;
      if (document.querySelector(":popover-open, dialog[open]")) return; // Escape closes what is on top
      if (target?.closest("input, textarea, select")) return;
      const wanted = pressOf(event, target?.closest("button, a, summary") != null);
      if (!wanted) return;
      event.preventDefault();
      latest.current(wanted);
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, []);
}
