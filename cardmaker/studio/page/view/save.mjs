// Save & print: the PDFs of each part with what they take, the plan itself, all in a zip, a link.
import { html, nothing } from "../vendor/lit.mjs";
import { call, isCurrent, isShutOut } from "../app/drafts.mjs";
import { download, fileName, isService, linkOf, savePlan } from "../app/files.mjs";
import { versions } from "../app/keep.mjs";
import { pictures } from "../app/pictures.mjs";
import { drawn, KINDS } from "../app/rasters.mjs";
import { store } from "../app/store.mjs";
import { closeDialog, confirmed, icon, openDialog, toast, weight } from "../app/ui.mjs";
import { locale, t } from "../app/words.mjs";

let made = new Map(); // what was made of this text, by part
let madeOf = null;
let leftOut = new Set(); // parts that aren't wanted in the zip
let busy = "";
let fault = "";
let saved = []; // what the last press of Save saved: [{name, bytes}]

export const saveFile = () => void savePlan();

/** Save a file, and say so under the buttons for as long as the dialog is open. */
function savedAs(name, data, type) {
  download(name, data, type);
  saved = [...saved, { name, bytes: data.length }];
  toast(lineOf(saved));
}

const lineOf = (files) =>
  t("saved.size", {
    name: files.map((one) => one.name).join(", "),
    size: weight(files.reduce((all, one) => all + one.bytes, 0)),
  });

export function openSave() {
  const state = JSON.stringify([store.text, store.order, store.athlete]);
  if (madeOf !== state) {
    made = new Map();
    madeOf = state;
  }
  fault = "";
  busy = "";
  saved = [];
  leftOut = new Set(["phone", "pictures"]);
  openDialog(t("save.print"), body, { wide: true });
}

function body() {
  const errors = store.findings.some((one) => one.level === "error");
  const waits = errors || Boolean(busy) || !isCurrent() || !store.draft.parts.length;
  return html`<p class="quiet">${t(isService() ? "save.local" : "save.browser")}</p>
    ${errors ? html`<p class="notice error">${t("save.errors")}</p>` : nothing}
    ${fault ? html`<p class="notice error" role="alert">${fault}</p>` : nothing}
    <ul class="outputs">${errors ? nothing : [...store.draft.parts.map(partRow), phoneRow(), picturesRow()]}${planRow()}</ul>
    <p class="saved good" role="status">${saved.length ? html`${icon("check")} ${lineOf(saved)}` : nothing}</p>
    <p class="row">
      <button class="main" ?disabled=${waits} @click=${saveAll}>${busy ? t("busy") : t("save.zip")}</button>
      <button @click=${copyLink}>${t("link.copy")}</button>
      <button @click=${openVersions}>${t("versions")}</button>
    </p>
    <section class="notice print-help"><h3>${t("print.window")}</h3><p>${t(store.order.fold ? "print.window.fold" : "print.window.help")}</p></section>`;
}

const check = (name) =>
  html`<input type="checkbox" id=${`out-${name}`} .checked=${!leftOut.has(name)} @change=${(event) => {
    leftOut[event.target.checked ? "delete" : "add"](name);
  }}>`;

function partRow(part) {
  const file = made.get(part.name)?.[0];
  return html`<li>${check(part.name)}<label for=${`out-${part.name}`}><b>${partName(part.name)}</b><span>${file?.takes || part.takes}</span></label>
    <span class="quiet">${file ? weight(made.get(part.name).reduce((all, one) => all + one.data.length, 0)) : ""}</span>
    <span class="row"><button class="small" ?disabled=${Boolean(busy)} aria-label=${t("print.this", { what: partName(part.name) })} @click=${() => print(part.name)}>${t("print")}</button>
      ${saveButton(part.name, partName(part.name))}</span></li>`;
}

const saveButton = (part, what) =>
  html`<button class="small" ?disabled=${Boolean(busy)} aria-label=${t("save.this", { what })} @click=${() => saveParts([part])}>${t("save")}</button>`;

const phoneRow =
  () => html`<li>${check("phone")}<label for="out-phone"><b>${t("phone")}</b><span>${t("phone.help")}</span></label><span class="quiet"></span>
  ${saveButton("phone", t("phone"))}</li>`;

/** Which kind of pictures is wanted. */
let kind = "png";

function picturesRow() {
  const choose = (event) => {
    kind = event.target.value;
  };
  return html`<li>${check("pictures")}<label for="out-pictures"><b>${t("pictures")}</b><span>${t("pictures.help")}</span></label><span class="quiet"></span>
    <span class="row"><select class="small" aria-label=${t("pictures.kind")} @change=${choose}>${[...Object.keys(KINDS), "svg"].map((one) => html`<option value=${one} ?selected=${one === kind}>${one.toUpperCase()}</option>`)}</select>
      <button class="small" ?disabled=${Boolean(busy)} aria-label=${t("save.this", { what: t("pictures") })} @click=${savePictures}>${t("save")}</button></span></li>`;
}

