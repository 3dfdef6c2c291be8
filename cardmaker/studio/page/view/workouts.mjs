// Workouts: their exercises with figure, sets in the notation of the plan and what they are read as; supersets as brackets.
import { classMap, html, live, nothing, ref } from "../vendor/lit.mjs";
import { addExercise, declared, freeId, holds, isDeclared } from "../app/additions.mjs";
import { reading } from "../app/drafts.mjs";
import { draggableBy, dropTarget } from "../app/drag.mjs";
import { move, remove, set, unwrap, wrap } from "../app/edit.mjs";
import { figureOf, figureUrl } from "../app/figures.mjs";
import { isLifted, LIFT, liftKey } from "../app/lift.mjs";
import { dayName, goTo, nameOfExercise } from "../app/places.mjs";
import { DAYS, exercisesOf, isRecord, workoutsOf } from "../app/plan.mjs";
import { store } from "../app/store.mjs";
import { afterDraw, closeDialog, fieldAt, icon, oneLine, openDialog, openMenu, say, toast } from "../app/ui.mjs";
import { entriesOn } from "../app/wholeweeks.mjs";
import { number, t } from "../app/words.mjs";
import { field, fields } from "./fields.mjs";
import { openPicker } from "./picker.mjs";
import { findingsAt, fixButtons } from "./problems.mjs";

export function workouts() {
  const all = workoutsOf(store.plan.data);
  const one = all.find(({ id }) => id === store.view.workout) ?? all[0];
  return html`<header class="form-head"><div class="head-row"><h2>${one ? one.name : t("part.workouts")}</h2>
      ${one ? html`<button class="icon-button" aria-label=${t("workout.more")} title=${t("workout.more")} @click=${(event) => openWorkoutMenu(event, one, all)}>${icon("more")}</button>` : nothing}</div><p class="quiet">${one ? usedOn(one.id) : t("workouts.none")}</p></header>
    <div class="row weeks">${all.map((each) => html`<button aria-pressed=${each === one} @click=${() => goTo({ part: "workouts", workout: each.id })}>${each.name}</button>`)}
      <button class=${all.length ? "" : "main"} @click=${() => openNew()}>${icon("plus")} ${t("workout.new")}</button></div>
    ${one ? workout(one) : nothing}`;
}

function usedOn(id) {
  if (!store.weeks.length) return t("workout.cards");
  const days = new Set();
  for (const week of store.weeks) {
    for (const day of DAYS) {
      if (entriesOn(week, day).some((one) => (one.words === id && one.kind === "strength") || one.item.workout === id))
        days.add(dayName(day, "long"));
    }
  }
  return days.size ? t("workout.used", { days: [...days].join(", ") }) : t("workout.unused");
}

function workout(one) {
  const list = exercisesOf(one);
  const free = Array.isArray(one.data.exercises) || one.data.exercises === undefined;
  return html`${fields(one.path, one.data, ["name"])}
    <h3>${t("exercises")}</h3>
    <div class="exercises" role="group" aria-label=${t("exercises")}>
      ${list.map((entry, i) => (entry.superset ? superset(entry, i, one, list) : row(entry, i, one, list)))}
    </div>
    ${
      free
        ? html`<p><button class="main" @click=${() => add(one)}>${icon("plus")} ${t("exercise.add")}</button></p>`
        : html`<p>${t("session.written.out")} <button class="plain small" @click=${() => goTo({ part: "text", at: one.path })}>${t("show.in.text")}</button></p>`
    }
    ${fields(one.path, one.data, ["duration", "warm_up", "cool_down", "note"])}`;
}

function add(one) {
  openPicker((exercise) => added(one.id, exercise), { has: (exercise) => holds(one.id, exercise) });
}

function added(id, exercise, options) {
  if (addExercise(id, exercise, options)) say(t("exercise.added", { name: nameOfExercise(exercise.id) }));
}

function superset(entry, i, one, list) {
  return html`<div class="superset" .place=${{ ...entry, index: i, workout: one }} ${ref(bindRow)}>
    <p class="superset-head"><button class="handle" data-handle=${entry.path.join(".")} aria-label=${t("session.handle", { what: t("superset") })} aria-pressed=${isLifted(entry.path)}
      @keydown=${(event) => liftKey(event, entry.path, (place, by) => step(entry, i, one, list, by))}>${icon("dots")}</button><b>${t("superset")}</b>
      <label>${t("superset.rest")} <input class="short-input" data-path=${[...entry.path, "rest"].join(".")} .value=${live(String(entry.rest))}
        @input=${(event) => store.try((text) => set(text, [...entry.path, "rest"], event.target.value), { group: `${entry.path}` })}></label>
      <button class="plain small" @click=${() => store.try((text) => unwrap(text, entry.path, "superset"))}>${t("superset.end")}</button></p>
    ${entry.superset.map((each, j) => row(each, j, one, entry.superset, true))}</div>`;
}

