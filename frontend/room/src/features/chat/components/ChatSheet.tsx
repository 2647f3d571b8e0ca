import { useEffect, useRef, useState, type SyntheticEvent } from "react";
import { useTranslation } from "react-i18next";
import type { ChatMessage } from "../../../contract/types";
import { Icon } from "../../../parts/Icon";
import { Sheet } from "../../../parts/Sheet";
import { SideShape } from "../../../parts/SideShape";
import { Words } from "../../../parts/Words";
import { useMeeting, usePerson } from "../../session/hooks/useMeeting";
import { useOwnClock } from "../../session/hooks/useOwnClock";
import { LONGEST } from "../api/chat";

interface Props {
  messages: ChatMessage[];
  send: (text: string) => Promise<boolean>;
  onClose: () => void;
}

export function ChatSheet({ messages, send, onClose }: Props) {
  const { t } = useTranslation();
  const { can } = useMeeting();
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const body = end.current?.closest(".sheet-body");
    if (body) body.scrollTop = body.scrollHeight;
  }, [messages.length]);
  return (
    <Sheet title={t("chat.title")} onClose={onClose} foot={can.chat ? <Writing send={send} /> : <p className="sheet-foot muted small">{t("chat.readOnly")}</p>}>
      {messages.length === 0 && <p className="muted">{t("chat.empty")}</p>}
      <div role="log" aria-label={t("chat.title")}>
        <ul className="chat">
          {messages.map((message) => (
            <Message key={message.id} message={message} />
          ))}
        </ul>
        <div ref={end} />
      </div>
    </Sheet>
  );
}

function Message({ message }: { message: ChatMessage }) {
  const time = useOwnClock()(message.at);
  const person = usePerson(message.person);
  return (
    <li>
      <p className="who">
        {person && (
          <>
            <SideShape side={person.side} />
            <Words of={person.name} keep />
          </>
        )}
        <time dateTime={message.at}>{time}</time>
      </p>
      <p lang={message.lang}>{message.text}</p>
    </li>
  );
}

/** What was typed stays until the server has it. */
function Writing({ send }: { send: Props["send"] }) {
  const { t } = useTranslation();
  const [text, setText] = useState("");
  const [busy, setBusy] = useState(false);
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    if (!text.trim() || busy) return;
    setBusy(true);
    if (await send(text.trim())) setText("");
    setBusy(false);
  };
  return (
    <form className="sheet-foot writing" onSubmit={(event) => void submit(event)}>
      <label className="unseen" htmlFor="chat-text">
        {t("chat.write")}
      </label>
      <input id="chat-text" className="input" value={text} maxLength={LONGEST} autoComplete="off" placeholder={t("chat.write")} onChange={(event) => setText(event.target.value)} />
      <button className="button primary" type="submit" aria-disabled={!text.trim()} aria-busy={busy}>
        <Icon name="send" />
        {t("chat.send")}
      </button>
    </form>
  );
}
