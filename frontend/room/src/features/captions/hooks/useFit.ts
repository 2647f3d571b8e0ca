import { useLayoutEffect, useRef } from "react";

const STEPS = 4;

/** Lowers `data-fit` step by step until nothing of the box is cut: neighbours go first, then the letters shrink. */
export function useFit<T extends HTMLElement>(dependency: unknown) {
  const ref = useRef<T>(null);
  useLayoutEffect(() => {
    const box = ref.current;
    if (!box) return;
    const fit = () => {
      for (let step = 0; step <= STEPS; step += 1) {
        box.dataset.fit = String(step);
        if (box.scrollHeight <= box.clientHeight + 1) return;
      }
    };
    fit();
    const observer = new ResizeObserver(fit);
    if (box.parentElement) observer.observe(box.parentElement);
    return () => observer.disconnect();
  }, [dependency]);
  return ref;
}
