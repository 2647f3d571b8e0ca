import { useTranslation } from "react-i18next";
import { Icon } from "../../../parts/Icon";
import { Notice } from "../../../parts/Notice";
import { useToasts } from "../hooks/useToasts";

/** At the top, where no caption ever is. */
export function ToastList() {
  const { t } = useTranslation();
  const { toasts, dismiss } = useToasts();
  return (
    <>
      {toasts.map((toast) => (
        <Notice
          key={toast.id}
          kind={toast.kind}
          action={
            <button type="button" className="button quiet" aria-label={t("close")} onClick={() => dismiss(toast.id)}>
              <Icon name="x" />
            </button>
          }
        >
          {toast.text}
        </Notice>
      ))}
    </>
  );
}
