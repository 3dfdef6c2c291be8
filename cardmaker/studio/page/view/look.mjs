// Look & paper: themes as pictures of this plan's own page, the club's colours, what is in the printer.
import { html, live, nothing } from "../vendor/lit.mjs";
import { call, isCurrent, soon } from "../app/drafts.mjs";
import { set } from "../app/edit.mjs";
import { openPlan } from "../app/files.mjs";
import { addPicture, pictureUrl } from "../app/pictures.mjs";
import { exercisesOf, weeksOf, workoutsOf } from "../app/plan.mjs";
import { store } from "../app/store.mjs";
import { germanOf } from "../app/twins.mjs";
import { toast } from "../app/ui.mjs";
import { number, t } from "../app/words.mjs";
import { colour } from "./colour.mjs";
import { field, setField } from "./fields.mjs";
import { findingsAt, fixButtons } from "./problems.mjs";

const previews = new Map(); // theme → {url, of}
let drawing = false;

/** What a theme's picture depends on: the plan but for its theme. */
const stateOf = () => store.text.replace(/^\s*theme:.*$/m, "");

/** Draw the first sheet in each theme, one after the other, while nothing else is to be drawn. */
async function draw() {
  if (drawing || !isCurrent() || store.draft.stale) return;
  drawing = true;
  for (const { id } of themes()) {
    const { text, athlete } = store;
    const of = stateOf();
    if (store.view.part !== "look" || !isCurrent()) break;
    if (previews.get(id)?.of === of) continue;
    const [part] = store.draft.sides.map((one) => one.part);
    if (!part) break;
    try {
      const { files } = await call(
        "pdf",
        {
          text,
          athlete,
          order: { ...store.order, theme: id, ...few() },
          parts: [part],
          form: "svg",
        },
        undefined,
        { later: 4 },
      );
      const old = previews.get(id);
      if (old?.url) URL.revokeObjectURL(old.url);
      previews.set(id, {
        of,
        url: files.length ? URL.createObjectURL(new Blob([files[0].data], { type: "image/svg+xml" })) : "",
      });
    } catch {
      previews.set(id, { of, url: "" });
    }
    store.update({});
  }
  drawing = false;
}

/** What makes a first page soon: a single week, or a single card of a plan without weeks. */
function few() {
  const { data } = store.plan;
  if (weeksOf(data).length) return { weeks: "1" };
  const [one] = workoutsOf(data).flatMap(exercisesOf);
  return one ? { exercises: [(one.superset?.[0] ?? one).id] } : {};
}

/** The usual one first. */
const themes = () =>
  (store.catalogue?.themes ?? [])
    .filter((one) => one.medium !== "screen")
    .toSorted((a, b) => (b.id === "classic") - (a.id === "classic"));
const prints = () => store.plan.data.print ?? {};
const LAST = ["print"];

export function look() {
  draw();
  const { data } = store.plan;
  const theme = String(prints().theme ?? "classic");
  const inForce = store.catalogue?.themes.find((one) => one.id === theme);
  return html`<header class="form-head"><h2>${t("look.title")}</h2><p class="quiet">${t("look.help")}</p></header>
    <h3 id="themes">${t("look.theme")}</h3>
    <div class="themes" role="group" aria-labelledby="themes">${themes().map(
      (
        one,
      ) => html`<button class="card theme" aria-pressed=${one.id === theme} data-path=${one.id === theme ? "print.theme" : nothing}
      @click=${() => store.try((text) => set(text, ["print", "theme"], one.id))}>
      <span class="theme-page">${previews.get(one.id)?.url ? html`<img src=${previews.get(one.id).url} alt="">` : nothing}</span><b>${one.name}</b><span class="quiet">${one.about}</span></button>`,
    )}</div>
    <h3>${t("look.club")}</h3>
    <div class="fields">${field(["club", "name"], data.club?.name, t("field.club"), { before: ["weeks", "base_week", "days", "workouts", ...LAST] })}
      ${logo(data)}${["primary", "accent"].map((key) => colour(key, data, inForce))}${field(["club", "contact"], data.club?.contact, t("field.contact"), { before: [] })}</div>
    <h3>${t("look.paper")}</h3>
    <div class="fields">
      ${choose("paper", papers(), "a4")}${choose("stock", stocks(), "a7")}${choose("gym_stock", stocks(), "a6")}
      ${choose("figures", store.catalogue?.palettes ?? [], "", t("look.of.theme"))}${language(data)}</div>
    <p class="quiet">${store.draft.parts.map((one) => html`<span class="takes">${one.takes}</span>`)}</p>
    <fieldset class="choices"><legend>${t("look.printer")}</legend>${["both", "fold"].map(printer)}</fieldset>`;
}

