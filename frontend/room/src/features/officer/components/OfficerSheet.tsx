import { useTranslation } from "react-i18next";
import type { Presence } from "../../../ports/hall";
import { Sheet } from "../../../parts/Sheet";
import { CuePanel } from "../../cue/components/CuePanel";
import { useMeeting } from "../../session/hooks/useMeeting";
import { AgendaDrive } from "./AgendaDrive";
import { CaptionHealth } from "./CaptionHealth";
import { HandList } from "./HandList";
import { PeopleList } from "./PeopleList";

/** Everything an officer does during the meeting, in the order it is needed. */
export function OfficerSheet({ present, onClose }: { present: Presence[]; onClose: () => void }) {
  const { t } = useTranslation();
  const { can, me } = useMeeting();
  return (
    <Sheet title={t("officer.title")} onClose={onClose}>
      {can.run && <AgendaDrive />}
      {can.cue && (
        <section className="sheet-part">
          <h3>{t("cue.title")}</h3>
          <CuePanel lang={me.language} />
        </section>
      )}
      <CaptionHealth />
      <HandList />
      <PeopleList present={present} />
    </Sheet>
  );
}
