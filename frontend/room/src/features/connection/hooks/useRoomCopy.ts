import { useEffect } from "react";
import type { HallView } from "../../../ports/hall";
import { readCopy } from "../../session/api/meetingStore";
import { useMeeting, useMeetingStore, useRefresh } from "../../session/hooks/useMeeting";

const RECONCILE_MS = 30_000;

/** Takes over every change the room's copy brings, and asks the server for what the copy only hints at. */
export function useRoomCopy({ roomCopy, present, link }: HallView): void {
  const store = useMeetingStore();
  const refresh = useRefresh();
  const { people } = useMeeting();

  useEffect(() => {
    const copy = readCopy(roomCopy);
    if (copy && store.takeCopy(copy)) void quietly(refresh);
  }, [roomCopy, store, refresh]);

  const stranger = present.some(({ identity }) => !people.some((person) => person.identity === identity));
  useEffect(() => {
    if (stranger) void quietly(refresh);
  }, [stranger, refresh]);

  useEffect(() => {
    if (link !== "here") return;
    void quietly(refresh);
    const timer = setInterval(() => void quietly(refresh), RECONCILE_MS);
    return () => clearInterval(timer);
  }, [link, refresh]);
}

/** The meeting goes on when the server hiccups; it is asked again soon. */
async function quietly(ask: () => Promise<unknown>): Promise<void> {
  await ask().catch(() => undefined);
}
