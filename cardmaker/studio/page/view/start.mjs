// How to begin: go on, a starter, a pasted table, a file, or empty.
import { html, nothing } from "../vendor/lit.mjs";
import { call, isReady, isShutOut } from "../app/drafts.mjs";
import { loadExercises } from "../app/figures.mjs";
import { chooseFile, isService, openFile, openPlan, planInLink } from "../app/files.mjs";
import { forget, keptNow } from "../app/keep.mjs";
import { goTo } from "../app/places.mjs";
import { store } from "../app/store.mjs";
import { readTable } from "../app/table.mjs";
import { rankFor, writtenIn } from "../app/twins.mjs";
import { afterDraw, confirmed, icon } from "../app/ui.mjs";
import { pointedAt, pointedAway } from "../app/warm.mjs";
import { setGrid } from "./athletes.mjs";
import { faultWords } from "./problems.mjs";
import { openNew } from "./workouts.mjs";
import { language, LANGUAGES, loadWords, locale, t } from "../app/words.mjs";

let pasted = { text: "", answer: null };
let fromLink = null;
let catalogue = null;
let folder = [];

/** What the page was opened for: a file of the service, a plan in the link, or the last plan at a reload. */
export async function welcomeFile() {
  addEventListener("dragover", (event) => event.dataTransfer?.types.includes("Files") && event.preventDefault());
  addEventListener("drop", (event) => {
    if (!event.dataTransfer?.files.length) return;
    event.preventDefault();
    openFile(event.dataTransfer.files[0]);
  });
  const linked = await planInLink(location.hash);
  if (linked !== null) {
    fromLink = linked;
    history.replaceState(null, "", location.pathname);
    store.update({ view: { part: "start" } });
  }
  const hello = await call("hello");
  store.png = hello.png;
  catalogue = await call("catalogue", { language });
  store.update({ catalogue, hello });
  if (hello.plan && linked === null && !store.opened) return openFromFolder(hello.plan);
  if (hello.service) folder = (await call("files")).files;
  if (store.view.part !== "start" && !store.opened) {
    const last = store.kept?.[0];
    if (last && linked === null) return openPlan(last.text, { ...last, view: store.view });
    store.update({ view: { part: "start" } });
  }
  store.update({});
  return undefined;
}

async function openFromFolder(name) {
  const { text, seen } = await call("open", { name });
  const kept = store.kept?.find((one) => one.name === name && one.file?.seen !== undefined);
  const saved = text.replace(/^\ufeff/, "").replaceAll("\r\n", "\n");
  await openPlan(text, { name, file: { seen }, saved, id: kept?.id });
}

/** Go on with a plan that is kept; one that is open stays as it is, its undo and all. */
async function goOn(one) {
  if (store.opened && store.id === one.id) return goTo({ part: "week", week: 0 });
  const kept = await keptNow(one);
  return openPlan(kept.text, kept);
}

async function useStarter(name) {
  const { text } = await call("starter", { name });
  await openPlan(text);
}

async function paste(event) {
  pasted = { text: event.target.value, answer: pasted.answer };
  const { text } = pasted;
  const answer = text.trim() ? await call("table", { text, language }) : null;
  if (pasted.text === text) {
    pasted.answer = answer;
    store.update({});
  }
}

/** The first starter in the language, with the pasted athletes as its table. */
async function useWithStarter() {
  const grid = readTable(pasted.text);
  await useStarter(firstStarters()[0]);
  goTo({ part: "athletes" });
  setGrid(grid);
}

async function useLink() {
  await openPlan(fromLink);
  fromLink = null;
}

const EMPTY = `{head}weeks:
  - mon: rest
    tue: rest
    wed: rest
    thu: rest
    fri: rest
    sat: rest
    sun: rest
`;

/** How a new plan begins: its title, and its language, which stays as it is whatever the interface is in later. */
const head = (title) => `title: ${JSON.stringify(title)}\n${language === "en" ? "" : `language: ${language}\n`}`;

