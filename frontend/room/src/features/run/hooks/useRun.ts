import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { CallError } from "../../../ports/call";
import { usePorts } from "../../../ports/context";
import { useAttempt, useToasts } from "../../connection/hooks/useToasts";
import { useMeetingStore, useRefresh } from "../../session/hooks/useMeeting";
import { stepRun, type RunStep } from "../api/run";

/** Moves the meeting on; when another officer was quicker, shows where it stands instead. */
export function useRun(): (step: RunStep) => Promise<boolean> {
  const { t } = useTranslation();
  const { call } = usePorts();
  const { tell } = useToasts();
  const store = useMeetingStore();
  const refresh = useRefresh();
  const attempt = useAttempt();
  return useCallback(
    (step) =>
      attempt(async () => {
        try {
          store.patch({ run: await stepRun(call, step, store.snapshot()?.run.revision ?? 0) });
        } catch (cause) {
          if (!(cause instanceof CallError && cause.code === "stale")) throw cause;
          await refresh();
          tell(t("run.movedByOther"), "warn");
        }
      }),
    [attempt, call, refresh, store, t, tell],
  );
}
