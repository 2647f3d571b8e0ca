import type { CSSProperties } from "react";
import { useTranslation } from "react-i18next";
import { Words } from "../../../parts/Words";
import type { Presence } from "../../../ports/hall";
import { useMeeting } from "../../session/hooks/useMeeting";
import { gridFor, seat, type Seat, type Seating, type View } from "../api/seating";
import { PictureView } from "./PictureView";
import { Tile } from "./Tile";

interface Props {
  present: Presence[];
  view: View;
  frozen: boolean;
}

/** All pictures, never cropped: two of equal size, a grid of everybody, or a shared screen with both beside it. */
export function Tiles({ present, view, frozen }: Props) {
  const { people, run } = useMeeting();
  const seating = seat(people, present, run);
  if (seating.sharing?.presence?.screen) return <SharedScreen seating={seating} sharing={seating.sharing} frozen={frozen} />;
  if (view === "gallery") return <Gallery seating={seating} frozen={frozen} />;
  return (
    <div className="tiles" data-view="speaker" data-strip={seating.others.length > 0 || undefined}>
      {seating.pair.map((one) => (
        <Tile key={one.person.identity} seat={one} main={one.person.identity === seating.main} frozen={frozen} />
      ))}
      {seating.others.length > 0 && (
        <div className="strip">
          {seating.others.slice(0, 6).map((one) => (
            <Tile key={one.person.identity} seat={one} main={false} small frozen={frozen} />
          ))}
          <MoreHere count={seating.others.length - 6} />
        </div>
      )}
    </div>
  );
}

function MoreHere({ count }: { count: number }) {
  const { t } = useTranslation();
  return count > 0 ? <p className="more-here">{t("stage.moreHere", { count })}</p> : null;
}

function Gallery({ seating, frozen }: { seating: Seating; frozen: boolean }) {
  const seats: Seat[] = [...seating.pair, ...seating.others];
  const wide = gridFor(seats.length, innerWidth, Math.max(200, innerHeight - 448));
  const narrow = gridFor(seats.length, innerWidth, Math.max(200, innerHeight * 0.42));
  const style = { "--cols": wide.columns, "--rows": wide.rows, "--cols-phone": narrow.columns, "--rows-phone": narrow.rows } as CSSProperties;
  return (
    <div className="tiles" data-view="gallery" style={style}>
      {seats.map((one) => (
        <Tile key={one.person.identity} seat={one} main={one.person.identity === seating.main} small={seats.length > 4} frozen={frozen} />
      ))}
    </div>
  );
}

function SharedScreen({ seating, sharing, frozen }: { seating: Seating; sharing: Seat; frozen: boolean }) {
  const { t } = useTranslation();
  if (!sharing.presence?.screen) return null;
  return (
    <div className="tiles" data-view="sharing">
      <figure className="shared">
        <PictureView picture={sharing.presence.screen} label={t("stage.screenOf", { name: sharing.person.name.text })} frozen={frozen} />
        <figcaption className="place">
          {t("stage.shares")} <Words of={sharing.person.name} keep />
        </figcaption>
      </figure>
      {seating.pair.map((one) => (
        <Tile key={one.person.identity} seat={one} main={one.person.identity === seating.main} small frozen={frozen} />
      ))}
    </div>
  );
}
