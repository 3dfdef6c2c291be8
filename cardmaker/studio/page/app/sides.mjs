// Drawn sides: asked for when they come into view and their key is new, kept as pictures, the oldest let go.
import { call, isCurrent } from "./drafts.mjs";
import { store } from "./store.mjs";

const KEPT = 160; // pictures: a week sheet weighs 0.5 MB, as its letters are outlines

const drawn = new Map(); // key → {url, areas, w, h}
const shownFor = new Map(); // name → key of what was last drawn of it
const wanted = new Set();
let running = false;

const keyOf = (name) => store.draft.sides.find((side) => side.name === name)?.key ?? `${store.drafted} ${name}`;

/** {url, areas, fresh} of a side, or its last picture while the new one is drawn; undefined if there was none. */
export function picture(name) {
  const key = keyOf(name);
  const found = drawn.get(key) ?? drawn.get(shownFor.get(name));
  return found && { ...found, fresh: drawn.has(key) };
}

/** Have a side drawn, if it isn't. */
export function want(name) {
  if (drawn.has(keyOf(name))) return;
  wanted.add(name);
  if (!running) run();
}

store.on(() => {
  if (wanted.size && !running && isCurrent()) run();
});

export const unwant = (name) => wanted.delete(name);

async function run() {
  running = true;
  while (wanted.size && isCurrent()) {
    const [name] = wanted;
    wanted.delete(name);
    const key = keyOf(name);
    if (drawn.has(key)) continue;
    try {
      const draft = store.drafted;
      const { svg, areas, findings } = await call("page", { name });
      if (draft !== store.drafted) {
        wanted.add(name); // a newer draft was made meanwhile, and the picture is of one of the two
        continue;
      }
      if (svg) keep(name, key, svg, areas ?? []);
      else if (findings) store.update({ findings: [...store.findings, ...findings] });
    } catch {
      // of an older draft, whose sides aren't there any more
    }
  }
  running = false;
}

/** Take over the picture of a side of the draft that is shown. */
export const keepPicture = (name, svg, areas) => keep(name, keyOf(name), svg, areas);

function keep(name, key, svg, areas) {
  const url = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  const [w, h] = ["width", "height"].map((side) =>
    Number(new RegExp(`<svg[^>]*\\s${side}="([\\d.]+)`).exec(svg)?.[1] ?? 0),
  );
  drawn.set(key, { url, areas, w, h });
  shownFor.set(name, key);
  const current = new Set(store.draft.sides.map((side) => side.key));
  for (const [old, { url: address }] of drawn) {
    if (drawn.size <= KEPT) break;
    if (current.has(old)) continue;
    URL.revokeObjectURL(address);
    drawn.delete(old);
  }
  store.update({});
}
