import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "../../../parts/Icon";
import { Notice } from "../../../parts/Notice";
import { usePorts } from "../../../ports/context";
import type { DeviceTrouble, HallView } from "../../../ports/hall";
import { LobbyNotice } from "../../officer/components/LobbyNotice";
import { ToastList } from "./ToastList";

/** Everything that must be told, at the top of the pictures and never over a caption. */
export function Banners({ view, mending }: { view: HallView; mending: boolean }) {
  const { t } = useTranslation();
  const { hall } = usePorts();
  return (
    <div className="announcements" data-nosnippet="">
      {mending && (
        <Notice icon="refresh-cw">
          <strong>{t("connection.mending")}</strong> {t("connection.mendingAbout")}
        </Notice>
      )}
      {view.soundBlocked && !mending && (
        <Notice
          kind="warn"
          icon="volume-x"
          action={
            <button type="button" className="button primary" onClick={() => void hall.startSound()}>
              <Icon name="volume-2" />
              {t("connection.turnSoundOn")}
            </button>
          }
        >
          {t("connection.soundBlocked")}
        </Notice>
      )}
      {view.deviceTrouble && <DeviceNotice key={`${view.deviceTrouble.kind}/${view.deviceTrouble.reason}`} trouble={view.deviceTrouble} />}
      <LobbyNotice />
      <ToastList />
    </div>
  );
}

function DeviceNotice({ trouble }: { trouble: DeviceTrouble }) {
  const { t } = useTranslation();
  const [seen, setSeen] = useState(false);
  if (seen) return null;
  return (
    <Notice
      kind="warn"
      action={
        <button type="button" className="button quiet" aria-label={t("close")} onClick={() => setSeen(true)}>
          <Icon name="x" />
        </button>
      }
    >
      <strong>{t(`trouble.${trouble.kind}.${trouble.reason}`)}</strong> {t(`trouble.do.${trouble.reason}`)}
    </Notice>
  );
}
