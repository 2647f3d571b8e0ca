import { useEffect, useState } from "react";
import { reasonOf } from "../../../media/livekitHall";
import { stop, type Trouble } from "../api/devices";

export interface Opened {
  stream: MediaStream | null;
  trouble: Trouble | null;
}

const CLOSED: Opened = { stream: null, trouble: null };

/** Holds one device open while it is wanted, and lets it go afterwards. `open` must change when another device is meant. */
export function useDevice(wanted: boolean, open: () => Promise<MediaStream>): Opened {
  const [opened, setOpened] = useState<Opened>(CLOSED);
  useEffect(() => {
    if (!wanted) return;
    let over = false;
    let held: MediaStream | null = null;
    open().then(
      (stream) => {
        if (over) {
          stop(stream);
          return;
        }
        held = stream;
        setOpened({ stream, trouble: null });
        for (const track of stream.getTracks()) track.addEventListener("ended", () => setOpened({ stream: null, trouble: "unplugged" }));
      },
      (cause: unknown) => !over && setOpened({ stream: null, trouble: reasonOf(cause) }),
    );
    return () => {
      over = true;
      stop(held);
      setOpened(CLOSED);
    };
  }, [wanted, open]);
  return opened;
}
