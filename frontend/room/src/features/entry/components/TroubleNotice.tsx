import { useTranslation } from "react-i18next";
import { Notice } from "../../../parts/Notice";
import type { Trouble } from "../api/devices";

/** What does not work and the one thing to do about it. */
export function TroubleNotice({ device, trouble }: { device: "microphone" | "camera"; trouble: Trouble }) {
  const { t } = useTranslation();
  return (
    <Notice kind="warn">
      <strong>{t(`trouble.${device}.${trouble}`)}</strong> {t(`trouble.do.${trouble}`)}
    </Notice>
  );
}
