import { useCallback, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Entrance } from "../contract/types";
import { useHallView } from "../features/connection/hooks/useHallView";
import { useRejoin } from "../features/connection/hooks/useRejoin";
import type { Closed } from "../features/lobby/components/ClosedPage";
import { enter, leave } from "../features/session/api/state";
import { useMeetingIfKnown, useRefresh } from "../features/session/hooks/useMeeting";
import { CallError } from "../ports/call";
import { usePorts } from "../ports/context";
import type { Wishes } from "../ports/hall";

export type Scene =
  | { name: "loading" | "entry" | "room" }
  | { name: "waiting"; why: "waiting" | "not_open" }
  | { name: "closed"; why: Closed; message: string };

const ASK_MS = 2_000;

/** From the link to the meeting and out again: which page this person sees, and why. */
export function useJourney(wishes: Wishes) {
  const { call, hall, farewell } = usePorts();
  const { t } = useTranslation();
  const refresh = useRefresh();
  const known = useMeetingIfKnown() !== null;
  const view = useHallView();
  const [scene, setScene] = useState<Scene>({ name: "loading" });
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const wish = useRef(wishes);
  useEffect(() => {
    wish.current = wishes;
  }, [wishes]);

  const close = useCallback((why: Closed, message = "") => setScene({ name: "closed", why, message }), []);
  const refused = useCallback((error: CallError) => close(closedBy(error), error.message), [close]);

  /** One knock at the door; what follows depends on who opens. */
  const knock = useCallback(async () => {
    try {
      const entrance = await enter(call);
      if (entrance.status === "admitted") {
        await refresh().catch(() => undefined); // people may be known only to those inside; asked again soon
        await hall.join(entrance.url, entrance.token, wish.current);
      }
      setProblem(null);
      setScene(sceneAfter(entrance));
    } catch (cause) {
      if (cause instanceof CallError && !cause.isSilence) refused(cause);
      else setProblem(t(cause instanceof CallError ? "connection.noServer" : "connection.noRoom"));
    }
  }, [call, hall, refresh, refused, t]);

  const onEnter = useCallback(() => {
    setBusy(true);
    void knock().finally(() => setBusy(false));
  }, [knock]);

  useFirstLook(scene.name === "loading", known, setScene, refused);

  const waiting = scene.name === "waiting";
  useEffect(() => {
    if (!waiting) return;
    const timer = setInterval(() => void knock(), ASK_MS);
    return () => clearInterval(timer);
  }, [waiting, knock]);

  const inRoom = scene.name === "room";
  useRejoin(inRoom ? view : { ...view, link: "idle" }, wishes, { onTurnedAway: (entrance) => setScene(sceneAfter(entrance)), onRefused: refused });
  const shown: Scene = inRoom && view.link === "elsewhere" ? { name: "closed", why: "elsewhere", message: "" } : scene;

  useEffect(() => {
    if (!inRoom) return;
    addEventListener("pagehide", farewell);
    return () => removeEventListener("pagehide", farewell);
  }, [inRoom, farewell]);

  const onLeave = useCallback(() => {
    close("left");
    void hall.leave();
    void leave(call).catch(() => undefined); // LiveKit has told the server too
  }, [call, close, hall]);

  return { scene: shown, problem, busy, onEnter, onLeave, onCheckAgain: () => setScene({ name: "entry" }), onReturn: () => (known ? onEnter() : setScene({ name: "loading" })) };
}

/** Asks who we are, until somebody answers. */
function useFirstLook(loading: boolean, known: boolean, setScene: (scene: Scene) => void, refused: (error: CallError) => void): void {
  const refresh = useRefresh();
  useEffect(() => {
    if (!loading) return;
    if (known) {
      setScene({ name: "entry" });
      return;
    }
    refresh().catch((cause: unknown) => {
      if (cause instanceof CallError) refused(cause);
      else throw cause;
    });
  }, [loading, known, refresh, refused, setScene]);
}

function sceneAfter(entrance: Entrance): Scene {
  switch (entrance.status) {
    case "admitted":
      return { name: "room" };
    case "waiting":
    case "not_open":
      return { name: "waiting", why: entrance.status };
    case "refused":
    case "ended":
      return { name: "closed", why: entrance.status, message: "" };
  }
}

function closedBy(error: CallError): Closed {
  if (error.isSilence) return "silence";
  if (error.code === "ended" || error.code === "refused" || error.code === "expired" || error.code === "revoked") return error.code;
  return "unknown";
}
