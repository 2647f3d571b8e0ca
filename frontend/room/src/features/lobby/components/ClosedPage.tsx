import { useTranslation } from "react-i18next";
import { Gate } from "../../../parts/Brand";
import { Help, LobbyFrame } from "./LobbyFrame";

export const CLOSED = ["ended", "refused", "expired", "revoked", "unknown", "left", "elsewhere", "silence"] as const;
export type Closed = (typeof CLOSED)[number];

/** The ends of the way: what happened, why, and the one thing to do. */
export function ClosedPage({ why, message, home, onReturn }: { why: Closed; message: string; home: string; onReturn: () => void }) {
  const { t } = useTranslation();
  const canReturn = why === "left" || why === "elsewhere" || why === "silence";
  return (
    <LobbyFrame>
      <section className="lobby-middle" role={why === "left" ? undefined : "alert"}>
        <Gate />
        <div>
          <h1>{t(`closed.${why}.title`)}</h1>
          <p>{why === "unknown" && message ? message : t(`closed.${why}.about`)}</p>
        </div>
        {canReturn && (
          <button type="button" className="button primary" onClick={onReturn}>
            {t(`closed.${why}.do`)}
          </button>
        )}
        {home && (why === "left" || why === "ended") && (
          <a className="button" href={home}>
            {t("closed.home")}
          </a>
        )}
        <Help />
      </section>
    </LobbyFrame>
  );
}
