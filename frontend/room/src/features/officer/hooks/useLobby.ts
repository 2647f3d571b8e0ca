import { useCallback, useEffect, useRef } from "react";
import { usePorts } from "../../../ports/context";
import { playKnock } from "../../entry/api/sounds";
import { useAttempt } from "../../connection/hooks/useToasts";
import { useMeeting, useMeetingStore } from "../../session/hooks/useMeeting";
import { admit } from "../api/officer";

/** Those who wait, first come first; a soft sound for each newcomer. */
export function useLobby() {
  const { call } = usePorts();
  const store = useMeetingStore();
  const attempt = useAttempt();
  const { lobby, can } = useMeeting();
  const heard = useRef(new Set<number>());

  useEffect(() => {
    if (!can.admit) return;
    const arrived = lobby.filter(({ person }) => !heard.current.has(person));
    heard.current = new Set(lobby.map(({ person }) => person));
    if (arrived.length) playKnock();
  }, [can.admit, lobby]);

  const decide = useCallback(
    (person: number, welcome: boolean) => attempt(async () => store.patch({ lobby: await admit(call, person, welcome) })),
    [attempt, call, store],
  );
  return { waiting: can.admit ? lobby.toSorted((a, b) => a.since.localeCompare(b.since)) : [], decide };
}
