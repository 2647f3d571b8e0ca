import { useTranslation } from "react-i18next";
import { Icon } from "../../../parts/Icon";
import { dataSide, SideShape } from "../../../parts/SideShape";
import { Words } from "../../../parts/Words";
import { useMeeting } from "../../session/hooks/useMeeting";
import type { Seat } from "../api/seating";
import { PictureView } from "./PictureView";
import { Plate } from "./Plate";
import { QualityBars } from "./QualityBars";

interface Props {
  seat: Seat;
  main: boolean;
  small?: boolean;
  frozen: boolean;
}

/** One person: picture, place, plate. */
export function Tile({ seat: { person, presence }, main, small = false, frozen }: Props) {
  const { t } = useTranslation();
  const { cities, hands } = useMeeting();
  const city = cities.find(({ side }) => side === person.side);
  const hand = hands.findIndex((raised) => raised.person === person.id) + 1;
  const classes = ["tile", main && "main", presence?.speaking && "speaking", small && "small"].filter(Boolean).join(" ");
  return (
    <figure className={classes} data-side={dataSide(person.side)} data-person={person.id} data-away={presence ? undefined : true}>
      {presence?.camera ? (
        <PictureView picture={presence.camera} label={t("stage.pictureOf", { name: person.name.text })} mirrored={presence.local} frozen={frozen} />
      ) : (
        <div className="no-picture">
          <span aria-hidden="true" lang={person.name.lang}>
            {person.name.text.slice(0, 1)}
          </span>
          <p>{t(presence ? "stage.noCamera" : "stage.away")}</p>
        </div>
      )}
      {city && (
        <p className="place">
          <SideShape side={person.side} />
          <Words of={city.full} />
          {presence && <QualityBars quality={frozen ? "lost" : presence.quality} />}
        </p>
      )}
      {(person.synthetic || hand > 0) && (
        <p className="badges">
          {hand > 0 && (
            <span className="hand-up">
              <Icon name="hand" />
              <span className="unseen">{t("hands.raisedBy", { order: hand })}</span>
              <b aria-hidden="true">{hand}</b>
            </span>
          )}
          {person.synthetic && (
            <span className="synthetic">
              <Icon name="cpu" />
              {t("stage.synthetic")}
            </span>
          )}
        </p>
      )}
      <Plate person={person} presence={presence} />
    </figure>
  );
}