function row(entry, i, one, list, inside = false) {
  const found = entry.sets ? reading("sets", entry.sets, store.plan.data.units ?? "", entry.id) : undefined;
  const wrong = findingsAt(entry.path).filter((each) => each.level === "error");
  const name = entry.item.name || nameOfExercise(entry.id);
  const figure = isDeclared(entry.id) ? "" : entry.id; // what is bundled may have its name, too
  return html`<div class=${classMap({ exercise: true, wrong: found?.right === false || wrong.length > 0, lifted: isLifted(entry.path) })}
      .place=${{ ...entry, index: i, workout: one, inside }} ${ref(bindRow)}>
    <button class="handle" data-handle=${entry.path.join(".")} aria-label=${t("session.handle", { what: name })} aria-pressed=${isLifted(entry.path)} title=${t("session.drag")}
      @keydown=${(event) => liftKey(event, entry.path, (place, by) => step(entry, i, one, list, by))}>${icon("dots")}</button>
    <span class="figure" data-figure=${figure} ${figureOf(figure)}>${figureUrl(figure) ? html`<img src=${figureUrl(figure)} alt="" draggable="false">` : nothing}</span>
    <div class="exercise-in"><label class="exercise-line"><b>${name}</b>${sets(entry, name)}</label>${below(found, wrong, entry)}${noteOf(entry)}</div>
    <button class="icon-button" aria-label=${t("session.more.of", { what: name })} title=${t("session.more")} @click=${(event) => openRowMenu(event, entry, i, one, list, inside)}>${icon("more")}</button></div>`;
}

/** The note of an exercise; a field for it once it is asked for. */
function noteOf(entry) {
  if (!isRecord(entry.item)) return nothing;
  const path = [...entry.path, "note"];
  const note = entry.item.note ?? "";
  if (store.view.details !== entry.path.join(".")) return note ? html`<p class="quiet note">${note}</p>` : nothing;
  return html`<div class="details">${field(path, note, t("field.note"))}</div>`;
}

function openNote(entry) {
  store.show({ details: entry.path.join(".") });
  afterDraw(() => fieldAt([...entry.path, "note"])?.focus());
}

function sets(entry, name) {
  if (entry.sets === null) {
    return html`<button class="plain small" data-path=${entry.path.join(".")} @click=${() => goTo({ part: "text", at: entry.path })}>${t("show.in.text")}</button>`;
  }
  const path = entry.setsPath ?? entry.path;
  const write = (event) =>
    store.try(
      (text) =>
        entry.setsPath ? set(text, path, event.target.value) : set(text, path, { [entry.id]: event.target.value }),
      { group: path.join(".") },
    );
  return html`<input data-line data-path=${path.join(".")} aria-label=${t("sets.of", { name })} placeholder="3x10" spellcheck="false" .value=${live(entry.sets)}
    @keydown=${oneLine} @input=${write}>`;
}

function below(found, wrong, entry) {
  if (found?.right === false) {
    const fix = (words) => () => store.try((text) => set(text, entry.setsPath, words));
    return html`<p class="bad" role="status">${found.message} ${found.fixes.map(({ label, words }) => html`<button class="small" @click=${fix(words)}>${t("change.to", { to: label })}</button>`)}</p>`;
  }
  if (wrong.length) return wrong.map((one) => html`<p class="bad" role="status">${one.message} ${fixButtons(one)}</p>`);
  return found?.right ? html`<p class="quiet">${setsInWords(found)}</p>` : nothing;
}

/** 90 s, 2–3 min. */
const time = (seconds) =>
  seconds.every((one) => one >= 120 && one % 60 === 0)
    ? `${seconds.map((one) => one / 60).join("–")} min`
    : `${seconds.join("–")} s`;

/** What sets are read as, in a few words; what they have beyond that comes as the engine says it. */
function setsInWords({ figures, lines }) {
  const {
    sets: count,
    reps,
    hold_s: hold,
    per,
    rpe,
    rest_s: rest,
    tempo,
    load,
    load_kg: kg,
    pct,
    distance_m: far,
    ...more
  } = figures;
  if (count === undefined || Object.keys(more).length) return lines.map((one) => one.trim()).join(" · ");
  const many = (value) =>
    [value]
      .flat()
      .join(Array.isArray(value) && value.length > 2 ? ", " : "–")
      .replaceAll("-", "–");
  const much =
    hold === undefined
      ? reps === undefined
        ? far === undefined
          ? ""
          : `${many(far)} m`
        : Array.isArray(reps)
          ? reps.join(", ")
          : many(reps)
      : `${many(hold)} s`;
  return [
    much && `${count} × ${much}`,
    per && t(`per.${per}`) !== `per.${per}` && t(`per.${per}`),
    load,
    kg !== undefined &&
      `${[kg]
        .flat()
        .map((one) => number(one))
        .join(", ")} kg`,
    pct !== undefined && `${[pct].flat().join("–")} %`,
    rpe !== undefined &&
      `RPE ${[rpe]
        .flat()
        .map((one) => number(one))
        .join("–")}`,
    tempo && t("sets.tempo", { tempo }),
    rest !== undefined && t("sets.rest", { rest: time([rest].flat()) }),
  ]
    .filter(Boolean)
    .join(" · ");
}

