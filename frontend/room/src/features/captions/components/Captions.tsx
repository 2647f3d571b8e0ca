import { useMeeting } from "../../session/hooks/useMeeting";
import { earlier, liveCaption, standing, type Book } from "../api/book";
import { useCaptionSettings } from "../hooks/useCaptionSettings";
import { Earlier } from "./Earlier";
import { LivePanel } from "./LivePanel";

export function Captions({ book }: { book: Book }) {
  const { people, captioner } = useMeeting();
  const { settings } = useCaptionSettings();
  const live = liveCaption(book);
  const before = standing(book, settings.lang);
  const caption = before ?? live;
  const personOf = (identity?: string | null) => people.find((person) => person.identity === identity) ?? null;
  if (settings.place === "off") return null;
  return (
    <div className="captions" data-size={settings.size}>
      <LivePanel caption={caption} spoken={before && live} captioner={captioner} speaker={personOf(caption?.speaker)} author={personOf(caption?.author)} settings={settings} />
      {settings.place !== "over" && <Earlier entries={earlier(book).filter((entry) => entry.kind === "gap" || entry.caption !== before)} people={people} reader={settings.lang} announced={settings.announce} />}
    </div>
  );
}
