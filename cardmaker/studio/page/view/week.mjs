// The week as a board: a row a day, a session one line in the notation of the plan with what it is read as.
import { classMap, html, nothing, ref } from "../vendor/lit.mjs";
import {
  addEntry,
  copyEntry,
  copyWeek,
  dayAt,
  follow,
  moveEntry,
  moveWeek,
  removeEntry,
  removeWeek,
} from "../app/days.mjs";
import { dropTarget } from "../app/drag.mjs";
import { LIFT } from "../app/lift.mjs";
import { dayName, goTo, weekName } from "../app/places.mjs";
import { dayKey, daysOf, SPORTS, workoutsOf } from "../app/plan.mjs";
import { store } from "../app/store.mjs";
import { afterDraw, fieldAt, icon, openMenu, say, toast } from "../app/ui.mjs";
import { beforeIn, entriesOn, isOwn, isRaceDay } from "../app/wholeweeks.mjs";
import { t } from "../app/words.mjs";
import { set } from "../app/edit.mjs";
import { sessionCard } from "./session.mjs";
import { fields } from "./fields.mjs";
import { planDetails } from "./details.mjs";
import { overview } from "./overview.mjs";
import { turnToWeek } from "./pages.mjs";
import { planHead } from "./planhead.mjs";
import { progress } from "./progress.mjs";
import { openNew } from "./workouts.mjs";

export function week() {
  const { weeks } = store;
  const { data } = store.plan;
  if (store.view.overview && weeks.length) return overview(weeks, dayName, weekName);
  const one = weeks[Math.min(store.view.week ?? 0, weeks.length - 1)];
  if (!one) return none();
  const index = weeks.indexOf(one);
  const listed = !one.base && !one.exception && !one.follows;
  const before = one.follows ? beforeIn(one, "sun", data) : [];
  return html`${planHead(data)}<header class="form-head"><div class="head-row"><h2>${weekName(one)}</h2>
      <button class="icon-button" aria-label=${t("week.more")} title=${t("week.more")} @click=${(event) => openWeekMenu(event, one, weeks)}>${icon("more")}</button></div>
      <p class="quiet">${one.follows && totalOf(one) ? html`<b>${totalOf(one)}</b> · ` : nothing}${t(one.follows ? "week.follows" : "week.help")}</p></header>
    <div class="row weeks">${weeks.map((each, i) => html`<button aria-pressed=${i === index} @click=${() => openWeek(each, i)}>${each.follows ? weekButton(each) : html`${weekName(each)}${total(each)}`}</button>`)}
      ${listed ? html`<button @click=${() => copied(one, weeks)}>${icon("plus")} ${t("week.copy", { number: weeks.length + 1 })}</button>` : nothing}
      ${weeks.length > 1 ? html`<button class="plain" @click=${() => store.show({ overview: true })}>${t("week.all")}</button>` : nothing}</div>
    ${fields(
      [...one.path],
      one.data,
      ["name", "focus"].filter((key) => !one.base || key in one.data),
      before,
    )}
    <div class="days">${daysOf(data).map((day) => dayRow(one, day, weeks))}</div>
    ${fields([...one.path], one.data, ["note"], before)}
    ${one.base ? progress(data) : nothing}
    ${planDetails(data)}`;
}

function openWeek(one, index) {
  goTo({ part: "week", week: index });
  if (!one.base) afterDraw(() => turnToWeek(one.number));
}

/** Of a week among many: its number, and whether anything is its own. */
const weekButton = (one) =>
  html`<span class="unseen">${weekName(one)}</span><span aria-hidden="true">${one.number}</span>${
    Object.keys(one.own).length ? html`<span class="own-dot" title=${t("day.own")}></span>` : nothing
  }`;

function none() {
  const begin = () =>
    store.try((text) =>
      set(
        text,
        ["weeks"],
        [{ mon: "rest", tue: "rest", wed: "rest", thu: "rest", fri: "rest", sat: "rest", sun: "rest" }],
        ["workouts"],
      ),
    );
  return html`${planHead(store.plan.data)}<header class="form-head"><h2>${t("part.week")}</h2><p class="quiet">${t("week.none")}</p></header>
    <p><button class="main" @click=${begin}>${t("week.begin")}</button></p>`;
}

