// Keeps the whole site under its build's digest, all files of it or none, so that an old page never meets new Python.
// The export writes the digest here, which is what browsers see a new build by.
const BUILD = "@BUILD@";
const OURS = "cardmaker-studio-";
const NAME = OURS + BUILD;
const AT_ONCE = 6; // files: as many as browsers ask one host for

/** Files that Python makes by itself once it is there. */
const isNeeded = (name) => !name.startsWith("ready/plan-") && name !== "sw.js";

async function keepAll() {
  const about = await fetch("engine.json", { cache: "no-cache" });
  const { build, files } = await about.clone().json();
  if (build !== BUILD) throw new Error("another build is being put there");
  const cache = await caches.open(NAME);
  const names = Object.keys(files).filter(isNeeded);
  const next = async () => {
    for (let name; (name = names.shift());) await cache.put(name, await checked(name, files[name]));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, next));
  await cache.put("engine.json", about);
}

/** A file as the build has it; what the browser keeps of an older build is asked for again. */
async function checked(name, digest) {
  for (const cache of ["default", "reload"]) {
    const found = await fetch(name, { cache });
    if (found.ok && (await digestOf(await found.clone().arrayBuffer())) === digest) return found;
  }
  throw new Error(`${name} isn't that of this build`);
}

async function digestOf(data) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", data));
  return [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

async function dropOthers() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(OURS) && name !== NAME).map((name) => caches.delete(name)));
  await clients.claim();
}

async function answer(request) {
  const address = new URL(request.url);
  if (address.pathname.endsWith("/")) address.pathname += "index.html";
  const cache = await caches.open(NAME);
  const kept = await cache.match(address, { ignoreSearch: true, ignoreVary: true });
  if (kept) return kept;
  const name = address.pathname.slice(new URL(registration.scope).pathname.length);
  return isNeeded(name) ? fetch(request) : fetch(request).catch(() => Response.json(null)); // Python has it
}

addEventListener("install", (event) =>
  event.waitUntil(
    keepAll().catch(async (fault) => {
      await caches.delete(NAME);
      throw fault;
    }),
  ),
);
addEventListener("activate", (event) => event.waitUntil(dropOthers()));
addEventListener("message", ({ data }) => data === "take over" && skipWaiting());
addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method === "GET" && new URL(request.url).origin === location.origin) event.respondWith(answer(request));
});
