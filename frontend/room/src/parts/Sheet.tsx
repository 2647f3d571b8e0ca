import { useEffect, useId, useRef, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "./Icon";

/** A panel beside the pictures on a wide screen, over them on a small one. */
export function Sheet({ title, onClose, children, foot }: { title: string; onClose: () => void; children: ReactNode; foot?: ReactNode }) {
  const { t } = useTranslation();
  const heading = useId();
  const ref = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    ref.current?.focus();
  }, []);
  return (
    <aside
      className="sheet-side"
      aria-labelledby={heading}
      onKeyDown={(event) => {
        if (event.key === "Escape") onClose();
      }}
    >
      <header>
        <h2 id={heading} ref={ref} tabIndex={-1}>
          {title}
        </h2>
        <button type="button" className="button quiet" onClick={onClose}>
          <Icon name="x" />
          <span>{t("close")}</span>
        </button>
      </header>
      <div className="sheet-body" tabIndex={0} role="group" aria-labelledby={heading}>
        {children}
      </div>
      {foot}
    </aside>
  );
}