/** How much a week is in all, as its page says. */
const totalOf = (one) => (one.base ? "" : store.draft.weeks?.find(({ number }) => number === one.number)?.total) || "";

function total(one) {
  const all = totalOf(one);
  return all ? html`<span class="far"> · ${all}</span>` : nothing;
}

function copied(one, weeks) {
  if (!copyWeek(one)) return;
  goTo({ part: "week", week: weeks.length });
  toast(t("week.copied", { number: weeks.length + 1 }), { label: t("undo"), run: store.undo });
}

function openWeekMenu(event, one, weeks) {
  const index = weeks.indexOf(one);
  const listed = one.path[0] === "weeks" && typeof one.path[1] === "number";
  const go = (to, at) => () => moveWeek(one, to) && goTo({ part: "week", week: at });
  openMenu(event.currentTarget, t("week.more"), [
    listed && { label: t("week.earlier"), off: index === 0, run: go(index - 1, index - 1) },
    listed && { label: t("week.later"), off: index === weeks.length - 1, run: go(index + 2, index + 1) },
    { label: t("show.in.text"), run: () => goTo({ part: "text", at: one.path }) },
    one.follows && {
      label: t("week.follow"),
      off: !Object.keys(one.own).length,
      run: () =>
        follow(one) && toast(t("week.followed", { number: one.number }), { label: t("undo"), run: store.undo }),
    },
    listed && {
      label: t("week.remove"),
      off: weeks.length === 1,
      run: () => {
        removeWeek(one);
        goTo({ part: "week", week: Math.max(0, index - 1) });
        toast(t("week.removed", { number: one.number }), { label: t("undo"), run: store.undo });
      },
    },
  ]);
}

function dayRow(one, day, weeks) {
  const entries = entriesOn(one, day);
  const isRace = isRaceDay(one, day);
  const resting = entries.length === 1 && entries[0].bare && entries[0].kind === "rest" && !entries[0].words;
  const missing = one.exception && !(dayKey(one.data, day) in one.data);
  const name = dayName(day, "long");
  return html`<section class=${classMap({ day: true, resting: resting || !entries.length, own: isOwn(one, day) })} aria-label=${name} .place=${{ one, day, index: entries.length }} ${ref(dropOnDay)}>
    <h3 title=${name}>${dayName(day)}</h3>
    <div class="entries">
      ${
        resting || !entries.length
          ? html`<p class="rest">${t(missing ? "day.as.base" : "day.rest")}</p>`
          : entries.map((entry) =>
              sessionCard(entry, one, day, {
                step: (place, by) => step(entry, one, day, by),
                openMore: (event) => openEntryMenu(event, entry, one, day, weeks),
                drop: dropOnEntry,
              }),
            )
      }
      ${isRace ? html`<p class="quiet rest">${t("race.day.is")}</p>` : html`<button class="plain add" data-path=${resting || !entries.length ? [...one.path, dayKey(one.data, day)].join(".") : nothing} @click=${(event) => openAdd(event, one, day)} aria-label=${t("day.add.to", { day: name })}>${icon("plus")} ${t("day.add")}</button>`}
      ${isOwn(one, day) ? html`<p class="row own-line"><span class="chip">${t("day.own")}</span><button class="plain small" @click=${() => followed(one, day)}>${t("day.follow")}</button></p>` : nothing}
    </div></section>`;
}

/** A day follows from the base week again; the cursor stays where the button was. */
function followed(one, day) {
  if (!follow(one, day)) return;
  say(t("day.followed", { day: dayName(day, "long") }));
  afterDraw(() => document.querySelector(`[data-path^="${[...one.path, day].join(".")}"]`)?.focus());
}

const dropOnDay = dropTarget("entry", (what, { one, day, index }) => moved(what, one, day, index));
const dropOnEntry = dropTarget("entry", (what, { one, day, index }, after) =>
  moved(what, one, day, after ? index + 1 : index),
);

function moved(entry, one, day, index) {
  if (entry.fixed || isRaceDay(one, day)) return;
  store.settle();
  if (moveEntry(entry, one, day, index)) say(t("moved.to", { day: dayName(day, "long") }));
}

