// One session of a day: its line, what it is read as, a mistake in red with what mends it.
import { classMap, html, live, nothing, ref } from "../vendor/lit.mjs";
import { change, makeRun, setDetail, setWords } from "../app/days.mjs";
import { draggableBy } from "../app/drag.mjs";
import { reading } from "../app/drafts.mjs";
import { isLocked, set } from "../app/edit.mjs";
import { isLifted, liftKey } from "../app/lift.mjs";
import { goTo, nameOfExercise } from "../app/places.mjs";
import { exercisesOf, SPORTS, workoutsOf } from "../app/plan.mjs";
import { store } from "../app/store.mjs";
import { css, icon, oneLine } from "../app/ui.mjs";
import { entriesOn } from "../app/wholeweeks.mjs";
import { t } from "../app/words.mjs";
import { findingsAt, fixButtons } from "./problems.mjs";

const units = () => store.plan.data.units ?? "";

/** What a session's line is read as; undefined while it isn't known. */
function readingOf(entry) {
  if (entry.words === null || !SPORTS.includes(entry.kind)) return undefined;
  if (entry.kind === "run") return reading("run", entry.words, units());
  return reading("sport", `${entry.kind}: ${entry.words}`, units());
}

const drag = draggableBy(".handle", "entry");

export function sessionCard(entry, week, day, { step, openMore, drop }) {
  const place = entry.path.join(".");
  const found = readingOf(entry);
  const wrong = findingsAt(entry.path).filter((one) => one.level === "error");
  const isWrong = found?.right === false || wrong.length > 0;
  const bind = (element) => {
    drag(element);
    drop(element);
  };
  return html`<article class=${classMap({ session: true, [entry.kind]: true, wrong: isWrong, lifted: isLifted(entry.path) })}
      .place=${{ ...entry, one: week, day }} ${ref(bind)}>
    <button class="handle" data-handle=${place} aria-label=${t("session.handle", { what: nameOf(entry) })} aria-pressed=${isLifted(entry.path)} title=${t("session.drag")}
      @keydown=${(event) => liftKey(event, entry.path, step)} @click=${(event) => event.detail === 0 && event.preventDefault()}>${icon("dots")}</button>
    <div class="session-in">${line(entry)}${below(entry, found, wrong)}${asRun(entry, week, day)}${details(entry, place)}</div>
    <button class="icon-button" aria-label=${t("session.more.of", { what: nameOf(entry) })} title=${t("session.more")} @click=${openMore}>${icon("more")}</button>
  </article>`;
}

function nameOf(entry) {
  if (entry.kind === "strength")
    return workoutsOf(store.plan.data).find(({ id }) => id === entry.words)?.name ?? entry.words;
  return entry.item.name || entry.words || t(`kind.${entry.kind}`);
}

function line(entry) {
  const path = entry.bare ? entry.path : [...entry.path, entry.kind];
  if (entry.words === null || entry.kind === "other" || isLocked(store.text, store.plan.doc, path)) {
    return html`<p class="fixed">${entry.words ?? t("session.written.out")} <button class="plain small" data-path=${path.join(".")} @click=${() => goTo({ part: "text", at: path })}>${t("show.in.text")}</button></p>`;
  }
  if (entry.kind === "strength") return strength(entry, path);
  return html`<label class="line">${entry.kind === "run" ? nothing : html`<span class="kind">${t(`kind.${entry.kind}`)}</span>`}
    <textarea rows="1" data-line data-path=${path.join(".")} aria-label=${t(`kind.${entry.kind}`)} spellcheck="false" ?readonly=${store.readOnly || Boolean(store.plan.broken)}
      .value=${live(entry.words)} @keydown=${oneLine} @input=${(event) => setWords(entry, event.target.value.replace(/\s*\n\s*/g, " "))}></textarea></label>`;
}

function strength(entry, path) {
  const workouts = workoutsOf(store.plan.data);
  const known = workouts.some(({ id }) => id === entry.words);
  const choose = (event) => change([path], (text) => set(text, path, event.target.value));
  return html`<div class="line"><select class="plain-select" data-path=${path.join(".")} aria-label=${t("kind.strength")} .value=${live(entry.words)} @change=${choose}>
      ${known ? nothing : html`<option value=${entry.words} selected>${entry.words}</option>`}
      ${workouts.map(({ id, name }) => html`<option value=${id} ?selected=${id === entry.words}>${name}</option>`)}</select>
    ${known ? html`<button class="plain small" @click=${() => goTo({ part: "workouts", workout: entry.words })}>${t("open")}</button>` : nothing}</div>`;
}

