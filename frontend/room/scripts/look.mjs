// Screenshots and checks of the room on drawn people: axe, sideways scroll, cut words, small targets.
//   npx vite --port 18201 &   node scripts/look.mjs OUT [name …]      (LOOK_AT: another address)
import { mkdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { chromium } from "playwright-core";

const require = createRequire(import.meta.url);
const base = process.env.LOOK_AT ?? "http://127.0.0.1:18201/";
const [out = "shots", ...wanted] = process.argv.slice(2);
const ARGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync", "--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream",
  "--autoplay-policy=no-user-gesture-required"];
const WIDE = [1440, 900];
const PHONE = [390, 844];
const LARGE_CAPTIONS = (place, size = "normal", more = {}) => ({ captions: { place, size, ...more } });

/** [picture, query, size, inside the room?, what else] */
const SHOTS = [
  ["room.ko.wide", "lang=ko", WIDE, true], ["room.ko.phone", "lang=ko", PHONE, true], ["room.ko.laptop", "lang=ko", [1366, 768], true],
  ["room.vi.wide", "lang=vi&as=2&speaker=1", WIDE, true], ["room.vi.phone", "lang=vi&as=2&speaker=1", PHONE, true],
  ["room.vi.tablet", "lang=vi&as=2&speaker=1", [1024, 768], true], ["room.vi.sideways", "lang=vi&as=2&speaker=1", [844, 390], true],
  ["room.ja.wide", "lang=ja", WIDE, true], ["room.en.wide", "lang=en", WIDE, true], ["room.ja.phone", "lang=ja", PHONE, true], ["room.en.phone", "lang=en", PHONE, true],
  ["room.en.tablet", "lang=en&as=3", [1024, 768], true],
  ["room.machine.wide", "lang=ko&caption=machine", WIDE, true], ["room.source.wide", "lang=ko&caption=source", WIDE, true],
  ["room.original.wide", "lang=ko&speaker=1", WIDE, true], ["room.lost.wide", "lang=ko&caption=lost", WIDE, true], ["room.quiet.wide", "lang=ko&caption=quiet", WIDE, true],
  ["room.over.wide", "lang=vi&as=2&speaker=1&over=1", WIDE, true, LARGE_CAPTIONS("over", "large")],
  ["room.over.phone", "lang=ko", PHONE, true, LARGE_CAPTIONS("over")],
  ["room.only.wide", "lang=vi&as=2&speaker=1", WIDE, true, LARGE_CAPTIONS("only", "large", { showSource: true })], ["room.only.phone", "lang=ko", PHONE, true, LARGE_CAPTIONS("only")],
  ["room.largest.phone", "lang=vi&as=2&speaker=1", PHONE, true, LARGE_CAPTIONS("below", "largest", { showSource: true })],
  ["room.largest.laptop", "lang=vi&as=2&speaker=1", [1366, 768], true, LARGE_CAPTIONS("below", "largest", { showSource: true })],
  ["room.off.wide", "lang=ko", WIDE, true, LARGE_CAPTIONS("off")],
  ["room.six.wide", "lang=ko&present=1,2,3,4,5,6&hands=1&synthetic=1&cameraless=5", WIDE, true],
  ["room.gallery.wide", "lang=ko&present=1,2,3,4,5,6&hands=1&cameraless=5", WIDE, true, { click: "gallery" }],
  ["room.gallery.laptop", "lang=vi&as=2&present=1,2,4&speaker=1", [1366, 768], true, { click: "gallery" }],
  ["room.gallery.phone", "lang=ko&present=1,2,3,4,5,6&hands=1&cameraless=5", PHONE, true, { more: "gallery" }],
  ["room.sharing.wide", "lang=ko&share=1", WIDE, true], ["room.sharing.phone", "lang=ko&share=1", PHONE, true],
  ["room.cameraless.wide", "lang=ko&cameraless=2&present=1,2", WIDE, true], ["room.away.phone", "lang=ko&present=1&speaker=1", PHONE, true],
  ["room.mending.wide", "lang=ko&link=reconnecting", WIDE, true], ["room.blocked.phone", "lang=ko&sound=blocked", PHONE, true], ["room.unplugged.wide", "lang=ko&trouble=microphone.unplugged", WIDE, true],
  ["officer.ko.wide", "lang=ko&as=3&lobby=1&hands=1&present=1,2,3,4", WIDE, true, { click: "officer" }],
  ["officer.ko.phone", "lang=ko&as=3&hands=1&held=1", PHONE, true, { more: "officer" }],
  ["officer.vi.tablet", "lang=vi&as=3&hands=1&held=1", [1024, 768], true, { click: "officer" }],
  ["knock.ko.phone", "lang=ko&as=3&lobby=1", PHONE, true],
  ["chat.ko.wide", "lang=ko&chat=1", WIDE, true, { click: "chat" }], ["chat.vi.phone", "lang=vi&as=2&chat=1", PHONE, true, { more: "chat" }],
  ["captions-menu.ko.wide", "lang=ko", WIDE, true, { menu: 1 }], ["captions-menu.ko.phone", "lang=ko", PHONE, true, { click: "languages" }],
  ["mark.ko.wide", "lang=ko", WIDE, true, { mark: true }], ["viewer.ja.wide", "lang=ja&as=7", WIDE, true],
  ["prompter.ko.wide", "lang=ko&speaker=1&cursor=1", WIDE, true, { click: "prompter" }], ["prompter.vi.wide", "lang=vi&as=2&cursor=2", WIDE, true, { click: "prompter" }],
  ["prompter.ko.phone", "lang=ko&speaker=1&cursor=1", PHONE, true, { more: "prompter" }], ["prompter.vi.phone", "lang=vi&as=2&cursor=2", PHONE, true, { more: "prompter" }],
  ["prompter.ko.sideways", "lang=ko&speaker=1&cursor=1", [844, 390], true, { click: "prompter" }], ["prompter.vi.sideways", "lang=vi&as=2&cursor=2", [844, 390], true, { click: "prompter" }],
  ["prompter.vi.tablet", "lang=vi&as=2&cursor=1&prompter=long", [1024, 768], true, { click: "prompter" }], ["prompter.ja.phone", "lang=ja&speaker=1&cursor=3", PHONE, true, { more: "prompter" }], ["prompter.en.wide", "lang=en&speaker=1&cursor=0", WIDE, true, { click: "prompter" }],
  ["prompter.long.ko.wide", "lang=ko&speaker=1&cursor=2&prompter=long", WIDE, true, { click: "prompter" }], ["prompter.long.vi.phone", "lang=vi&as=2&cursor=2&prompter=long", PHONE, true, { more: "prompter" }],
  ["prompter.left.ko.wide", "lang=ko&speaker=1&cursor=2&caption=left", WIDE, true, { click: "prompter" }], ["prompter.left.vi.phone", "lang=vi&as=2&cursor=2&caption=left", PHONE, true, { more: "prompter" }],
  ["prompter.lost.ko.phone", "lang=ko&speaker=1&cursor=1&caption=lost", PHONE, true, { more: "prompter" }], ["prompter.ahead.vi.wide", "lang=vi&as=2&speaker=1", WIDE, true, { click: "prompter" }],
  ["prompter.end.ko.wide", "lang=ko&speaker=1&cursor=3", WIDE, true, { click: "prompter" }], ["prompter.end.vi.phone", "lang=vi&as=2&cursor=5", PHONE, true, { more: "prompter" }],
  ["prompter.empty.ko.wide", "lang=ko&speaker=1&prompter=empty", WIDE, true, { click: "prompter" }], ["prompter.empty.vi.phone", "lang=vi&as=2&prompter=empty", PHONE, true, { more: "prompter" }],
  ["prompter.error.ko.wide", "lang=ko&speaker=1&prompter=error", WIDE, true, { click: "prompter" }], ["prompter.error.vi.phone", "lang=vi&as=2&prompter=error", PHONE, true, { more: "prompter" }],
  ["prompter.hand.ko.wide", "lang=ko&speaker=1&cursor=0", WIDE, true, { click: "prompter", press: ["PageDown", "PageDown"] }], ["prompter.choices.ko.wide", "lang=ko&speaker=1", WIDE, true, { click: "prompter", choices: true }], ["prompter.choices.vi.phone", "lang=vi&as=2", PHONE, true, { more: "prompter", choices: true }],
  ["prompter.largest.ko.phone", "lang=ko&speaker=1&cursor=1", PHONE, true, { more: "prompter", press: ["+", "+", "+", "+"] }], ["prompter.largest.vi.wide", "lang=vi&as=2&cursor=2", WIDE, true, { click: "prompter", press: ["+", "+", "+", "+"] }], ["prompter.mirror.ko.wide", "lang=ko&speaker=1&cursor=1", WIDE, true, { click: "prompter", mirror: true }],
  ["cue.ko.phone", "lang=ko&as=3&scope=cue", PHONE, false], ["cue.en.wide", "lang=en&as=3&scope=cue&held=1", WIDE, false],
  ["lobby.ko.wide", "lang=ko&early=1", [1280, 800], false], ["lobby.ko.phone", "lang=ko&early=1", PHONE, false], ["lobby.vi.wide", "lang=vi&as=2&early=1", [1280, 800], false],
  ["lobby.ja.phone", "lang=ja&early=1", PHONE, false], ["lobby.en.phone", "lang=en&early=1", PHONE, false], ["lobby.viewer.wide", "lang=ko&as=7&early=1", [1280, 800], false],
  ["lobby.devices.wide", "lang=ko&early=1", [1280, 800], false, { devices: true }],
  ["waiting.ko.wide", "lang=ko&door=waiting", [1280, 800], true], ["waiting.vi.phone", "lang=vi&door=not_open", PHONE, true],
  ["expired.ja.wide", "lang=ja&door=expired", [1280, 800], false], ["ended.en.phone", "lang=en&door=ended", PHONE, true], ["elsewhere.ko.wide", "lang=ko&link=elsewhere", [1280, 800], true],
];

