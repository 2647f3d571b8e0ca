import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { LobbyFrame } from "../features/lobby/components/LobbyFrame";

/** Nothing for a second, then the shape of what comes. */
export function Loading() {
  const { t } = useTranslation();
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 1000);
    return () => clearTimeout(timer);
  }, []);
  return (
    <LobbyFrame>
      <section className="stack" aria-busy="true" aria-label={t("loading")}>
        {late && (
          <>
            <div className="skeleton" />
            <div className="skeleton" />
            <div className="skeleton" />
          </>
        )}
      </section>
    </LobbyFrame>
  );
}
