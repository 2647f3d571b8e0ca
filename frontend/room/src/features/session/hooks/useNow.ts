import { useEffect, useState } from "react";
import { useMeetingStore } from "./useMeeting";

/** The server's clock in ms, new at the top of every second. */
export function useNow(): number {
  const store = useMeetingStore();
  const [now, setNow] = useState(store.now);
  useEffect(() => {
    let timer = 0;
    const tick = () => {
      setNow(store.now());
      timer = window.setTimeout(tick, 1000 - (store.now() % 1000) + 5);
    };
    tick();
    return () => clearTimeout(timer);
  }, [store]);
  return now;
}
