import { useEffect, useState } from "react";
import type { Prompt } from "../../../contract/types";
import { CallError } from "../../../ports/call";
import { usePorts } from "../../../ports/context";
import { useMeeting } from "../../session/hooks/useMeeting";
import { fetchPrompt } from "../api/prompter";

const AGAIN_MS = 4_000;

/** `failed`: the server does not answer; what was read before stays. */
export interface Prepared {
  prompt: Prompt | null;
  failed: boolean;
}

/** This person's remarks, read again when the agenda moves, when someone changed a sentence, and after every (re)join. */
export function usePrompt(joined: boolean): Prepared {
  const { call } = usePorts();
  const { run, remarks, can } = useMeeting();
  const [prepared, setPrepared] = useState<Prepared>({ prompt: null, failed: false });
  const asks = joined && can.speak;

  useEffect(() => {
    if (!asks) return;
    let over = false;
    let timer = 0;
    const ask = () => {
      fetchPrompt(call).then(
        (prompt) => !over && setPrepared({ prompt, failed: false }),
        (cause: unknown) => {
          if (over || !(cause instanceof CallError)) return;
          setPrepared((before) => ({ ...before, failed: true }));
          timer = window.setTimeout(ask, AGAIN_MS);
        },
      );
    };
    ask();
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [call, asks, run.item, remarks]);

  return prepared;
}
