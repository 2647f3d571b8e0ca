export type Press = "next" | "previous" | "first" | "larger" | "smaller" | "close" | "nothing";

/** Keyboards and presenter remotes alike: these send page up and down, and some F5 and Escape from their start button. */
const KEYS: Record<string, Press> = {
  " ": "next",
  Enter: "next",
  ArrowDown: "next",
  ArrowRight: "next",
  PageDown: "next",
  ArrowUp: "previous",
  ArrowLeft: "previous",
  PageUp: "previous",
  Backspace: "previous",
  Home: "first",
  "+": "larger",
  "=": "larger",
  "-": "smaller",
  Escape: "close",
  F5: "nothing",
};

/** A control keeps the keys it needs itself; everything else belongs to the text. */
export function pressOf(event: Pick<KeyboardEvent, "key" | "shiftKey" | "ctrlKey" | "metaKey" | "altKey">, onControl: boolean): Press | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  if (onControl && (event.key === " " || event.key === "Enter")) return null;
  if (event.key === " " && event.shiftKey) return "previous";
  return KEYS[event.key] ?? null;
}