/** The club's logo: dropped here or chosen, kept beside the plan. */
function logo(data) {
  const path = ["club", "logo"];
  const now = typeof data.club?.logo === "string" ? data.club.logo : (data.club?.logo?.file ?? "");
  const take = async (file) => {
    const name = file && (await addPicture(file));
    if (name) setField(typeof data.club?.logo === "object" && data.club?.logo ? [...path, "file"] : path, name);
  };
  const drop = (event) => {
    if (!event.dataTransfer?.files.length) return;
    event.preventDefault();
    event.stopPropagation();
    event.currentTarget.classList.remove("over");
    take(event.dataTransfer.files[0]);
  };
  const over = (event) => event.currentTarget.classList.toggle("over", event.type === "dragover");
  const wrong = findingsAt(path).filter((one) => one.level === "error");
  return html`<div class="field logo" @drop=${drop} @dragover=${over} @dragleave=${over}><span>${t("field.logo")}</span>
    <span class="row">${pictureUrl(now) ? html`<img src=${pictureUrl(now)} alt="">` : nothing}<span class="quiet">${now || t("logo.none")}</span>
      <label class="button small">${t("logo.choose")}<input class="unseen" type="file" data-path="club.logo" accept=".svg,.png,.jpg,.jpeg" ?disabled=${store.readOnly}
        @change=${(event) => take(event.target.files[0])}></label>
      ${now ? html`<button class="small" @click=${() => setField(path, "")}>${t("logo.remove")}</button>` : nothing}</span></div>
    ${wrong.map((one) => html`<p class="bad">${one.message} ${fixButtons(one)}</p>`)}`;
}

const papers = () => store.catalogue?.papers ?? [];

/** Cards that can be printed on the plan's paper. */
function stocks() {
  const paper = String(prints().paper ?? "a4");
  return (store.catalogue?.stocks ?? []).filter((one) => !one.papers || paper in one.papers);
}

/** How large cards are, and how many go on a sheet of the plan's paper. */
function size({ w, h, papers: on }) {
  if (!w || !h || !on) return "";
  return ` – ${number(w, 0)} × ${number(h, 0)} mm, ${t("stock.on.sheet", { n: on[String(prints().paper ?? "a4")] })}`;
}

function choose(key, all, usual, none = "") {
  const now = String(prints()[key] ?? usual);
  const write = (event) =>
    event.target.value
      ? store.try((text) => set(text, ["print", key], event.target.value))
      : setField(["print", key], "");
  const wrong = findingsAt(["print", key]).filter((one) => one.level === "error");
  return html`<label class="field"><span>${t(`field.${key}`)}</span><select data-path=${`print.${key}`} .value=${live(now)} @change=${write}>
    ${none ? html`<option value="">${none}</option>` : nothing}
    ${all.some((one) => one.id === now) || !now ? nothing : html`<option value=${now} selected>${now}</option>`}
    ${all.map((one) => html`<option value=${one.id} ?selected=${one.id === now}>${one.name}${size(one)}</option>`)}</select></label>
    ${wrong.map((one) => html`<p class="bad">${one.message} ${fixButtons(one)}</p>`)}`;
}

function language(data) {
  const now = String(data.language ?? "en");
  const choose = (event) => {
    const put = (text) =>
      set(text, ["language"], event.target.value, ["athlete", "coach", "units", "weeks", "base_week", "workouts"]);
    if (store.try(put)) toast(t("language.own.words"), { label: t("undo"), run: store.undo });
  };
  return html`<label class="field"><span>${t("field.language")}</span><select data-path="language" .value=${live(now)} @change=${choose}>
    ${(store.catalogue?.languages ?? []).map((one) => html`<option value=${one.id} ?selected=${one.id === now}>${one.name}</option>`)}</select></label>
    ${inGerman(germanOf(data))}`;
}

/** A starter whose words are English still: there is one that is German. */
function inGerman(name) {
  if (!name) return nothing;
  const open = async () => openPlan((await call("starter", { name })).text);
  return html`<p class="quiet beside">${t("language.twin")} <button class="small" @click=${open}>${t("language.twin.open")}</button></p>`;
}

function printer(one) {
  const on = Boolean(store.order.fold) === (one === "fold");
  const choose = () => {
    const { fold, ...order } = store.order;
    store.update({ order: one === "fold" ? { ...order, fold: true } : order });
    localStorage.setItem("order", JSON.stringify(store.order));
    soon(0);
  };
  return html`<label><input type="radio" name="printer" .checked=${on} @change=${choose}> ${t(`printer.${one}`)}</label>`;
}
