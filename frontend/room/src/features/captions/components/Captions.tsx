import { useMeeting } from "../../session/hooks/useMeeting";
import { earlier, liveCaption, type Book } from "../api/book";
import { useCaptionSettings } from "../hooks/useCaptionSettings";
import { Earlier } from "./Earlier";
import { LivePanel } from "./LivePanel";

export function Captions({ book }: { book: Book }) {
  const { people, captioner } = useMeeting();
  const { settings } = useCaptionSettings();
  const caption = liveCaption(book);
  const personOf = (identity?: string | null) => people.find((person) => person.identity === identity) ?? null;
  if (settings.place === "off") return null;
  return (
    <div className="captions" data-size={settings.size}>
      <LivePanel caption={caption} captioner={captioner} speaker={personOf(caption?.speaker)} author={personOf(caption?.author)} settings={settings} />
      {settings.place !== "over" && <Earlier entries={earlier(book)} people={people} reader={settings.lang} announced={settings.announce} />}
    </div>
  );
}
