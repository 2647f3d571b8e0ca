import { LANGS, type ChatMessage, type Cue, type Hand, type Lang, type LobbyEntry, type RoomCopy, type Run, type State } from "../contract/types";
import { CallError, type Call } from "../ports/call";
import type { Ports } from "../ports/context";
import { DrawnHall } from "./drawnHall";
import { drawnPrompt } from "./prompt";
import { agenda, cities, freeCaption, meeting, people, REMARKS, scriptCaption } from "./story";

/**
 * A server and a room that live in the page, for development only. The address says what to show:
 * as=1..7 (person), speaker=1|2, present=1,2,4, caption=script|machine|source|left|lost|quiet, cursor=2, prompter=long|empty|error, door=admitted|waiting|
 * not_open|refused|ended|expired|revoked, hands=1, chat=1, lobby=1, share=1, sound=blocked, link=reconnecting|elsewhere,
 * trouble=microphone.unplugged, synthetic=1, over=1, held=1, play=1 (the remarks go on by themselves), late=1 (captions fall behind),
 * missed=12 (seconds of speech without captions).
 */
export function fakePorts(language: () => Lang): Ports {
  const query = new URLSearchParams(location.search);
  const world = new World(query);
  return { call: world.answer(language), hall: world.hall, seat: query.get("seat") ?? "development", home: "/", source: query.get("source") ?? "", farewell: () => undefined };
}

class World {
  readonly hall: DrawnHall;
  readonly #me: number;
  readonly #speaker: 1 | 2;
  readonly #query: URLSearchParams;
  #cursor: number;
  readonly #since = iso(Date.now() - 20_000);
  #revision = 1;
  #run: Run;
  #hands: Hand[] = [];
  #chat: ChatMessage[] = [];
  #lobby: LobbyEntry[] = [];
  #cue: Cue;

