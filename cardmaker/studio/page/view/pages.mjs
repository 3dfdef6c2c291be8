// The printed pages: by part or as they lie on paper, as large as fits, closer, or in true size.
import { classMap, html, nothing, ref, repeat } from "../vendor/lit.mjs";
import { soon } from "../app/drafts.mjs";
import { goToField } from "../app/places.mjs";
import { under, writtenAt } from "../app/plan.mjs";
import { shownAt } from "../app/wholeweeks.mjs";
import { picture, unwant, want } from "../app/sides.mjs";
import { store } from "../app/store.mjs";
import { css, icon, openDialog } from "../app/ui.mjs";
import { t } from "../app/words.mjs";
import { faultWords } from "./problems.mjs";

const STEP = 1.25; // of zoom, a button's press
const GAP = 20; // px between sides
const CARD = 85.6; // mm: the width of every bank card (ISO/IEC 7810 ID-1)
const USUAL = 96 / 25.4; // px a mm, of a screen that keeps to CSS

let room = 600; // px that a row of pages has
let stage = null;

const watcher = new IntersectionObserver(
  (seen) => {
    for (const { target, isIntersecting } of seen) {
      target.inView = isIntersecting;
      for (const name of target.dataset.sides.split(" ")) (isIntersecting ? want : unwant)(name);
    }
  },
  { rootMargin: "200px" },
);
const measured = new ResizeObserver(([one]) => {
  const width = one.contentRect.width;
  if (Math.abs(width - room) < 2 || !width) return;
  room = width;
  store.update({});
});

function atStage(element) {
  if (stage === element) return;
  if (stage) measured.unobserve(stage);
  stage = element;
  if (element) measured.observe(element);
}

/** The parts that there are sides of, in order. */
function tabsOf(draft) {
  const tabs = [...new Set(draft.sides.map((side) => side.part))];
  return draft.papers.length ? [...tabs, "+paper"] : tabs;
}

export function pages() {
  const { draft } = store;
  const tabs = tabsOf(draft);
  const tab = tabs.includes(store.view.tab) ? store.view.tab : tabs[0];
  return html`<header class="pages-head">
      <div class="tabs" role="group" aria-label=${t("pages.which")}>${tabs.map(
        (one) => html`<button aria-pressed=${one === tab}
        @click=${() => goToTab(one)}>${tabName(one, draft)}</button>`,
      )}</div>
      <div class="zoom" role="group" aria-label=${t("zoom")}>
        <button class="small" aria-pressed=${store.view.zoom === undefined} @click=${() => store.show({ zoom: undefined })}>${t("fit")}</button>
        <button class="small" aria-pressed=${store.view.zoom === "true"} @click=${trueSize}>${t("true.size")}</button>
        <button class="icon-button" aria-label=${t("smaller")} title=${t("smaller")} @click=${() => zoomBy(1 / STEP, tab)}>${icon("minus")}</button>
        <button class="icon-button" aria-label=${t("larger")} title=${t("larger")} @click=${() => zoomBy(STEP, tab)}>${icon("plus")}</button>
      </div></header>
    ${notices(draft)}
    <div class="stage" tabindex="0" role="group" aria-label=${t("part.pages")} ${ref(atStage)} @scroll=${scrolled}>
      ${tab === "+paper" ? papers(draft) : tabs.filter((one) => one !== "+paper").map((one) => sides(draft, one))}
    </div>`;
}

/** Parts follow each other: a tab goes to where its part begins. */
function goToTab(tab) {
  store.show({ tab });
  requestAnimationFrame(() => {
    const top = document.querySelector(`.sides[data-part="${CSS.escape(tab)}"]`)?.offsetTop;
    if (stage) stage.scrollTop = top === undefined || tab === "+paper" ? 0 : top - stage.offsetTop - GAP;
  });
}

/** The tab is that of the part that is seen. */
function scrolled() {
  if (store.view.tab === "+paper") return;
  const parts = [...stage.querySelectorAll(".sides")];
  const seen = parts.findLast((one) => one.offsetTop - stage.offsetTop <= stage.scrollTop + stage.clientHeight / 3);
  if (seen && seen.dataset.part !== (store.view.tab ?? parts[0].dataset.part)) store.show({ tab: seen.dataset.part });
}