const drag = draggableBy(".handle", "exercise");
const drop = dropTarget("exercise", (what, place, after) => {
  store.settle();
  moved(what, place.path.slice(0, -1), place.index + (after ? 1 : 0));
});
const bindRow = (element) => {
  drag(element);
  drop(element);
};

/** Take an exercise to *index* of a list of exercises; a superset stays one of at least two, and in no other. */
function moved(entry, list, index, options) {
  const home = entry.path.slice(0, -1);
  const from = entry.path.at(-1);
  const same = home.join(".") === list.join(".");
  if (same && (index === from || index === from + 1)) return false;
  if (entry.superset && list.at(-1) === "superset") return false;
  if (!same && home.at(-1) === "superset" && store.plan.doc.getIn(home).items.length < 3) {
    toast(t("superset.two"));
    return false;
  }
  return store.try((text) => move(text, entry.path, list, index), options);
}

function step(entry, i, one, list, by) {
  const to = i + by;
  if (to < 0 || to >= list.length) return null;
  const home = entry.path.slice(0, -1);
  if (!moved(entry, home, by > 0 ? i + 2 : i - 1, LIFT)) return null;
  return { place: [...home, to], words: t("lift.place", { n: to + 1, all: list.length }) };
}

function openRowMenu(event, entry, i, one, list, inside) {
  const home = entry.path.slice(0, -1);
  const next = list[i + 1];
  openMenu(event.currentTarget, t("session.more"), [
    { label: t("move.up"), off: i === 0, run: () => moved(entry, home, i - 1) },
    { label: t("move.down"), off: !next, run: () => moved(entry, home, i + 2) },
    !inside && {
      label: t("superset.with.next"),
      off: !next || Boolean(next.superset),
      run: () => store.try((text) => wrap(text, home, i, 2, "superset", "rest: 60 s")),
    },
    isRecord(entry.item) && { label: t("exercise.note"), run: () => openNote(entry) },
    {
      label: t("exercise.swap"),
      run: () => openPicker((exercise) => swapped(entry, exercise), { once: true, instead: entry.id }),
    },
    { label: t("show.in.text"), run: () => goTo({ part: "text", at: entry.path }) },
    {
      label: t("session.remove"),
      off: inside && list.length < 3,
      run: () =>
        store.try((text) => remove(text, entry.path)) &&
        toast(t("session.removed"), { label: t("undo"), run: store.undo }),
    },
  ]);
}

/** Another exercise with the same sets. */
function swapped(entry, exercise) {
  const { id } = exercise;
  store.try((text) => {
    const own = declared(text, exercise);
    if ("exercise" in entry.item) return [...own, ...set(text, [...entry.path, "exercise"], id)];
    const rest = Object.entries(entry.item).map(([key, value]) => [key === entry.id ? id : key, value]);
    return [...own, ...set(text, entry.path, rest.length ? Object.fromEntries(rest) : id)];
  });
}

/** Ask what a new workout is called, and then for its exercises; one called *name* is begun at once. With a *place*, {week, day}, it is put there, too. */
export function openNew(name = "", place = undefined) {
  const make = (event) => {
    event?.preventDefault();
    const called = name.trim() || t("workout.new.name");
    const id = freeId(called);
    closeDialog();
    const choose = (exercise) => {
      const isFirst = !workoutsOf(store.plan.data).some((each) => each.id === id);
      added(id, exercise, { name: called, place });
      if (isFirst) goTo({ part: "workouts", workout: id });
    };
    openPicker(choose, { has: (exercise) => holds(id, exercise) });
  };
  if (name) return make();
  return openDialog(
    t("workout.new"),
    () => html`<form @submit=${make}><label class="field"><span>${t("field.name")}</span>
    <input autofocus .value=${name} placeholder=${t("workout.new.name")} @input=${(event) => (name = event.target.value)}></label>
    <p class="row end"><button class="main">${t("workout.pick")}</button></p></form>`,
  );
}

function openWorkoutMenu(event, one, all) {
  const used = ![t("workout.unused"), t("workout.cards")].includes(usedOn(one.id));
  openMenu(event.currentTarget, t("workout.more"), [
    { label: t("show.in.text"), run: () => goTo({ part: "text", at: one.path }) },
    {
      label: used ? t("workout.remove.used") : t("workout.remove"),
      off: used,
      run: () => {
        if (!store.try((text) => remove(text, all.length > 1 ? one.path : ["workouts"]))) return;
        goTo({ part: "workouts", workout: "" });
        toast(t("session.removed"), { label: t("undo"), run: store.undo });
      },
    },
  ]);
}
