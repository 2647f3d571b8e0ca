import { useCallback, useEffect, useState } from "react";
import type { Lang, Script } from "../../../contract/types";
import { CallError } from "../../../ports/call";
import { usePorts } from "../../../ports/context";
import { useAttempt } from "../../connection/hooks/useToasts";
import { useMeeting, useMeetingStore, useRefresh } from "../../session/hooks/useMeeting";
import { fetchScript, stepCue, type CueStep } from "../api/cue";

const KEYS: Record<string, CueStep["action"]> = {
  n: "next",
  arrowright: "next",
  p: "previous",
  arrowleft: "previous",
  h: "hold",
  r: "release",
};

/** The remarks being read and the hand on them. */
export function useCue(lang: Lang) {
  const { call } = usePorts();
  const store = useMeetingStore();
  const refresh = useRefresh();
  const attempt = useAttempt();
  const { run, cue } = useMeeting();
  const [script, setScript] = useState<Script | null>(null);

  useEffect(() => {
    let stale = false;
    fetchScript(call, lang).then(
      (answer) => !stale && setScript(answer),
      (cause: unknown) => {
        // A discussion has no script: an answer, not a fault.
        if (!stale && cause instanceof CallError) setScript(null);
      },
    );
    return () => {
      stale = true;
    };
  }, [call, lang, run.item, run.speaker]);

  const step = useCallback(
    (wish: CueStep) =>
      attempt(async () => {
        try {
          store.patch({ cue: await stepCue(call, wish, store.snapshot()?.cue.revision ?? 0) });
        } catch (cause) {
          if (!(cause instanceof CallError && cause.code === "stale")) throw cause;
          await refresh();
        }
      }),
    [attempt, call, refresh, store],
  );

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const action = KEYS[event.key.toLowerCase()];
      if (!action || action === "go" || event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return;
      event.preventDefault();
      void step({ action });
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, [step]);

  return { script, cue, step };
}

function isWriting(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest("input, textarea, select, dialog, [contenteditable]") !== null;
}