/** Bring the page of a week into view. */
export function turnToWeek(number) {
  const page = store.draft.sides.find((one) => one.part === "sheets" && one.name.endsWith(`-${number}`));
  const figure = page && document.querySelector(`.side[data-sides="${CSS.escape(page.name)}"]`);
  if (stage && figure) stage.scrollTop = figure.offsetTop - stage.offsetTop - GAP;
}

function tabName(tab, draft) {
  if (tab === "+paper") return t("on.paper");
  const part = draft.parts.find((one) => one.name === tab);
  const n = part?.cards || draft.sides.filter((side) => side.part === tab).length;
  return t(`tab.${tab}`) === `tab.${tab}` ? tab : t(`tab.${tab}`, { n });
}

function notices(draft) {
  if (store.engineFault) {
    return html`<div class="notice error" role="alert"><p>${faultWords(store.engineFault)}</p>
      <button class="small" @click=${() => soon(0)}>${t("again")}</button></div>`;
  }
  if (draft.standIn) return html`<p class="notice warning" role="status">${t("pages.stand.in")}</p>`;
  if (draft.stale && draft.sides.length) return html`<p class="notice warning" role="status">${t("pages.stale")}</p>`;
  if (!draft.sides.length && !store.drafted) return html`<p class="notice" role="status">${t("pages.drawing")}</p>`;
  if (!draft.sides.length && store.findings.some((one) => one.level === "error")) {
    return html`<p class="notice warning" role="status">${t("pages.none.yet")}</p>`;
  }
  return nothing;
}

/** px a mm. */
function scaleOf(tab, draft) {
  const { zoom } = store.view;
  if (zoom === "true") return Number(localStorage.getItem("px-a-mm")) || USUAL;
  return zoom ?? fitting(tab, draft);
}

/** The scale at which the widest page fills the room, and cards lie two in a row. */
function fitting(tab, draft) {
  const widths =
    tab === "+paper"
      ? draft.papers.map((one) => one.w)
      : draft.sides.filter((one) => one.part === tab).map((one) => one.w);
  const widest = Math.max(...widths, 1);
  const inRow = widest < 110 && room > 300 ? 2 : 1;
  return Math.min((room - GAP * (inRow - 1)) / inRow / widest, 6);
}

function zoomBy(much, tab) {
  const scale = scaleOf(tab, store.draft) * much;
  store.show({ zoom: Math.min(20, Math.max(0.3, scale)) });
}

function sides(draft, tab) {
  const scale = scaleOf(tab, draft);
  return html`<div class="sides" data-part=${tab}>${repeat(
    draft.sides.filter((one) => one.part === tab),
    (one) => one.name,
    (side) => {
      const shown = picture(side.name);
      return html`<figure class="side" data-sides=${side.name} ${ref(watched(side.name, side.key))}>
      <div class=${classMap({ sheet: true, waiting: !shown?.fresh })} ${css({ width: `${side.w * scale}px`, height: `${side.h * scale}px` })}
        @click=${(event) => goToArea(event, shown, scale)}>
        ${shown ? html`<img src=${shown.url} alt=${t("page.of", { title: side.title })} draggable="false">` : nothing}
        ${marks(shown?.areas, scale)}</div>
      <figcaption>${side.title}${side.name.endsWith("-back") ? ` · ${t("side.back")}` : ""}</figcaption></figure>`;
    },
  )}</div>`;
}

/** Watches whether a figure is in view, and has it drawn if its side has changed meanwhile. */
function watched(name, key) {
  return (element) => {
    if (!element) return;
    if (!element.watched) {
      element.watched = true;
      watcher.observe(element);
    } else if (element.inView && element.drawnKey !== key) {
      element.drawnKey = key;
      for (const one of element.dataset.sides.split(" ")) want(one);
    }
  };
}

