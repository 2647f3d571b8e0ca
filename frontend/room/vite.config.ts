import { createReadStream, existsSync } from "node:fs";
import { extname, join } from "node:path";
import react from "@vitejs/plugin-react";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";

const SHEETS = join(import.meta.dirname, "../../src/twinhall/hall/web/static/web");
const TYPES: Record<string, string> = { ".css": "text/css", ".svg": "image/svg+xml", ".woff2": "font/woff2", ".js": "text/javascript" };

/** In development, what Django serves under /static: the stylesheets from its folder, fonts and icons from the last build. */
function djangoStatic(): Plugin {
  return {
    name: "django-static",
    apply: "serve",
    configureServer(server) {
      server.middlewares.use("/static", (request, response, next) => {
        const path = decodeURIComponent((request.url ?? "/").split("?")[0] ?? "/");
        const file = path.startsWith("/web/") ? join(SHEETS, path.slice(4)) : join(import.meta.dirname, "dist", path);
        if (!existsSync(file)) {
          next();
          return;
        }
        response.setHeader("content-type", TYPES[extname(file)] ?? "application/octet-stream");
        createReadStream(file).pipe(response);
      });
    },
  };
}

export default defineConfig({
  plugins: [react(), djangoStatic()],
  server: { host: "127.0.0.1" },
  build: {
    manifest: true,
    sourcemap: false, // a hashing static store would look for the map it names
    target: "es2023",
    rollupOptions: {
      input: "src/main.tsx",
      output: { format: "es", entryFileNames: "room/room.js", inlineDynamicImports: true },
    },
    chunkSizeWarningLimit: 1500,
  },
  test: { environment: "happy-dom", include: ["tests/**/*.test.{ts,tsx}"] },
});
