import type { Lang } from "../contract/types";
import type { Hall, HallView, Picture, Presence, Wishes } from "../ports/hall";

/** A hall whose people are drawn: for looking at the room without a media server. */
export class DrawnHall implements Hall {
  #view: HallView = { link: "idle", present: [], me: null, soundBlocked: false, roomCopy: "", deviceTrouble: null };
  #listeners = new Set<() => void>();
  #captions = new Map<Lang, Set<(json: string) => void>>();
  readonly #pictures = new Map<string, Picture>();

  constructor(private readonly who: { me: number; present: number[]; speaking: number | null; sharing: number | null; cameraless: number[] }) {}

  readonly snapshot = () => this.#view;
  readonly subscribe = (changed: () => void) => {
    this.#listeners.add(changed);
    return () => this.#listeners.delete(changed);
  };

  put(part: Partial<HallView>): void {
    this.#view = { ...this.#view, ...part };
    for (const listener of this.#listeners) listener();
  }

  send(lang: Lang, json: string): void {
    for (const heard of this.#captions.get(lang) ?? []) heard(json);
  }

  wanted = (): Lang[] => [...this.#captions.keys()];

  async join(_url: string, _token: string, wishes: Wishes): Promise<void> {
    await Promise.resolve();
    const present = this.who.present.map((id) => this.#presence(id, wishes));
    this.put({ link: "here", present, me: `p${this.who.me}` });
  }

  async leave(): Promise<void> {
    await Promise.resolve();
    this.put({ link: "idle", present: [] });
  }

  setMicrophone = (on: boolean) => this.#mine({ microphone: on });
  setCamera = (on: boolean) => this.#mine({ camera: on ? this.#picture(this.who.me, false) : null });
  setScreen = (on: boolean) => this.#mine({ screen: on ? this.#picture(this.who.me, true) : null });
  useDevice = () => Promise.resolve();
  startSound = async () => {
    await Promise.resolve();
    this.put({ soundBlocked: false });
  };

  onCaption(lang: Lang, heard: (json: string) => void): () => void {
    const all = this.#captions.get(lang) ?? new Set();
    this.#captions.set(lang, all.add(heard));
    return () => {
      all.delete(heard);
      if (!all.size) this.#captions.delete(lang);
    };
  }

  #presence(id: number, wishes: Wishes): Presence {
    const local = id === this.who.me;
    const speaking = id === this.who.speaking;
    return {
      identity: `p${id}`,
      local,
      speaking,
      microphone: speaking || (local && wishes.microphone && this.who.speaking === null),
      camera: this.who.cameraless.includes(id) || (local && !wishes.camera) ? null : this.#picture(id, false),
      screen: this.who.sharing === id ? this.#picture(id, true) : null,
      quality: id === 4 ? "poor" : "good",
      lastSpokeAt: speaking ? Date.now() : 0,
    };
  }

  async #mine(part: Partial<Presence>): Promise<void> {
    await Promise.resolve();
    this.put({ present: this.#view.present.map((one) => (one.local ? { ...one, ...part } : one)) });
  }

  #picture(id: number, screen: boolean): Picture {
    const key = `${id}/${screen}`;
    const known = this.#pictures.get(key);
    if (known) return known;
    const picture = drawnPicture(key, screen ? drawSlide : (canvas) => drawPeople(canvas, id % 2 === 1));
    this.#pictures.set(key, picture);
    return picture;
  }
}

function drawnPicture(id: string, draw: (canvas: CanvasRenderingContext2D) => void): Picture {
  return {
    id,
    attach(element) {
      const canvas = document.createElement("canvas");
      canvas.width = 1280;
      canvas.height = 720;
      const context = canvas.getContext("2d");
      if (!context) return () => undefined;
      const paint = () => draw(context);
      paint();
      const timer = setInterval(paint, 1000);
      element.srcObject = canvas.captureStream(4);
      return () => {
        clearInterval(timer);
        element.srcObject = null;
      };
    },
  };
}

function drawPeople(to: CanvasRenderingContext2D, host: boolean): void {
  const [wall, dark, skin, suit] = host ? ["#39555a", "#1d2d31", "#7b9a9a", "#0f1a1d"] : ["#5d4e40", "#2c251f", "#a58f73", "#17120e"];
  const light = to.createLinearGradient(0, 0, 0, 720);
  light.addColorStop(0, wall);
  light.addColorStop(1, dark);
  to.fillStyle = light;
  to.fillRect(0, 0, 1280, 720);
  for (const [x, y, size] of [[340, 344, 0.82], [940, 344, 0.82], [640, 292, 1.1]] as const) {
    to.fillStyle = suit;
    to.beginPath();
    to.ellipse(x, y + 190 * size, 150 * size, 120 * size, 0, Math.PI, 0);
    to.fill();
    to.fillStyle = skin;
    to.beginPath();
    to.ellipse(x, y, 58 * size, 68 * size, 0, 0, Math.PI * 2);
    to.fill();
    to.fillStyle = suit;
    to.beginPath();
    to.ellipse(x, y - 26 * size, 60 * size, 46 * size, 0, Math.PI, 0);
    to.fill();
  }
  to.fillStyle = suit;
  to.fillRect(0, 524, 1280, 196);
}

function drawSlide(to: CanvasRenderingContext2D): void {
  to.fillStyle = "#f5f4ef";
  to.fillRect(0, 0, 1280, 720);
  to.fillStyle = "#0a5c5c";
  to.font = "600 56px sans-serif";
  to.fillText("2004 – 2021", 80, 130);
  for (const [index, height] of [120, 180, 260, 220, 340].entries()) to.fillRect(120 + index * 220, 620 - height, 120, height);
}
