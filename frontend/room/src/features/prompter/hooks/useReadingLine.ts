import { useCallback, useEffect, useLayoutEffect, useRef, type RefObject } from "react";
import type { Place } from "../api/place";

/** The reading line, as a share of the height; the stylesheet leaves this much room before the first sentence. */
const LINE = 0.3;
const SMALLEST = 3;
/** How much of a sentence that is longer than the screen stays in sight when it is paged by hand. */
const OVERLAP = 0.3;

interface ReadingLine {
  box: RefObject<HTMLDivElement | null>;
  /** Pages within a sentence that is longer than the screen; false when there is nothing more of it in that direction. */
  page: (by: 1 | -1) => boolean;
}

/** Keeps the sentence of the place at the reading line. Nothing else ever moves the text. */
export function useReadingLine({ sentences, at }: Place, layout: unknown): ReadingLine {
  const box = useRef<HTMLDivElement>(null);
  const shown = useRef({ sentences, layout });

  const settle = useCallback((calmly: boolean) => {
    const here = current(box.current);
    if (!box.current || !here) return;
    const still = !calmly || matchMedia("(prefers-reduced-motion: reduce)").matches;
    box.current.scrollTo({ top: here.offsetTop - box.current.clientHeight * LINE, behavior: still ? "instant" : "smooth" });
  }, []);

  useLayoutEffect(() => {
    const isSameText = shown.current.sentences === sentences && shown.current.layout === layout;
    shown.current = { sentences, layout };
    if (!isSameText) fit(box.current);
    settle(isSameText);
  }, [sentences, layout, at, settle]);

  useEffect(() => {
    if (!box.current) return;
    const observer = new ResizeObserver(() => {
      fit(box.current);
      settle(false);
    });
    observer.observe(box.current);
    return () => observer.disconnect();
  }, [settle]);

  const page = useCallback((by: 1 | -1): boolean => {
    const here = current(box.current);
    if (!box.current || !here) return false;
    const { scrollTop, clientHeight } = box.current;
    const more = by > 0 ? here.offsetTop + here.offsetHeight - (scrollTop + clientHeight) : scrollTop - (here.offsetTop - clientHeight * LINE);
    if (here.offsetHeight <= clientHeight * (1 - LINE) || more <= 1) return false;
    box.current.scrollTo({ top: scrollTop + by * Math.min(clientHeight * (1 - OVERLAP), more), behavior: "instant" });
    return true;
  }, []);

  return { box, page };
}

function current(box: HTMLElement | null): HTMLElement | null {
  return box?.querySelector<HTMLElement>("[aria-current]") ?? null;
}

/** Sentences that do not fit below the reading line are set smaller, step by step: their end must be in sight. */
function fit(box: HTMLElement | null): void {
  if (!box) return;
  const room = box.clientHeight * (1 - LINE);
  let all = [...box.querySelectorAll<HTMLElement>("li")];
  for (const line of all) delete line.dataset.fit;
  for (let smaller = 1; smaller <= SMALLEST && all.length; smaller += 1) {
    all = all.filter((line) => line.offsetHeight > room);
    for (const line of all) line.dataset.fit = String(smaller);
  }
}
