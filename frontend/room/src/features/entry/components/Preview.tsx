import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Wishes } from "../../../ports/hall";
import { Icon } from "../../../parts/Icon";

interface Props {
  stream: MediaStream | null;
  wishes: Wishes;
  change: (part: Partial<Wishes>) => void;
}

/** One's own picture as in a mirror, with the two switches. */
export function Preview({ stream, wishes, change }: Props) {
  const { t } = useTranslation();
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    if (video.current) video.current.srcObject = stream;
  }, [stream]);
  return (
    <div className="preview">
      <video ref={video} autoPlay playsInline muted aria-label={t("entry.ownPicture")} hidden={!stream} />
      {!stream && <p className="preview-words">{t(wishes.camera ? "entry.cameraOpening" : "entry.cameraOff")}</p>}
      <div className="row">
        <button type="button" className="button" aria-pressed={wishes.camera} onClick={() => change({ camera: !wishes.camera })}>
          <Icon name={wishes.camera ? "video" : "video-off"} />
          {t(wishes.camera ? "entry.turnCameraOff" : "entry.turnCameraOn")}
        </button>
        <button type="button" className="button" aria-pressed={wishes.microphone} onClick={() => change({ microphone: !wishes.microphone })}>
          <Icon name={wishes.microphone ? "mic" : "mic-off"} />
          {t(wishes.microphone ? "entry.turnMicOff" : "entry.turnMicOn")}
        </button>
      </div>
    </div>
  );
}