/** Where on the page the field is in which the cursor is. */
function marks(areas, scale) {
  const { focus } = store.view;
  if (!focus || !areas) return nothing;
  const best = areas
    .map((one) => ({ ...one, path: placeInForm(one.path ?? [], focus[0] === "base_week") }))
    .filter((one) => under(focus, one.path) || under(one.path, focus));
  const depth = Math.max(0, ...best.map((one) => one.path.length));
  return best
    .filter((one) => one.path.length === depth && depth > 1)
    .map(
      (one) =>
        html`<div class="mark" ${css({
          left: `${one.x * scale - 3}px`,
          top: `${one.y * scale - 3}px`,
          width: `${one.w * scale + 6}px`,
          height: `${one.h * scale + 6}px`,
        })}></div>`,
    );
}

/** Where the form has what is printed: in its week, or in the base week that it follows from. */
const placeInForm = (path, base = false) =>
  base || !store.whole.length ? writtenAt(path, store.plan.data) : shownAt(path, store.plan.data, store.weeks);

function goToArea(event, shown, scale) {
  if (!shown) return;
  const box = event.currentTarget.getBoundingClientRect();
  const [x, y] = [(event.clientX - box.left) / scale, (event.clientY - box.top) / scale];
  const area = shown.areas.findLast((one) => x >= one.x && x <= one.x + one.w && y >= one.y && y <= one.y + one.h);
  if (area?.path?.length) goToField(placeInForm(area.path));
}

function papers(draft) {
  const scale = scaleOf("+paper", draft);
  return html`<div class="sides">${draft.papers.map(
    (paper, i) => html`<figure class="side"
    data-sides=${paper.placements.map((one) => one.side).join(" ")} ${ref(watched(`paper ${i}`, `${store.drafted}`))}>
    <div class="sheet paper" role="img" aria-label=${paper.label} ${css({ width: `${paper.w * scale}px`, height: `${paper.h * scale}px` })}>
      ${paper.placements.map((one) => placed(one, draft, scale))}</div>
    <figcaption>${paper.label}</figcaption></figure>`,
  )}</div>`;
}

/** A side where it lies on the paper, turned about its middle. */
function placed({ side: name, x, y, turn, scale: size, window: seen }, draft, scale) {
  const shown = picture(name);
  if (!shown) return nothing;
  const side = draft.sides.find((one) => one.name === name) ?? shown;
  const [w, h] = [side.w * size, side.h * size];
  const [bw, bh] = turn % 180 ? [h, w] : [w, h];
  const px = (mm) => `${mm * scale}px`;
  const clip = seen
    ? `inset(${px(seen[1] - y)} ${px(x + bw - seen[0] - seen[2])} ${px(y + bh - seen[1] - seen[3])} ${px(seen[0] - x)})`
    : "none";
  return html`<div class="placed" ${css({ left: px(x), top: px(y), width: px(bw), height: px(bh), "clip-path": clip })}>
    <img src=${shown.url} alt="" draggable="false" ${css({
      left: px((bw - w) / 2),
      top: px((bh - h) / 2),
      width: px(w),
      height: px(h),
      transform: `rotate(${turn}deg)`,
    })}></div>`;
}

/** Show pages as large as they print; the first time, a bank card held to the screen says how large that is. */
function trueSize() {
  if (store.view.zoom === "true" || !localStorage.getItem("px-a-mm")) openTrueSize();
  store.show({ zoom: "true" });
}

function openTrueSize() {
  const set = (event) => {
    localStorage.setItem("px-a-mm", String(event.target.value / CARD));
    store.update({});
  };
  openDialog(t("true.size"), () => {
    const scale = Number(localStorage.getItem("px-a-mm")) || USUAL;
    return html`<p>${t("true.size.help")}</p>
      <div class="bank-card" ${css({ width: `${CARD * scale}px`, height: `${53.98 * scale}px` })}></div>
      <label class="field"><span>${t("true.size.slide")}</span>
        <input type="range" min="180" max="900" step="1" .value=${String(Math.round(CARD * scale))} @input=${set}></label>`;
  });
}
