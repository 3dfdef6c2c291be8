// The page as a whole: the header, the parts, the form of one of them, and the printed pages next to it.
import { classMap, html, nothing, render } from "../vendor/lit.mjs";
import { begin, call, isShutOut } from "./drafts.mjs";
import { loadExercises } from "./figures.mjs";
import { install } from "./install.mjs";
import { beginKeeping, keepingFails, keptNote, takeOver } from "./keep.mjs";
import { beginKeys } from "./keys.mjs";
import { goTo, goToField, partOf } from "./places.mjs";
import { store } from "./store.mjs";
import { connect } from "./transport.mjs";
import { drawnBy, icon, openMenu, renderDialog } from "./ui.mjs";
import { warmUp } from "./warm.mjs";
import { loadWords, t } from "./words.mjs";
import { athletes } from "../view/athletes.mjs";
import { look } from "../view/look.mjs";
import { pages } from "../view/pages.mjs";
import { openProblems, problemCount } from "../view/problems.mjs";
import { openSave } from "../view/save.mjs";
import { firstStarters, start, welcomeFile } from "../view/start.mjs";
import { textView } from "../view/text.mjs";
import { week } from "../view/week.mjs";
import { workouts } from "../view/workouts.mjs";

/** The parts, in the order of the list; "pages" is one on a phone only. */
const PARTS = { week, workouts, look, athletes, text: textView };

function shell() {
  if (store.view.part === "start") return html`<div class="start-page">${newer()}${start()}</div>`;
  const part = store.view.part in PARTS ? store.view.part : "week";
  return html`<a class="skip" href="#form" @click=${skip}>${t("skip")}</a>
    <div class=${classMap({ studio: true, "on-pages": store.view.part === "pages" })}>
      ${header()} ${parts(store.view.part)}
      <main id="form" tabindex="-1" @focusin=${focused} aria-label=${t(`part.${part}`)}>${newer()}${locked(part)}${PARTS[part]()}</main>
      <section class="pages" role=${isPagesOnly() ? "main" : nothing} aria-label=${t("part.pages")}>${pages()}</section>
    </div>`;
}

/** Whether the form isn't shown: of a narrow screen, pages take all of it. */
const isPagesOnly = () => store.view.part === "pages" && matchMedia("(max-width: 760px)").matches;

/** The field in which the cursor is; its place on the page is marked. */
function focused(event) {
  const path = event.target.dataset?.path?.split(".") ?? null;
  if (path?.join() !== store.view.focus?.join()) store.show({ focus: path });
}

function skip(event) {
  event.preventDefault();
  document.querySelector("#form").focus();
}

function header() {
  const { n, level } = problemCount();
  const title = String(store.plan.data.title ?? "") || t("untitled");
  return html`<header class="top">
    <button class="brand plain" @click=${() => goTo({ part: "start" })} title=${t("to.start")}><span class="long">cardmaker</span><span class="short">${icon("home")}<span class="unseen">${t("to.start")}</span></span></button>
    <h1 class="title"><button class="plain" title=${t("title.change")} @click=${() => goToField(["title"])}>${title}</button></h1>
    <p class="kept" role="status">${keptNote()}</p>
    <div class="tools">
      <button class="icon-button" aria-label=${t("undo")} title=${t("undo")} ?disabled=${!store.canUndo} @click=${store.undo}>${icon("undo")}</button>
      <button class="icon-button" aria-label=${t("redo")} title=${t("redo")} ?disabled=${!store.canRedo} @click=${store.redo}>${icon("redo")}</button>
      <button class=${`count ${level}`} @click=${openProblems} aria-label=${t(`problems.${level}`, { n })}>
        <span class="long">${t(`problems.${level}`, { n })}</span><span class="short">${level === "none" ? icon("check") : `${n}${level === "error" ? "!" : ""}`}</span></button>
      <button class="main" @click=${openSave}><span class="long">${t("save.print")}</span><span class="short">${t("save")}</span></button>
    </div>
  </header>`;
}

function parts(current) {
  return html`<nav class="parts" aria-label=${t("parts")}>
    ${[...Object.keys(PARTS), "pages"].map(
      (part) => html`<button class=${part} aria-current=${part === current ? "page" : nothing}
      @click=${() => goTo({ part })}>${icon(part)}<span>${t(`part.${part}`)}</span></button>`,
    )}
  </nav>`;
}

/** A newer build of the site is kept, and waits until somebody wants it. */
function newer() {
  if (!store.newer) return nothing;
  return html`<div class="notice row" role="status"><p>${t("newer")}</p><button class="small" @click=${store.newer}>${t("newer.take")}</button></div>`;
}

/** While the text can't be read, the form keeps what it showed; while another tab has the plan, it is only read here. */
function locked(part) {
  if (store.readOnly) {
    return html`<div class="notice warning row" role="status"><p>${t("kept.elsewhere")}</p><button @click=${takeOver}>${t("takeover")}</button></div>`;
  }
  const { broken } = store.plan;
  if (keepingFails() && !broken) return html`<p class="notice warning unkept" role="status">${keptNote()}</p>`;
  if (!broken || part === "text") return nothing;
  return html`<div class="notice error" role="alert"><p>${t("broken", { words: store.text.split("\n")[broken.line - 1]?.trim() || "…" })}</p>
    <p class="row"><button @click=${store.undo} ?disabled=${!store.canUndo}>${t("undo")}</button>
    <button @click=${() => goTo({ part: "text", line: broken.line })}>${t("show.in.text")}</button></p></div>`;
}

let drawn = false;
function draw() {
  if (drawn) return;
  drawn = true;
  requestAnimationFrame(drawNow);
}

function drawNow() {
  drawn = false;
  render(shell(), document.querySelector("#app"));
  renderDialog();
  const title = store.view.part === "start" ? "" : String(store.plan.data.title ?? "");
  document.title = title ? `${title} · cardmaker studio` : "cardmaker studio";
}

/** Begin again once the service answers: it was started again, or another tab has the way in. */
function comeBack() {
  const ask = () => call("hello").then(() => location.reload(), comeBack);
  setTimeout(ask, 3000);
}

const connecting = connect(); // at once: Python takes the longest
connecting.catch(() => {}); // it is said below
await loadWords();
store.view = partOf(location.hash);
store.on(draw);
drawnBy(drawNow);
beginKeys();
await beginKeeping();
draw();
try {
  const engine = await connecting;
  begin(engine);
  store.order = JSON.parse(localStorage.getItem("order") ?? "{}");
  await welcomeFile();
  await loadExercises();
  warmUp(firstStarters());
  if (engine.ready) await call("reading", { kind: "run", words: "1 km" }).then(install); // once Python is there
} catch (error) {
  store.update({ engineFault: error.message });
  if (isShutOut(error.message)) comeBack();
}
draw();
