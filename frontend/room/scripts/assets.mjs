// Puts beside the bundle what Django serves with it: icons, fonts, htmx, and their licences, all unchanged.
import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const modules = join(here, "..", "node_modules");
const dist = join(here, "..", "dist");

/** [package, file or folder in it, place under dist] */
const COPIES = [
  ["pretendard", "dist/web/variable/pretendardvariable-dynamic-subset.css", "fonts/ko/pretendardvariable-dynamic-subset.css"],
  ["pretendard", "dist/web/variable/woff2-dynamic-subset", "fonts/ko/woff2-dynamic-subset"],
  ["pretendard", "dist/LICENSE.txt", "fonts/ko/LICENSE.txt"],
  ["pretendard-jp", "dist/web/variable/pretendardvariable-jp-dynamic-subset.css", "fonts/ja/pretendardvariable-jp-dynamic-subset.css"],
  ["pretendard-jp", "dist/web/variable/woff2-dynamic-subset", "fonts/ja/woff2-dynamic-subset"],
  ["pretendard-jp", "dist/LICENSE.txt", "fonts/ja/LICENSE.txt"],
  ["htmx.org", "dist/htmx.min.js", "vendor/htmx.min.js"],
  ["htmx.org", "LICENSE", "vendor/htmx.LICENSE.txt"],
];
const SERIFS = ["noto-serif", "noto-serif-kr", "noto-serif-jp"];
const BUNDLED = ["livekit-client", "react", "i18next", "react-i18next"];

async function copy(pack, from, to) {
  await mkdir(dirname(join(dist, to)), { recursive: true });
  await cp(join(modules, pack, from), join(dist, to), { recursive: true });
}

/** A sheet of fontsource with only the upright faces, and exactly the files it names. */
async function copySerif(name) {
  const sheet = await readFile(join(modules, "@fontsource-variable", name, "index.css"), "utf8");
  await mkdir(join(dist, "fonts/serif", name, "files"), { recursive: true });
  await writeFile(join(dist, "fonts/serif", name, "index.css"), sheet);
  for (const [, file] of sheet.matchAll(/url\(\.\/(files\/[^)]+)\)/g)) await copy(`@fontsource-variable/${name}`, file, `fonts/serif/${name}/${file}`);
  await copy(`@fontsource-variable/${name}`, "LICENSE", `fonts/serif/${name}/LICENSE.txt`);
}

/** One sprite of the symbols listed in icons.json; the strokes come from `.icon`. */
async function writeIcons() {
  const names = JSON.parse(await readFile(join(here, "..", "icons.json"), "utf8"));
  const symbols = await Promise.all(
    names.map(async (name) => {
      const drawing = await readFile(join(modules, "lucide-static/icons", `${name}.svg`), "utf8");
      const inside = drawing.replace(/^[\s\S]*?<svg[^>]*>/, "").replace("</svg>", "").replace(/\s*\n\s*/g, "");
      return `<symbol id="${name}" viewBox="0 0 24 24">${inside}</symbol>`;
    }),
  );
  const licence = "<!-- Icons: lucide (ISC), see licences/lucide-static.txt -->";
  await writeFile(join(dist, "icons.svg"), `<svg xmlns="http://www.w3.org/2000/svg">${licence}\n${symbols.join("\n")}\n</svg>\n`);
  await copy("lucide-static", "LICENSE", "licences/lucide-static.txt");
}

await mkdir(dist, { recursive: true });
await Promise.all(COPIES.map((row) => copy(...row)));
await Promise.all(SERIFS.map(copySerif));
await Promise.all(BUNDLED.map((pack) => copy(pack, "LICENSE", `licences/${pack}.txt`)));
await writeIcons();
