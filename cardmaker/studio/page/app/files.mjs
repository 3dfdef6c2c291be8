// Files in and out: opened by picking or dropping, saved in place where the browser or the service can, else downloaded.
import { call, info } from "./drafts.mjs";
import { keepAs, wasSaved } from "./keep.mjs";
import { bringPictures } from "./pictures.mjs";
import { goTo } from "./places.mjs";
import { store } from "./store.mjs";
import { toast } from "./ui.mjs";
import { t } from "./words.mjs";

const LARGEST = 2_000_000; // bytes of a plan: a year for one athlete is 100 KB
const LINK = 8_000; // characters of a link: longer ones are cut by some mail programs and messengers
const KINDS = [{ description: "YAML", accept: { "application/yaml": [".yaml", ".yml", ".json"] } }];

export const isService = () => info().engine === "service";

/** Begin with *text*; from a *file* or not, kept before under *id* or not. */
export async function openPlan(
  text,
  { name = "", file = null, id, saved = null, grid = null, view = { part: "week", week: 0 } } = {},
) {
  await keepAs(id);
  await bringPictures(store.id);
  store.view = { ...store.view, part: view.part };
  store.open(text, { name, file, saved, grid });
  goTo(view);
}

/** Let the user choose a file. */
export async function chooseFile() {
  if (!window.showOpenFilePicker) {
    const input = Object.assign(document.createElement("input"), { type: "file", accept: ".yaml,.yml,.json" });
    input.onchange = () => input.files[0] && openFile(input.files[0]);
    input.click();
    return;
  }
  try {
    const [handle] = await window.showOpenFilePicker({ types: KINDS });
    await openFile(await handle.getFile(), handle);
  } catch (error) {
    if (error.name !== "AbortError") throw error;
  }
}

export async function openFile(file, handle = null) {
  if (file.size > LARGEST) return toast(t("file.large", { name: file.name }));
  const bytes = await file.arrayBuffer();
  let text;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return toast(t("file.not.text", { name: file.name }));
  }
  return openPlan(text, {
    name: file.name,
    file: handle && { handle },
    saved: text.replace(/^\ufeff/, "").replaceAll("\r\n", "\n"),
  });
}

/** Save the plan where it came from, or as a download. */
export async function savePlan() {
  const name = store.name || `${fileName(store.plan.data.title)}.yaml`;
  if (isService()) return saveInFolder(name);
  const handle = store.file?.handle ?? (await chosenHandle(name));
  if (handle === undefined) return false;
  if (handle) {
    const out = await handle.createWritable();
    await out.write(store.fileText);
    await out.close();
    store.file = { handle };
  } else download(name, store.fileText, "application/yaml");
  wasSaved(handle?.name ?? name);
  toast(t("saved", { name: handle?.name ?? name }));
  return true;
}

/** A file to write to; null where the browser has only downloads, undefined if the user changed their mind. */
async function chosenHandle(name) {
  if (!window.showSaveFilePicker) return null;
  try {
    return await window.showSaveFilePicker({ suggestedName: name, types: KINDS });
  } catch {
    return undefined;
  }
}

async function saveInFolder(name) {
  const { saved, seen } = await call("save", { name, text: store.fileText, seen: store.file?.seen ?? "" });
  if (saved) {
    store.file = { seen };
    wasSaved(name);
    toast(t("saved", { name }));
    return true;
  }
  if (!store.file) {
    // a new plan, and a name that is taken
    const free = name.replace(/(?:-(\d+))?(\.\w+)$/, (all, number, end) => `-${Number(number ?? 1) + 1}${end}`);
    return saveInFolder(free);
  }
  toast(t("file.changed", { name }), {
    label: t("file.overwrite"),
    run: () => {
      store.file = { seen };
      saveInFolder(name);
    },
  });
  return false;
}

/** 'A runner’s week' → 'a-runners-week'. */
export function fileName(title) {
  const plain = String(title ?? "")
    .normalize("NFKD")
    .replace(/[\u0300-\u036f’']/g, "")
    .toLowerCase();
  return (
    plain
      .replace(/[^\p{L}\p{N}]+/gu, "-")
      .replace(/^-|-$/g, "")
      .slice(0, 60) || "plan"
  );
}

export function download(name, bytes, type = "application/pdf") {
  const url = URL.createObjectURL(new Blob([bytes], { type }));
  const link = Object.assign(document.createElement("a"), { href: url, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** A link that holds the plan after its #, or "" if it would be too long. */
export async function linkOf(text) {
  const packed = await through(new Blob([text]).stream().pipeThrough(new CompressionStream("deflate-raw")), LARGEST);
  const code = btoa(String.fromCharCode(...packed))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "");
  const link = `${location.origin}${location.pathname}#plan=${code}`;
  return link.length > LINK ? "" : link;
}

/** The plan in a link; null if there is none that can be read. */
export async function planInLink(hash) {
  const code = /^#plan=([\w-]+)$/.exec(hash)?.[1];
  if (!code) return null;
  try {
    const bytes = Uint8Array.from(atob(code.replaceAll("-", "+").replaceAll("_", "/")), (one) => one.charCodeAt(0));
    const text = await through(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw")), LARGEST);
    return new TextDecoder("utf-8", { fatal: true }).decode(text);
  } catch {
    return null;
  }
}

/** All bytes of a stream, no more than *most*: what is packed small can be large. */
async function through(stream, most) {
  const chunks = [];
  let size = 0;
  for (const reader = stream.getReader(); ;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > most) {
      await reader.cancel();
      throw new RangeError("too large");
    }
    chunks.push(value);
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}
