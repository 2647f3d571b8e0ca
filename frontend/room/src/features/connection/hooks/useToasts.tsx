import { createContext, use, useCallback, useMemo, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { CallError } from "../../../ports/call";

export interface Toast {
  id: number;
  kind: "plain" | "warn" | "error";
  text: string;
}

interface Toasts {
  toasts: Toast[];
  tell: (text: string, kind?: Toast["kind"]) => void;
  dismiss: (id: number) => void;
}

const Context = createContext<Toasts | null>(null);
const STAYS_MS = 7_000;

export function ToastProvider({ children }: { children: ReactNode }) {
  const [toasts, setToasts] = useState<Toast[]>([]);
  const dismiss = useCallback((id: number) => setToasts((all) => all.filter((toast) => toast.id !== id)), []);
  const tell = useCallback(
    (text: string, kind: Toast["kind"] = "plain") => {
      const id = performance.now();
      setToasts((all) => [...all.filter((toast) => toast.text !== text), { id, kind, text }].slice(-3));
      setTimeout(() => dismiss(id), STAYS_MS);
    },
    [dismiss],
  );
  const value = useMemo(() => ({ toasts, tell, dismiss }), [toasts, tell, dismiss]);
  return <Context value={value}>{children}</Context>;
}

export function useToasts(): Toasts {
  const value = use(Context);
  if (!value) throw new Error("useToasts outside ToastProvider");
  return value;
}

/** Runs an action; what the server refused is shown in its own words. True when it was done. */
export function useAttempt(): (act: () => Promise<unknown>) => Promise<boolean> {
  const { t } = useTranslation();
  const { tell } = useToasts();
  return useCallback(
    async (act) => {
      try {
        await act();
        return true;
      } catch (cause) {
        if (!(cause instanceof CallError)) throw cause;
        tell(cause.isSilence || !cause.message ? t("connection.notSent") : cause.message, "error");
        return false;
      }
    },
    [t, tell],
  );
}