/** Cards without a week: pick exercises, and they are there to print. */
async function onlyCards() {
  await openPlan(head(t("cards.title")), { view: { part: "workouts", workout: "" } });
  openNew(t("cards.title"));
}

async function forgetKept(one) {
  if (await confirmed(t("forget"), t("forget.sure", { title: one.title || t("untitled") }), t("forget")))
    forget(one.id);
}

async function setLanguage(event) {
  localStorage.setItem("language", event.target.value);
  await loadWords(event.target.value);
  store.update({});
  if (!isReady() || isShutOut(store.engineFault)) return;
  catalogue = await call("catalogue", { language });
  await loadExercises();
  store.update({ catalogue });
}

export function start() {
  return html`<header class="start-top"><span class="brand">${"cardmaker studio"}</span>
      <span class="chip">${t(isReady() && isService() ? "start.local" : "start.nothing.leaves")}</span>
      <label class="language"><span class="unseen">${t("language")}</span><select @change=${setLanguage}>
        ${Object.entries(LANGUAGES).map(([id, name]) => html`<option value=${id} ?selected=${id === language}>${name}</option>`)}</select></label></header>
    <main class="start">${isShutOut(store.engineFault) ? shut() : begin()}</main>`;
}

/** What whoever comes without the token is told, as from a bookmark: nothing else here would do anything. */
const shut = () => html`<h1>${t("start.title")}</h1>
      <div class="notice" role="alert">${faultWords(store.engineFault)}</div>`;

function begin() {
  return html`<h1>${t("start.title")}</h1>
      <p class="lead">${t("start.lead")}</p>
      ${store.engineFault ? html`<div class="notice error" role="alert">${t("fault", { message: store.engineFault })}</div>` : nothing}
      ${linkCard()} ${keptCards()}
      ${starters()}
      <h2>${t("start.own")}</h2>
      <div class="start-cards">${emptyCard()}${pasteCard()}${fileCard()}</div>`;
}

/** Starters that differ most from each other, by language: the others come when they are asked for. */
const FIRST = {
  en: ["runners-week", "three-day-gym", "home-bodyweight", "run-walk-5k"],
  de: ["laufwoche", "drei-tage-studio", "kraft-zuhause", "halbmarathon"],
};
let isAll = false;

export const firstStarters = () => FIRST[language] ?? FIRST.en;

function starters() {
  const first = firstStarters();
  const plans = catalogue?.plans ?? [];
  const rank = ({ id }) => (first.includes(id) ? first.indexOf(id) : first.length + rankFor(id, language));
  const sorted = plans.toSorted((a, b) => rank(a) - rank(b));
  const all = () => {
    isAll = true;
    store.update({});
    afterDraw(() => document.querySelectorAll(".starters button")[first.length]?.focus());
  };
  return html`<div class="head-row"><h2>${t("start.from.plan")}</h2>
      ${isAll || plans.length <= first.length ? nothing : html`<button class="all" @click=${all}>${t("start.all", { n: plans.length })}</button>`}</div>
    <ul class="starters">${(isAll ? sorted : sorted.slice(0, first.length)).map(starter)}${isReady() ? nothing : html`<li class="waiting">${t("start.loading")}</li>`}</ul>`;
}

function linkCard() {
  if (fromLink === null) return nothing;
  const title = /^title:\s*(.+)$/m.exec(fromLink)?.[1] ?? t("untitled");
  return html`<section class="notice resume"><p>${t("link.brought")} <b>${title}</b></p>
    <p class="row"><button class="main" @click=${useLink}>${t("link.open")}</button>
    <button @click=${() => {
      fromLink = null;
      store.update({});
    }}>${t("link.leave")}</button></p></section>`;
}

