import { useCallback, useMemo } from "react";
import { usePorts } from "../../../ports/context";
import { seatName, useStored } from "../../session/hooks/useStored";
import { USUAL, type PrompterSettings } from "../api/settings";

export interface OwnSettings {
  settings: PrompterSettings;
  change: (part: Partial<PrompterSettings>) => void;
}

export function usePrompterSettings(): OwnSettings {
  const { seat } = usePorts();
  const [stored, store] = useStored<Partial<PrompterSettings>>(`twinhall.prompter.${seatName(seat)}`, {});
  const change = useCallback((part: Partial<PrompterSettings>) => store({ ...stored, ...part }), [store, stored]);
  return useMemo(() => ({ settings: { ...USUAL, ...stored }, change }), [stored, change]);
}
