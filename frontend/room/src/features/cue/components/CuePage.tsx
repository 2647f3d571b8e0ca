import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { BrandDrawing } from "../../../parts/Brand";
import { Clocks } from "../../../parts/Clocks";
import { Words } from "../../../parts/Words";
import { ToastList } from "../../connection/components/ToastList";
import { RunStrip } from "../../run/components/RunStrip";
import { useBody } from "../../session/hooks/useBody";
import { useMeeting, useRefresh } from "../../session/hooks/useMeeting";
import { CuePanel } from "./CuePanel";

const ASK_MS = 1_000;

/** The helper's page: no pictures, no sound, only the captions in hand. */
export function CuePage() {
  const { t } = useTranslation();
  useBody("room", "dark");
  const { meeting, me, cities } = useMeeting();
  const refresh = useRefresh();
  useEffect(() => {
    let timer = 0;
    const ask = () => {
      void refresh()
        .catch(() => undefined) // asked again in a second
        .then(() => {
          timer = window.setTimeout(ask, ASK_MS);
        });
    };
    timer = window.setTimeout(ask, ASK_MS);
    return () => clearTimeout(timer);
  }, [refresh]);
  return (
    <>
      <header className="hall-bar">
        <span className="brand">
          <BrandDrawing />
        </span>
        <div className="titles">
          <h1>
            <Words of={meeting.title} />
          </h1>
          <p>{t("cue.title")}</p>
        </div>
        <div className="end">
          <Clocks cities={cities} />
        </div>
      </header>
      <RunStrip />
      <main className="cue-page">
        <ToastList />
        <CuePanel lang={me.language} />
      </main>
    </>
  );
}
