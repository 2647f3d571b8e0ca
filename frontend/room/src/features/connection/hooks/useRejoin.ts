import { useEffect, useRef } from "react";
import type { Entrance } from "../../../contract/types";
import { CallError } from "../../../ports/call";
import { usePorts } from "../../../ports/context";
import type { HallView, Wishes } from "../../../ports/hall";
import { enter } from "../../session/api/state";

const PAUSE_MS = 2_000;

interface Answers {
  onTurnedAway: (entrance: Exclude<Entrance, { status: "admitted" }>) => void;
  onRefused: (error: CallError) => void;
}

/** Comes back by itself after the connection is lost, with the microphone and camera as they were. */
export function useRejoin({ link, present }: HallView, wishes: Wishes, answers: Answers): void {
  const { call, hall } = usePorts();
  const latest = useRef({ wishes, present, answers });
  latest.current = { wishes, present, answers };

  useEffect(() => {
    if (link !== "lost" && link !== "removed") return;
    let over = false;
    const again = async () => {
      while (!over) {
        await new Promise((rested) => setTimeout(rested, PAUSE_MS));
        if (over) return;
        try {
          const entrance = await enter(call);
          if (entrance.status !== "admitted") return latest.current.answers.onTurnedAway(entrance);
          const me = latest.current.present.find(({ local }) => local);
          const asBefore = me ? { microphone: me.microphone, camera: me.camera !== null } : {};
          return await hall.join(entrance.url, entrance.token, { ...latest.current.wishes, ...asBefore });
        } catch (cause) {
          // A failed join turns the link to lost again, which starts this anew; silence is waited out.
          if (cause instanceof CallError && !cause.isSilence) return latest.current.answers.onRefused(cause);
        }
      }
    };
    void again();
    return () => {
      over = true;
    };
  }, [link, call, hall]);
}