  constructor(query: URLSearchParams) {
    this.#query = query;
    this.#me = Number(query.get("as") ?? 1);
    this.#speaker = query.get("speaker") === "1" ? 1 : 2;
    this.#cursor = Number(query.get("cursor") ?? 2);
    const quiet = query.get("caption") === "quiet";
    const present = (query.get("present") ?? "1,2").split(",").map(Number);
    this.hall = new DrawnHall({
      me: this.#me,
      present: present.includes(this.#me) ? present : [...present, this.#me],
      speaking: quiet ? null : this.#speaker,
      sharing: query.has("share") ? 2 : null,
      cameraless: (query.get("cameraless") ?? "").split(",").map(Number),
    });
    const started = Date.now() - (query.has("over") ? 12 * 60_000 + 4_000 : 6 * 60_000 + 20_000);
    this.#run = { revision: 3, state: "live", item: 11, speaker: this.#speaker, itemStartedAt: iso(started), itemEndsAt: iso(started + 10 * 60_000) };
    this.#cue = { held: query.has("held"), by: query.has("held") ? 3 : null, segment: this.#cursor + 1, position: this.#cursor + 1, total: REMARKS[this.#speaker].length, revision: 1 };
    if (query.has("hands")) this.#hands = [4, 1].map((person, index) => ({ person, at: iso(Date.now() - 60_000 + index * 1000) }));
    if (query.has("chat")) this.#chat = CHAT.map(([person, lang, text], index) => ({ id: index + 1, person, lang, text, at: iso(Date.now() - 200_000 + index * 40_000) }));
    if (query.has("lobby")) this.#lobby = [4, 5].map((person) => ({ person, since: iso(Date.now() - 30_000) }));
  }

  answer(language: () => Lang): Call {
    return async (method, path, body) => {
      await new Promise((waited) => setTimeout(waited, 60));
      const [route = "", search = ""] = path.split("?");
      const lang = (new URLSearchParams(search).get("lang") ?? language()) as Lang;
      const door = this.#query.get("door") ?? "admitted";
      if (door === "expired" || door === "revoked") throw new CallError(410, door, "");
      const asked = (body ?? {}) as Record<string, unknown>;
      switch (`${method} ${route}`) {
        case "GET /state":
          return this.#state(lang);
        case "POST /enter":
          if (door === "admitted") setTimeout(() => this.#begin(), 50);
          return door === "admitted" ? { status: door, url: "drawn:", token: "" } : { status: door };
        case "GET /captions":
          return { captions: this.#past(lang) };
        case "GET /script":
          return this.#script(lang);
        case "GET /prompter":
          if (this.#query.get("prompter") === "error") throw new CallError(0, "silence", "");
          return drawnPrompt(this.#me === 2 ? 2 : 1, this.#query.get("prompter") ?? "", this.#me === this.#speaker ? this.#cursor + 1 : null);
        case "POST /hand":
          this.#raise(asked);
          return { hands: this.#hands };
        case "POST /chat":
          return this.#say(asked.text as string, language());
        case "POST /admit":
          this.#lobby = this.#lobby.filter(({ person }) => person !== asked.person);
          return { lobby: this.#lobby };
        case "POST /run":
          return this.#step(asked);
        case "POST /cue":
          return this.#cueStep(asked);
        default:
          return {};
      }
    };
  }

  #state(lang: Lang): State {
    const everyone = people(lang, this.#query.has("synthetic"));
    const me = everyone[this.#me - 1];
    if (!me) throw new CallError(404, "unknown", "");
    const officer = me.role === "officer";
    return {
      now: iso(Date.now()),
      me,
      meeting: meeting(lang, iso(Date.now() + (this.#query.has("early") ? 9 * 60_000 : -7 * 60_000))),
      cities: cities(lang),
      people: everyone,
      agenda: agenda(lang),
      run: this.#query.has("early") ? { ...this.#run, state: "open", item: null, speaker: null, itemStartedAt: null, itemEndsAt: null } : this.#run,
      remarks: 1,
      hands: this.#hands,
      chat: this.#chat,
      captions: [],
      captioner: this.#captioner(),
      cue: this.#cue,
      lobby: officer ? this.#lobby : [],
      languages: [...LANGS],
      can: { run: officer, admit: officer, cue: officer, share: me.canSpeak, speak: me.canSpeak, chat: true },
    };
  }

  #captioner(): State["captioner"] {
    const state = this.#query.get("caption") === "lost" ? "lost" : "on";
    return { state, since: this.#since, late: this.#query.has("late"), lost: Number(this.#query.get("missed") ?? 0) };
  }

  #begin(): void {
    this.#copy();
    const link = this.#query.get("link");
    if (link) setTimeout(() => this.hall.put({ link: link as "reconnecting" | "elsewhere" }), 600);
    if (this.#query.get("sound")) this.hall.put({ soundBlocked: true });
    const [kind, reason] = (this.#query.get("trouble") ?? "").split(".");
    if (kind) this.hall.put({ deviceTrouble: { kind: kind as "microphone", reason: (reason ?? "unknown") as "unplugged" } });
    for (const after of [100, 400, 900, 1600]) setTimeout(() => this.#speak(), after); // the page may still be drawing itself
    if (this.#query.has("play"))
      setInterval(() => {
        this.#cursor = (this.#cursor + 1) % REMARKS[this.#speaker].length;
        this.#speak();
      }, 4000);
  }

  #speak(): void {
    const kind = this.#query.get("caption") ?? "script";
    for (const lang of this.hall.wanted()) {
      if (kind === "script" || kind === "left") this.hall.send(lang, JSON.stringify(scriptCaption(this.#speaker, this.#cursor, lang, Date.now())));
      if (kind === "left") this.hall.send(lang, JSON.stringify({ ...freeCaption(this.#speaker, "source", lang, 90_000), kind: "none", text: "" }));
      if (kind === "machine" || kind === "source") this.hall.send(lang, JSON.stringify(freeCaption(this.#speaker, kind, lang, 90_000)));
    }
  }

  #past(lang: Lang) {
    const other = this.#speaker === 1 ? 2 : 1;
    const before = Array.from({ length: this.#query.get("caption") === "quiet" ? 0 : this.#cursor }, (_, index) => ({ ...scriptCaption(this.#speaker, index, lang), end: 1 }));
    return [{ ...scriptCaption(other, 0, lang), start: 1000, end: 2000 }, freeCaption(this.#speaker, "source", lang, 20_000), freeCaption(this.#speaker, "machine", lang, 30_000), ...before];
  }

  #script(lang: Lang) {
    const own = this.#speaker === 1 ? "ko" : "vi";
    const shown = lang === own ? (own === "ko" ? "vi" : "ko") : lang;
    const segments = REMARKS[this.#speaker].map((texts, index) => ({ id: index + 1, position: index + 1, text: texts[own], rendition: index === 4 ? null : { lang: shown, text: texts[shown], status: "approved" as const } }));
    return { item: 11, speaker: this.#speaker, language: own, segments };
  }

  #raise(asked: Record<string, unknown>): void {
    const person = (asked.person as number | undefined) ?? this.#me;
    this.#hands = this.#hands.filter((hand) => hand.person !== person);
    if (asked.raised) this.#hands.push({ person, at: iso(Date.now()) });
    this.#copy();
  }

  #say(text: string, lang: Lang): ChatMessage {
    const message = { id: this.#chat.length + 1, person: this.#me, at: iso(Date.now()), text, lang };
    this.#chat = [...this.#chat, message];
    return message;
  }

  #step(asked: Record<string, unknown>) {
    const ids = [11, 12, 13];
    const at = ids.indexOf(this.#run.item ?? 11);
    const item = asked.action === "next" ? (ids[at + 1] ?? 13) : asked.action === "previous" ? (ids[at - 1] ?? 11) : asked.action === "go" ? (asked.item as number) : this.#run.item;
    const moved = item !== this.#run.item;
    this.#run = {
      ...this.#run,
      revision: this.#run.revision + 1,
      state: asked.action === "end" ? "ended" : "live",
      item,
      speaker: asked.action === "speaker" ? (asked.speaker as number) : moved ? null : this.#run.speaker,
      itemStartedAt: moved ? iso(Date.now()) : this.#run.itemStartedAt,
      itemEndsAt: moved ? iso(Date.now() + 15 * 60_000) : this.#run.itemEndsAt,
    };
    this.#copy();
    return { run: this.#run };
  }

  #cueStep(asked: Record<string, unknown>) {
    const total = REMARKS[this.#speaker].length;
    const at = asked.action === "next" ? this.#cursor + 1 : asked.action === "previous" ? this.#cursor - 1 : asked.action === "go" ? (asked.segment as number) - 1 : this.#cursor;
    this.#cursor = Math.min(total - 1, Math.max(0, at));
    const held = asked.action !== "release";
    this.#cue = { held, by: held ? this.#me : null, segment: this.#cursor + 1, position: this.#cursor + 1, total, revision: this.#cue.revision + 1 };
    this.#speak();
    this.#copy();
    return { cue: this.#cue };
  }

  #copy(): void {
    this.#revision += 1;
    const copy: RoomCopy = { revision: this.#revision, run: this.#run, hands: this.#hands, cue: this.#cue, captioner: this.#captioner(), people: 1, remarks: 1, chat: this.#chat.at(-1)?.id ?? 0, lobby: this.#lobby.length };
    this.hall.put({ roomCopy: JSON.stringify(copy) });
  }
}

const CHAT: [number, Lang, string][] = [
  [4, "vi", "Kính gửi quý vị, tài liệu báo cáo đã được gửi qua thư điện tử."],
  [5, "ko", "잘 받았습니다. 감사합니다."],
  [2, "vi", "Xin cảm ơn."],
];

function iso(ms: number): string {
  return new Date(ms).toISOString();
}
