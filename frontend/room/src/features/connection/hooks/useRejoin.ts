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
  useEffect(() => {
    latest.current = { wishes, present, answers };
  });

  useEffect(() => {
    if (link !== "lost" && link !== "removed") return;
    const stay = new AbortController();
    const once = async (): Promise<boolean> => {
      try {
        const entrance = await enter(call);
        if (entrance.status !== "admitted") latest.current.answers.onTurnedAway(entrance);
        else await hall.join(entrance.url, entrance.token, asBefore(latest.current));
        return true;
      } catch (cause) {
        if (!(cause instanceof CallError) || cause.isSilence) return false; // not yet: asked again after a pause
        latest.current.answers.onRefused(cause);
        return true;
      }
    };
    const again = async () => {
      do await pause(PAUSE_MS);
      while (!stay.signal.aborted && !(await once()));
    };
    void again();
    return () => stay.abort();
  }, [link, call, hall]);
}

function asBefore({ wishes, present }: { wishes: Wishes; present: HallView["present"] }): Wishes {
  const me = present.find(({ local }) => local);
  return me ? { ...wishes, microphone: me.microphone, camera: me.camera !== null } : wishes;
}

function pause(ms: number): Promise<void> {
  return new Promise((over) => setTimeout(over, ms));
}