/** A picture of each side, by name. */
async function pictureFiles() {
  const { text, order, athlete } = store;
  const { files, findings } = await call("pdf", { text, order, athlete, form: "svg" });
  if (!files.length) throw new Error(findings.map((one) => one.message).join(" "));
  const inside = {};
  for (const { name, data } of files) {
    if (kind === "svg") inside[name] = data;
    else inside[name.replace(/\.svg$/, `.${kind}`)] = [await drawn(data, kind), { level: 0 }];
  }
  return inside;
}

const savePictures = () =>
  working(async () => {
    const { zipSync } = await import("../vendor/fflate.mjs");
    savedAs(`${fileName(store.plan.data.title)}-${kind}.zip`, zipSync(await pictureFiles()), "application/zip");
  });

const planRow =
  () => html`<li>${check("plan")}<label for="out-plan"><b>${t("plan.yaml")}</b><span>${t("plan.yaml.help")}</span></label>
  <span class="quiet">${weight(new Blob([store.fileText]).size)}</span>
  <button class="small" aria-label=${t("save.this", { what: t("plan.yaml") })} @click=${saveFile}>${t("save")}</button></li>`;

const partName = (name) => (t(`part.of.${name}`) === `part.of.${name}` ? name : t(`part.of.${name}`));

/** The PDFs of a part, made once for each text. */
async function filesOf(part) {
  if (!made.has(part)) {
    const { text, athlete } = store;
    const order = part === "phone" ? { ...store.order, medium: "screen" } : store.order;
    const asked = part === "phone" ? { text, order, athlete } : { text, order, athlete, parts: [part] };
    const { files, findings } = await call("pdf", asked);
    if (!files.length) throw new Error(findings.map((one) => one.message).join(" "));
    made.set(
      part,
      files.map((file) => (part === "phone" ? { ...file, name: "phone.pdf" } : file)),
    );
  }
  return made.get(part);
}

async function working(act) {
  busy = "making";
  fault = "";
  saved = [];
  store.update({});
  try {
    await act();
  } catch (error) {
    fault = isShutOut(error.message) ? t(`fault.${error.message}`) : error.message;
  }
  busy = "";
  store.update({});
}

const named = (file) => `${fileName(store.plan.data.title)}-${file.name}`;

const saveParts = (parts) =>
  working(async () => {
    for (const part of parts) for (const file of await filesOf(part)) savedAs(named(file), file.data);
  });

const saveAll = () =>
  working(async () => {
    const { zipSync } = await import("../vendor/fflate.mjs");
    const inside = {};
    for (const part of [...store.draft.parts.map((one) => one.name), "phone"].filter((one) => !leftOut.has(one))) {
      for (const file of await filesOf(part)) inside[file.name] = [file.data, { level: 0 }]; // PDFs are packed already
    }
    if (!leftOut.has("pictures")) Object.assign(inside, await pictureFiles());
    if (!leftOut.has("plan"))
      inside[`${fileName(store.plan.data.title)}.yaml`] = new TextEncoder().encode(store.fileText);
    if (!leftOut.has("plan")) for (const [name, bytes] of pictures()) inside[name] = bytes;
    if (Object.keys(inside).length)
      savedAs(`${fileName(store.plan.data.title)}.zip`, zipSync(inside), "application/zip");
  });

/** Open the PDF itself in a tab of its own: printed from there, it comes out in true size. */
function print(part) {
  const tab = window.open("", "_blank"); // now, as browsers stop what opens later
  working(async () => {
    const [file] = await filesOf(part);
    const url = URL.createObjectURL(new Blob([file.data], { type: "application/pdf" }));
    if (tab) tab.location = url;
    else savedAs(named(file), file.data);
  });
}

async function copyLink() {
  const link = await linkOf(store.text);
  if (!link) {
    toast(t("link.long"));
    return;
  }
  await navigator.clipboard.writeText(link);
  toast(t(isService() ? "link.copied.here" : "link.copied"));
}

async function openVersions() {
  const found = await versions();
  const when = new Intl.DateTimeFormat(locale(), { dateStyle: "medium", timeStyle: "short" });
  const take = async (version) => {
    closeDialog();
    if (!(await confirmed(t("versions"), t("version.sure", { when: when.format(version.at) }), t("version.take"))))
      return;
    store.settle();
    store.edit([{ from: 0, to: store.text.length, insert: version.text }]);
  };
  openDialog(
    t("versions"),
    () => html`<p class="quiet">${t("versions.help")}</p>
    <ul class="outputs">${found.map(
      (version) => html`<li><span></span><span><b>${when.format(version.at)}</b><span>${version.title}</span></span>
      <span class="quiet">${weight(version.text.length)}</span>
      <button class="small" ?disabled=${version.text === store.text} @click=${() => take(version)}>${icon("undo")} ${t("version.take")}</button></li>`,
    )}
      ${found.length ? nothing : html`<li><span></span>${t("versions.none")}</li>`}</ul>`,
    { wide: true },
  );
}
