// Pictures beside the plan: given to the engine, kept with the plan, and put into what is saved of it.
import * as base from "./base.mjs";
import { call, info, soon } from "./drafts.mjs";
import { plainly } from "./plainpictures.mjs";
import { store } from "./store.mjs";
import { toast } from "./ui.mjs";
import { t } from "./words.mjs";

const LARGEST = 8_000_000; // bytes: a photo of a telephone
export const TYPES = { svg: "image/svg+xml", png: "image/png", jpg: "image/jpeg", jpeg: "image/jpeg" };

const urls = new Map(); // name → address

/** Give the engine the pictures of the plan that is opened, and take away those of the one before. */
export async function bringPictures(plan) {
  for (const name of [...pictures().keys()]) await leave(name);
  let kept = [];
  try {
    kept = (await base.all("pictures")).filter((one) => one.plan === plan);
  } catch {
    // nothing is kept here
  }
  for (const { name, bytes } of kept) await give(name, bytes).catch(() => {});
}

/** The pictures of this plan, by the names that it has for them. */
export const pictures = () => (store.pictures ??= new Map());
export const pictureUrl = (name) => urls.get(name) ?? "";

/** Take a file as a picture of the plan; the name it has there, "" if it can't be one. */
export async function addPicture(file) {
  const end = /\.(\w+)$/.exec(file.name)?.[1].toLowerCase();
  if (!(end in TYPES)) return refuse(t("picture.kinds", { name: file.name }));
  if (file.size > LARGEST) return refuse(t("picture.large", { name: file.name }));
  const name = file.name.replace(/[^\p{L}\p{N}._ -]+/gu, "-").replace(/^[.-]+/, "");
  let bytes = new Uint8Array(await file.arrayBuffer());
  if (end !== "svg" && info().engine === "worker") {
    try {
      bytes = await plainly(bytes, TYPES[end]);
    } catch {
      return refuse(t("picture.kinds", { name: file.name })); // the browser can't decode it
    }
  }
  try {
    await give(name, bytes);
  } catch (error) {
    return refuse(error.message.replace(/^put: /, ""));
  }
  await base
    .put("pictures", { id: `${store.id} ${name}`, plan: store.id, name, bytes })
    .catch(() => toast(t("kept.full")));
  soon(0);
  return name;
}

function refuse(message) {
  toast(message);
  return "";
}

async function give(name, bytes) {
  await call("put", { name }, bytes);
  URL.revokeObjectURL(urls.get(name));
  const type = TYPES[name.split(".").pop().toLowerCase()];
  urls.set(name, URL.createObjectURL(new Blob([bytes], { type })));
  pictures().set(name, bytes);
  store.update({});
}

async function leave(name) {
  URL.revokeObjectURL(urls.get(name));
  urls.delete(name);
  pictures().delete(name);
  await call("drop", { name });
}
