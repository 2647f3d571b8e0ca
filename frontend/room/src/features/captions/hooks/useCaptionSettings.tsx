import { createContext, use, useMemo, type ReactNode } from "react";
import type { Lang } from "../../../contract/types";
import { usePorts } from "../../../ports/context";
import { seatName, useStored } from "../../session/hooks/useStored";
import { usualSettings, type CaptionSettings } from "../api/settings";

interface Value {
  settings: CaptionSettings;
  change: (part: Partial<CaptionSettings>) => void;
}

const Context = createContext<Value | null>(null);

export function CaptionSettingsProvider({ language, children }: { language: Lang; children: ReactNode }) {
  const { seat } = usePorts();
  const [stored, store] = useStored<Partial<CaptionSettings>>(`twinhall.captions.${seatName(seat)}`, {});
  const value = useMemo(
    () => ({ settings: { ...usualSettings(language), ...stored }, change: (part: Partial<CaptionSettings>) => store({ ...stored, ...part }) }),
    [language, stored, store],
  );
  return <Context value={value}>{children}</Context>;
}

export function useCaptionSettings(): Value {
  const value = use(Context);
  if (!value) throw new Error("useCaptionSettings outside its provider");
  return value;
}