const CLICK = { gallery: ".icon use[href$='#layout-grid']", officer: ".icon use[href$='#clipboard-list']", chat: ".icon use[href$='#message-square']", languages: ".icon use[href$='#captions']", prompter: ".icon use[href$='#scroll-text']" };

async function press(tab, selector) {
  await tab.locator(`button:visible:has(${selector})`).first().click();
  await tab.waitForTimeout(250);
}

async function arrange(tab, more) {
  if (more.click) await press(tab, CLICK[more.click]);
  if (more.more) {
    await press(tab, ".icon use[href$='#ellipsis']");
    await press(tab, CLICK[more.more]);
  }
  if (more.menu !== undefined) await tab.locator(".choice:visible").nth(more.menu).click();
  if (more.mark) await tab.locator(".live .mark-opener").click();
  for (const key of more.press ?? []) await tab.keyboard.press(key);
  if (more.choices || more.mirror) await tab.locator(".prompter-bar button[popovertarget]").click();
  if (more.mirror) {
    await tab.locator(".menu input").nth(2).click();
    await tab.keyboard.press("Escape");
  }
  if (more.devices) await tab.locator(".checks .button").first().click();
  await tab.waitForTimeout(400);
}

function sideways() {
  return document.documentElement.scrollWidth - innerWidth;
}
function cutWords() {
  return [...document.querySelectorAll("h1,h2,h3,button,a,.mark,.what,b,dd,dt,.name,.now,.live,.choice,.title")]
    .filter((e) => e.offsetParent && e.clientWidth > 1 && !e.matches(".unseen") && getComputedStyle(e).display !== "inline")
    .filter((e) => e.scrollWidth > e.clientWidth + 1 || (e.matches(".live, .control, .button, .now") && e.scrollHeight > e.clientHeight + 1))
    .map((e) => `${e.className}|${e.textContent.trim().slice(0, 40)}`);
}
function smallTargets() {
  return [...document.querySelectorAll("a,button,label,input:not(label input)")]
    .filter((e) => e.offsetParent && !e.matches(".unseen"))
    .map((e) => [e, e.getBoundingClientRect()])
    .filter(([, r]) => r.width > 1 && (r.width < 44 || r.height < 43.5))
    .map(([e, r]) => `${e.textContent.trim().slice(0, 20)} ${r.width | 0}×${r.height | 0}`);
}

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ARGS });
await mkdir(out, { recursive: true });
let faults = 0;
for (const [name, query, [width, height], inside, more = {}] of SHOTS) {
  if (wanted.length && !wanted.some((w) => name.startsWith(w))) continue;
  const context = await browser.newContext({ viewport: { width, height }, colorScheme: "light", reducedMotion: "reduce", permissions: ["camera", "microphone"], bypassCSP: true });
  const tab = await context.newPage();
  const notes = [];
  tab.on("pageerror", (error) => notes.push(`error: ${error.message}`));
  tab.on("console", (message) => message.type() === "error" && notes.push(`console: ${message.text().slice(0, 200)}`));
  if (more.captions) {
    await tab.addInitScript((captions) => {
      const get = window.Storage.prototype.getItem;
      window.Storage.prototype.getItem = function (key) {
        return key.startsWith("twinhall.captions.") ? JSON.stringify(captions) : get.call(this, key);
      };
    }, more.captions);
  }
  await tab.goto(`${base}?fake=1&${query}`);
  await tab.waitForSelector("#room > *");
  if (inside) await tab.locator(".button.large").click();
  await tab.evaluate(() => document.fonts.ready);
  await tab.waitForTimeout(inside ? 1500 : 900);
  await arrange(tab, more).catch((error) => notes.push(`could not arrange: ${error.message.split("\n")[0]}`));
  const cut = await tab.evaluate(cutWords);
  const small = await tab.evaluate(smallTargets);
  const wide = await tab.evaluate(sideways);
  if (wide > 0) notes.push(`scrolls ${wide}px sideways`);
  if (cut.length) notes.push(`cut: ${cut.join(" ; ")}`);
  if (small.length) notes.push(`small: ${small.join(" ; ")}`);
  await tab.screenshot({ path: join(out, `${name}.png`), fullPage: !inside && !query.includes("scope") });
  await tab.addScriptTag({ content: await readFile(require.resolve("axe-core/axe.min.js"), "utf8") });
  const { violations } = await tab.evaluate(() => axe.run());
  for (const v of violations) notes.push(`${v.id}: ${v.nodes.map((n) => `${n.target.join(" ")} ${n.any[0]?.message ?? ""}`).slice(0, 4).join(" | ")}`);
  faults += notes.length;
  console.log(name, notes.length ? `\n  ${notes.join("\n  ")}` : "ok");
  await context.close();
}
await browser.close();
process.exitCode = faults ? 1 : 0;
