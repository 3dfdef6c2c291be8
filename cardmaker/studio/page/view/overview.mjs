// All weeks at once: weeks down, days across; whole days and weeks change places by dragging or by the menu.
import { html, ref } from "../vendor/lit.mjs";
import { dayAt, follow, moveWeek, swapDays } from "../app/days.mjs";
import { draggableBy, dropTarget } from "../app/drag.mjs";
import { goTo } from "../app/places.mjs";
import { daysOf, workoutsOf } from "../app/plan.mjs";
import { store } from "../app/store.mjs";
import { icon, openMenu, say } from "../app/ui.mjs";
import { entriesOn, isOwn, isRaceDay } from "../app/wholeweeks.mjs";
import { t } from "../app/words.mjs";

const SHORT = 24; // letters of a session's own words; longer ones give way to its name

const dragDay = draggableBy(".cell-in", "day");
const dropDay = dropTarget("day", (what, place) => swapped(what, place));
const dragWeek = draggableBy(".week-handle", "week");
const dropWeek = dropTarget("week", (what, place, after) => moveWeek(what.week, place.week.path[1] + (after ? 1 : 0)));

function swapped(one, other) {
  if (isRaceDay(one.week, one.day) || isRaceDay(other.week, other.day)) return;
  if (swapDays(dayAt(one.week, one.day), dayAt(other.week, other.day))) say(t("days.swapped"));
}

export function overview(weeks, dayName, weekName) {
  const days = daysOf(store.plan.data);
  return html`<header class="form-head"><h2>${t("week.all")}</h2><p class="quiet">${t(weeks[0].base ? "week.all.follow" : "week.all.help")}</p></header>
    <p class="row"><button @click=${() => store.show({ overview: false })}>${icon("left")} ${t("week.one")}</button></p>
    <div class="grid-scroll" tabindex="0" role="group" aria-label=${t("week.all")}><table class="overview">
      <thead><tr><td></td>${days.map((day) => html`<th scope="col" aria-label=${dayName(day, "long")}>${dayName(day)}</th>`)}</tr></thead>
      <tbody>${weeks.map(
        (week, i) => html`<tr .place=${{ week }} ${ref(bindWeek)}>
        <th scope="row"><button class="plain week-handle" @click=${(event) => openWeek(event, week, i, weeks, weekName)}>${week.base ? t("week.base.short") : week.number}</button></th>
        ${days.map((day) => cell(week, day, i, weeks, dayName, weekName))}</tr>`,
      )}</tbody></table></div>`;
}

const bindWeek = (element) => {
  if (!element || typeof element.place?.week.path[1] !== "number") return;
  dragWeek(element);
  dropWeek(element);
};
const bindDay = (element) => {
  dragDay(element);
  dropDay(element);
};

function cell(week, day, i, weeks, dayName, weekName) {
  const entries = entriesOn(week, day).filter((one) => !(one.bare && one.kind === "rest" && !one.words));
  const place = `${weekName(week)}, ${dayName(day, "long")}: ${entries.length ? "" : t("day.rest")}`;
  return html`<td class=${isOwn(week, day) ? "own" : ""} .place=${{ week, day }} ${ref(bindDay)}><button class="cell-in" @click=${(event) => openDay(event, week, day, i, weeks, dayName, weekName)}><span class="unseen">${place}${isOwn(week, day) ? ` (${t("day.own")})` : ""}</span>
    ${entries.length ? entries.map((one) => html`<span class=${`mini ${one.kind}`}>${short(one)}</span> `) : html`<span class="mini none" aria-hidden="true">–</span>`}</button></td>`;
}

function short(one) {
  if (one.kind === "strength") return workoutsOf(store.plan.data).find(({ id }) => id === one.words)?.name ?? one.words;
  if (one.kind === "rest") return t("kind.rest");
  const { name } = one.item;
  return (one.words?.length > SHORT && name) || one.words || name || t(`kind.${one.kind}`);
}

function openWeek(event, week, i, weeks, weekName) {
  const listed = typeof week.path[1] === "number";
  openMenu(event.currentTarget, weekName(week), [
    { label: t("open"), run: () => goTo({ part: "week", week: i, overview: false }) },
    listed && { label: t("week.earlier"), off: i === 0, run: () => moveWeek(week, week.path[1] - 1) },
    listed && { label: t("week.later"), off: i === weeks.length - 1, run: () => moveWeek(week, week.path[1] + 2) },
  ]);
}

function openDay(event, week, day, i, weeks, dayName, weekName) {
  const others = daysOf(store.plan.data).filter((one) => one !== day);
  openMenu(event.currentTarget, dayName(day, "long"), [
    { label: t("open"), run: () => goTo({ part: "week", week: i, overview: false }) },
    isOwn(week, day) && { label: t("day.follow"), run: () => follow(week, day) },
    { title: t("swap.with") },
    ...others.map((one) => ({
      label: dayName(one, "long"),
      off: isRaceDay(week, one),
      run: () => swapped({ week, day }, { week, day: one }),
    })),
    ...weeks
      .filter((one) => one !== week)
      .slice(0, 30)
      .map((one) => ({
        label: weekName(one),
        off: isRaceDay(one, day),
        run: () => swapped({ week, day }, { week: one, day }),
      })),
  ]);
}
