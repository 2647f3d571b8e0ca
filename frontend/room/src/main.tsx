import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { Root } from "./app/Root";
import type { Lang } from "./contract/types";
import { callOver, farewellTo } from "./features/session/api/client";
import { read, seatName } from "./features/session/hooks/useStored";
import { asLang } from "./i18n/languages";
import { startTranslations } from "./i18n/start";
import { LiveKitHall } from "./media/livekitHall";
import { LiveKitSound } from "./media/LiveKitSound";
import type { Ports } from "./ports/context";

const element = document.getElementById("room");
if (!element) throw new Error("the page has no #room");
const { seat = "", api = "/api/room", home = "", source = "", scope } = element.dataset;
const key = `twinhall.language.${seatName(seat)}`;
const initial = asLang(element.dataset.language, "en");
let language: Lang = read(key, initial);

function overTheNetwork(): { ports: Ports; hall: LiveKitHall } {
  const hall = new LiveKitHall();
  return { hall, ports: { call: callOver(api, seat, () => language), hall, seat, home, source, farewell: farewellTo(api, seat) } };
}

async function portsOfThisPage(): Promise<{ ports: Ports; hall: LiveKitHall | null }> {
  if (import.meta.env.DEV && new URLSearchParams(location.search).has("fake")) {
    const { fakePorts } = await import("./dev/fake");
    return { ports: fakePorts(() => language), hall: null };
  }
  return overTheNetwork();
}

const { ports, hall } = await portsOfThisPage();
await startTranslations(language);
createRoot(element).render(
  <StrictMode>
    {hall && <LiveKitSound hall={hall} />}
    <Root
      ports={ports}
      scope={scope === "cue" ? "cue" : "room"}
      language={{
        key,
        initial,
        told: (next) => {
          language = next;
        },
      }}
    />
  </StrictMode>,
);