/** One place up or down, over the ends of days; for the keys. */
function step(entry, one, day, by) {
  if (entry.fixed) return null;
  const days = daysOf(store.plan.data);
  const { count } = dayAt(one, day);
  const inDay = entry.index + by;
  if (inDay >= 0 && inDay < count) {
    const place = moveEntry(entry, one, day, by > 0 ? entry.index + 2 : entry.index - 1, LIFT);
    return place && { place, words: t("lift.at", { day: dayName(day, "long"), n: inDay + 1 }) };
  }
  const next = days[days.indexOf(day) + by];
  if (!next) return null;
  if (isRaceDay(one, next)) return null;
  const there = entriesOn(one, next);
  const resting = there.length === 1 && there[0].bare && there[0].kind === "rest" && !there[0].words;
  const at = by > 0 || resting ? 0 : there.length;
  const place = moveEntry(entry, one, next, at, LIFT);
  return place && { place, words: t("lift.at", { day: dayName(next, "long"), n: at + 1 }) };
}

function openEntryMenu(event, entry, one, day, weeks) {
  const place = entry.path.join(".");
  if (entry.fixed) return openRaceMenu(event, entry, place);
  const to = (other) => ({
    label: dayName(other, "long"),
    off: other === day || isRaceDay(one, other),
    run: () => moved(entry, one, other, dayAt(one, other).count),
  });
  return openMenu(event.currentTarget, t("session.more"), [
    !entry.bare && toDetails(entry, place),
    { label: t("session.copy"), run: () => copyEntry(entry, one, day) },
    { label: t("show.in.text"), run: () => goTo({ part: "text", at: entry.path }) },
    {
      label: t("session.remove"),
      run: () => removeEntry(entry) && toast(t("session.removed"), { label: t("undo"), run: store.undo }),
    },
    { title: t("move.to") },
    ...daysOf(store.plan.data).map(to),
    ...weeks
      .filter((each) => each !== one)
      .slice(0, 30)
      .map((each) => ({
        label: weekName(each),
        off: isRaceDay(each, day),
        run: () => moved(entry, each, day, dayAt(each, day).count),
      })),
  ]);
}

const toDetails = (entry, place) => ({
  label: t("session.details"),
  run: () => {
    store.show({ details: place });
    afterDraw(() => fieldAt([...entry.path, "name"])?.focus());
  },
});

/** The race keeps its day, which is said for the plan as a whole. */
const openRaceMenu = (event, entry, place) =>
  openMenu(event.currentTarget, t("session.more"), [
    toDetails(entry, place),
    { label: t("race.day.change"), run: () => fieldAt(["race", "date"])?.focus() },
    { label: t("show.in.text"), run: () => goTo({ part: "text", at: entry.path }) },
  ]);

const FIRST = { run: "5 km easy", bike: "60 min easy", swim: "8 x 50 m", row: "20 min easy" };

function openAdd(event, one, day) {
  const add = (item) => () => {
    if (!addEntry(one, day, item)) return;
    const { path } = dayAt(one, day);
    const last = (store.plan.doc.getIn(path)?.items?.length ?? 1) - 1;
    const [kind] = Object.keys(item);
    afterDraw(() => {
      const field = fieldAt([...path, last, kind]) ?? fieldAt([...path, kind]);
      field?.focus();
      field?.select?.();
    });
  };
  openMenu(event.currentTarget, t("day.add"), [
    ...SPORTS.filter((one) => one in FIRST).map((kind) => ({
      label: t(`kind.${kind}`),
      run: add({ [kind]: FIRST[kind] }),
    })),
    { label: t("kind.rest"), run: add({ rest: t("first.rest") }) },
    { label: t("kind.cross-training"), run: add({ "cross-training": t("first.cross-training") }) },
    { label: t("kind.recovery"), run: add({ recovery: t("first.recovery") }) },
    { label: t("kind.note"), run: add({ note: t("first.note") }) },
    { title: t("kind.strength") },
    ...workoutsOf(store.plan.data).map(({ id, name }) => ({ label: name, run: add({ strength: id }) })),
    { label: t("workout.new"), run: () => openNew("", { week: one, day }) },
  ]);
}
