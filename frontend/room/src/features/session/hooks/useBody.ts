import { useLayoutEffect } from "react";

/** The stylesheets give the whole page to a scene: its class and theme stand on the body. */
export function useBody(className: "room" | "lobby", theme: "dark" | null): void {
  useLayoutEffect(() => {
    document.body.className = className;
    if (theme) document.documentElement.dataset.theme = theme;
    else delete document.documentElement.dataset.theme;
  }, [className, theme]);
}