function below(entry, found, wrong) {
  if (entry.kind === "strength" && !wrong.length) return about(entry.words);
  if (found?.right === false) {
    const fix = (words) => () => setWords(entry, entry.kind === "run" ? words : words.replace(/^\w+:\s*/, ""));
    return html`<p class="bad" role="status">${found.message}</p>
      <p class="row">${found.fixes.map(({ label, words }) => html`<button class="small" @click=${fix(words)}>${t("change.to", { to: label })}</button>`)}</p>`;
  }
  if (wrong.length)
    return wrong.map(
      (one) => html`<p class="bad" role="status">${one.message}</p><p class="row">${fixButtons(one)}</p>`,
    );
  if (!found?.right)
    return SPORTS.includes(entry.kind) && entry.words !== null ? html`<p class="read quiet">…</p>` : nothing;
  return html`<div class="read">${bar(found)}<p class="quiet">${plainWords(found)}</p></div>`;
}

/** A note that could be a run: what makes it one, or, where it is all there is on a day, why it isn't. */
function asRun(entry, week, day) {
  if (entry.kind !== "note" || entry.bare || !/\d/.test(entry.words ?? "")) return nothing;
  const found = reading("run", entry.words, units());
  if (!found) return nothing;
  if (found.right)
    return html`<p class="row"><button class="small" @click=${() => makeRun(entry, entry.words)}>${t("note.run")}</button></p>`;
  if (entriesOn(week, day).length > 1) return nothing;
  return html`<p class="quiet kept-note">${t("note.kept", { message: found.message })}</p>
    ${found.fixes.length ? html`<p class="row">${found.fixes.map(({ label, words }) => html`<button class="small" @click=${() => makeRun(entry, words)}>${t("note.run.as", { words: label })}</button>`)}</p>` : nothing}`;
}

/** The steps in one line, with the distance at the end. */
function plainWords({ lines }) {
  const [whole, ...steps] = lines.map((one) => one.trim());
  return steps.length > 1 ? html`${steps.join(", ")} · <b>${whole.split(", ")[0]}</b>` : (steps[0] ?? whole);
}

const LONGEST = 24; // km that fill the bar: a long run of most plans

function bar({ bar: parts, km, min }) {
  if (!parts?.length) return nothing;
  const far = [km].flat().findLast(Boolean) ?? ([min].flat().findLast(Boolean) ?? 0) / 6;
  return html`<div class="bar" aria-hidden="true" ${css({ width: `${Math.min(100, Math.max(12, (100 * far) / LONGEST))}%` })}>
    ${parts.map(({ share, effort }) => html`<span class=${`effort ${effort}`} ${css({ flex: `${share} 0 0` })}></span>`)}</div>`;
}

function about(id) {
  const workout = workoutsOf(store.plan.data).find((one) => one.id === id);
  if (!workout) return nothing;
  const names = exercisesOf(workout)
    .flatMap((one) => one.superset ?? [one])
    .map((one) => nameOfExercise(one.id));
  const more = names.length > 3 ? t("and.more", { n: names.length - 2 }) : names[2];
  return html`<p class="quiet">${[workout.data.duration, [...names.slice(0, 2), more].filter(Boolean).join(", ")].filter(Boolean).join(" · ")}</p>`;
}

function details(entry, place) {
  const shown = store.view.details === place || store.view.at?.join(".") === `${place}.note`;
  if (entry.bare) return nothing;
  if (!shown)
    return entry.item.note && entry.kind !== "note" ? html`<p class="quiet note">${entry.item.note}</p>` : nothing;
  return html`<div class="details">${["name", "note"]
    .filter((key) => key !== entry.kind)
    .map(
      (key) => html`<label class="field"><span>${t(`field.${key}`)}</span>
    <input data-path=${`${place}.${key}`} .value=${live(String(entry.item[key] ?? ""))} @input=${(event) => setDetail(entry, key, event.target.value)}></label>`,
    )}${WITH_CARDS.includes(entry.kind) ? cards(entry, place) : nothing}</div>`;
}

const WITH_CARDS = ["recovery", "cross-training"];

/** The workout whose cards go with a day of other things. */
function cards(entry, place) {
  const choose = (event) => setDetail(entry, "workout", event.target.value);
  const now = String(entry.item.workout ?? "");
  return html`<label class="field"><span>${t("field.workout")}</span><select data-path=${`${place}.workout`} .value=${live(now)} @change=${choose}>
    <option value="">${t("workout.no")}</option>
    ${workoutsOf(store.plan.data).map(({ id, name }) => html`<option value=${id} ?selected=${id === now}>${name}</option>`)}</select></label>`;
}
