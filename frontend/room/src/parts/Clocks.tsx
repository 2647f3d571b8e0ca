import { useTranslation } from "react-i18next";
import type { City } from "../contract/types";
import { useNow } from "../features/session/hooks/useNow";
import { clockIn } from "../features/session/api/time";
import { SideShape } from "./SideShape";
import { Words } from "./Words";

/** What time it is in both cities, by the server's clock. */
export function Clocks({ cities }: { cities: City[] }) {
  const { t } = useTranslation();
  const now = useNow();
  return (
    <dl className="clocks" aria-label={t("clocks")}>
      {cities.map((city) => (
        <div key={city.side}>
          <dt>
            <SideShape side={city.side} />
            <Words of={city.short} />
          </dt>
          <dd>
            <time>{clockIn(now, city.timezone)}</time>
          </dd>
        </div>
      ))}
    </dl>
  );
}
