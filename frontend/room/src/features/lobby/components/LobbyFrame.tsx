import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { BrandDrawing } from "../../../parts/Brand";
import { Icon } from "../../../parts/Icon";
import { LanguageMenu } from "../../session/components/LanguageMenu";
import { useBody } from "../../session/hooks/useBody";
import { usePorts } from "../../../ports/context";
import { useMeetingIfKnown } from "../../session/hooks/useMeeting";

/** The page around everything outside the room: large letters, one thing at a time. */
export function LobbyFrame({ children }: { children: ReactNode }) {
  useBody("lobby", null);
  return (
    <>
      <header className="topbar">
        <span className="brand">
          <BrandDrawing />
          Twinhall
        </span>
        <div className="end">
          <LanguageMenu />
        </div>
      </header>
      <main>{children}</main>
      <Colophon />
    </>
  );
}

/** Whoever uses a changed Twinhall over the network may have its source. */
function Colophon() {
  const { t } = useTranslation();
  const { source } = usePorts();
  if (!source) return null;
  return (
    <footer className="colophon">
      <p>
        {t("lobby.licence")}{" "}
        <a href={source} rel="noreferrer">
          {t("lobby.source")}
        </a>
      </p>
    </footer>
  );
}

/** A telephone number a guest can reach somebody at. */
export function Help() {
  const { t } = useTranslation();
  const contact = useMeetingIfKnown()?.meeting.contact;
  if (!contact) return null;
  return (
    <p className="help">
      <Icon name="phone" />
      <span>
        {t("entry.help")} <a href={`tel:${contact.replace(/[^+\d]/g, "")}`}>{contact}</a>
      </span>
    </p>
  );
}
