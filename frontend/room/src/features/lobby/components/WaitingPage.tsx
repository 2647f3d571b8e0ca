import { Trans, useTranslation } from "react-i18next";
import { Gate } from "../../../parts/Brand";
import { Clocks } from "../../../parts/Clocks";
import { Notice } from "../../../parts/Notice";
import { useMeeting } from "../../session/hooks/useMeeting";
import { Help, LobbyFrame } from "./LobbyFrame";

/** Before the door: nothing to press, somebody is coming. */
export function WaitingPage({ why, onCheckAgain }: { why: "waiting" | "not_open"; onCheckAgain: () => void }) {
  const { t } = useTranslation();
  const { cities, me, can } = useMeeting();
  const city = cities.find(({ side }) => side === me.side);
  return (
    <LobbyFrame>
      <section className="lobby-middle" aria-live="polite">
        <Gate />
        <div>
          <h1>{t(why === "waiting" ? "lobby.soon" : "lobby.notOpen")}</h1>
          <p>
            {why === "waiting" ? (
              <Trans i18nKey="lobby.soonAbout" values={{ city: city?.full.text ?? "" }} components={{ city: <span lang={city?.full.lang} /> }} />
            ) : (
              t("lobby.notOpenAbout")
            )}
          </p>
        </div>
        <Clocks cities={cities} />
        <Notice kind="good">{t(can.speak ? "lobby.ready" : "lobby.readyToListen")}</Notice>
        {can.speak && (
          <button type="button" className="button" onClick={onCheckAgain}>
            {t("lobby.checkAgain")}
          </button>
        )}
        <Help />
      </section>
    </LobbyFrame>
  );
}
