import { useEffect, useRef } from "react";
import type { Picture } from "../../../ports/hall";

interface Props {
  picture: Picture;
  label: string;
  mirrored?: boolean;
  /** the connection is being mended: the last picture stays */
  frozen?: boolean;
}

export function PictureView({ picture, label, mirrored = false, frozen = false }: Props) {
  const video = useRef<HTMLVideoElement>(null);
  const still = useRef<HTMLCanvasElement>(null);

  useEffect(() => {
    const element = video.current;
    return element ? picture.attach(element) : undefined;
  }, [picture]);

  useEffect(() => {
    if (frozen && video.current && still.current) keep(video.current, still.current);
  }, [frozen]);

  return (
    <div className="picture" data-mirrored={mirrored || undefined} data-frozen={frozen || undefined}>
      <video ref={video} autoPlay playsInline muted aria-label={label} />
      <canvas ref={still} hidden={!frozen} aria-hidden="true" />
    </div>
  );
}

function keep(video: HTMLVideoElement, still: HTMLCanvasElement): void {
  if (!video.videoWidth) return;
  still.width = video.videoWidth;
  still.height = video.videoHeight;
  still.getContext("2d")?.drawImage(video, 0, 0);
}
