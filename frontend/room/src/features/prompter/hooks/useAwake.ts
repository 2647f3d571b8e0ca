import { useEffect } from "react";

/** Keeps the screen from going dark under someone who reads and touches nothing. */
export function useAwake(): void {
  useEffect(() => {
    if (!("wakeLock" in navigator)) return;
    let lock: WakeLockSentinel | null = null;
    let over = false;
    const hold = () => {
      if (document.visibilityState !== "visible") return;
      navigator.wakeLock.request("screen").then(
        (held) => {
          if (over) void held.release();
          else lock = held;
        },
        () => undefined, // a device that saves its battery may refuse
      );
    };
    hold();
    document.addEventListener("visibilitychange", hold); // the browser lets go of it with the page
    return () => {
      over = true;
      document.removeEventListener("visibilitychange", hold);
      void lock?.release();
    };
  }, []);
}