function keptCards() {
  const kept = store.kept ?? [];
  if (!kept.length) return nothing;
  const [last, ...others] = kept;
  return html`<section class="notice resume"><p>${t("start.last")} <b>${last.title || t("untitled")}</b>, ${ago(last.at)}.</p>
      <p class="row"><button class="main" ?disabled=${!isReady()} @click=${() => goOn(last)}>${t("start.go.on")}</button></p></section>
    ${
      others.length
        ? html`<details class="others"><summary>${t("start.others", { n: others.length })}</summary><ul>
      ${kept.map(
        (
          one,
        ) => html`<li><button class="plain" ?disabled=${!isReady()} @click=${() => goOn(one)}>${one.title || t("untitled")}</button>
        <span class="quiet">${ago(one.at)}</span>
        <button class="icon-button" aria-label=${t("forget.this", { title: one.title || t("untitled") })} @click=${() => forgetKept(one)}>${icon("close")}</button></li>`,
      )}</ul></details>`
        : nothing
    }`;
}

/** How long ago, in words. */
function ago(at) {
  const minutes = (at - Date.now()) / 60_000;
  const words = new Intl.RelativeTimeFormat(locale(), { numeric: "auto" });
  if (minutes > -60) return words.format(Math.round(minutes), "minute");
  return minutes > -1440
    ? words.format(Math.round(minutes / 60), "hour")
    : words.format(Math.round(minutes / 1440), "day");
}

const starter = ({ id, name, about }) => html`<li><button class="card" @click=${() => useStarter(id)}
    @pointerenter=${() => pointedAt(id)} @focus=${() => pointedAt(id)} @pointerleave=${pointedAway} @blur=${pointedAway}>
  <img src=${`starters/${id}.webp`} alt="" loading="lazy" width="560" height="397">
  <b>${name}</b>${writtenIn(id) === language ? nothing : html`<span class="chip">${t(`written.in.${writtenIn(id)}`)}</span>`}<span class="quiet">${about}</span></button></li>`;

function pasteCard() {
  const { answer } = pasted;
  return html`<section class="card paste"><h3>${t("paste")}</h3><p class="quiet" id="paste-help">${t("paste.help")}</p>
    <textarea rows="4" aria-label=${t("paste")} aria-describedby="paste-help" placeholder=${t("paste.example")} @input=${paste}></textarea>
    <div role="status">${answer ? pasteAnswer(answer) : nothing}</div>
    ${answer?.kind === "plan" ? html`<button class="main" @click=${() => openPlan(titled(answer.text))}>${t("paste.use")}</button>` : nothing}</section>`;
}

/** A pasted plan; one whose table has no title of its own gets that of other new plans. */
const titled = (text) => text.replace(/^title: Table$/m, () => `title: ${t("empty.title")}`);

function pasteAnswer(answer) {
  if (answer.kind === "plan") {
    return html`<p class="good">${icon("check")} ${t("paste.understood", { n: answer.entries })}</p>
      <ul class="notes">${answer.remarks.map(({ at, message }) => html`<li>${at ? `${at}: ` : ""}${message}</li>`)}</ul>`;
  }
  if (answer.kind === "roster")
    return html`<p>${t("paste.roster")}</p><p><button class="main" @click=${useWithStarter}>${t("paste.roster.use")}</button></p>`;
  return html`<p class="bad">${answer.message}</p>`;
}

const fileCard = () => html`<section class="card"><h3>${t("open.file")}</h3><p class="quiet">${t("open.file.help")}</p>
  <button @click=${chooseFile}>${t("open.file.choose")}</button>
  ${
    folder.length
      ? html`<h4>${t("open.folder", { folder: store.hello?.folder ?? "" })}</h4>
    <ul class="files">${folder.slice(0, 30).map((name) => html`<li><button class="plain" @click=${() => openFromFolder(name)}>${name}</button></li>`)}</ul>`
      : nothing
  }</section>`;

const emptyCard =
  () => html`<section class="card"><h3>${t("empty.cards")}</h3><p class="quiet">${t("empty.cards.help")}</p>
  <button class="main" @click=${onlyCards}>${t("cards.only")}</button>
  <h3>${t("empty")}</h3><p class="quiet">${t("empty.help")}</p>
  <button @click=${() => openPlan(EMPTY.replace("{head}", head(t("empty.title"))))}>${t("empty.start")}</button></section>`;
