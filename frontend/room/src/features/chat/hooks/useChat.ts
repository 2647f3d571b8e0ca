import { useCallback, useState } from "react";
import { usePorts } from "../../../ports/context";
import { useAttempt } from "../../connection/hooks/useToasts";
import { useMeeting, useMeetingStore } from "../../session/hooks/useMeeting";
import { say } from "../api/chat";

/** `open`: the messages are in view, so they count as read. */
export function useChat(open: boolean) {
  const { call } = usePorts();
  const store = useMeetingStore();
  const attempt = useAttempt();
  const { chat, me } = useMeeting();
  const newest = chat.at(-1)?.id ?? 0;
  const [readTo, setReadTo] = useState(newest);
  if (open && readTo !== newest) setReadTo(newest);
  const unread = chat.filter((message) => message.id > readTo && message.person !== me.id).length;
  const send = useCallback(
    (text: string) =>
      attempt(async () => {
        const message = await say(call, text);
        const known = store.snapshot()?.chat ?? [];
        if (!known.some(({ id }) => id === message.id)) store.patch({ chat: [...known, message] });
      }),
    [attempt, call, store],
  );
  return { chat, unread, send };
}
