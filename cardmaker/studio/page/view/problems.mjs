// What is wrong with the plan, and advice: each with its line, a way to the field, and a button that mends it.
import { html, nothing } from "../vendor/lit.mjs";
import { isShutOut } from "../app/drafts.mjs";
import { goTo, goToField, nameOfPlace } from "../app/places.mjs";
import { store } from "../app/store.mjs";
import { closeDialog, openDialog, say } from "../app/ui.mjs";
import { t } from "../app/words.mjs";

/** Why the engine doesn't answer, and what to do about it. */
export const faultWords = (fault) => (isShutOut(fault) ? t(`fault.${fault}`) : t("fault", { message: fault }));

export function problemCount() {
  const errors = store.findings.filter((one) => one.level === "error").length;
  if (errors) return { n: errors, level: "error" };
  if (!store.checked) return { n: 0, level: "wait" };
  const n = store.findings.length;
  return { n, level: n ? "warning" : "none" };
}

export const findingsAt = (path) =>
  store.findings.filter((one) => one.path?.length && path.every((step, i) => String(one.path[i]) === String(step)));

export function applyFix(fix) {
  store.settle();
  store.try(() => fix.edits.map(({ from, to, insert }) => ({ from, to, insert })), { origin: "fix" });
  say(t("fixed", { label: fix.label }));
}

/** The buttons that mend a finding. Its places are those of the text that was checked, so they go when that changes. */
export const fixButtons = (finding) =>
  (finding.fixes ?? []).map(
    (fix) => html`<button class="small" @click=${() => applyFix(fix)}>${t("change.to", { to: fix.label })}</button>`,
  );

/** Where a finding is, in words of the form; its line where the form has no such place, or the text is open. */
function whereOf({ line, path }) {
  const name = store.view.part === "text" ? "" : nameOfPlace(path);
  return name ? ` · ${name}` : line ? ` · ${t("line", { line })}` : "";
}

export function finding(one, { onGo = () => {} } = {}) {
  const go = () => {
    onGo();
    if (one.path?.length) goToField(one.path, one.line);
    else goTo({ part: "text", line: one.line });
  };
  return html`<li class=${`finding ${one.level}`}>
    <p><b>${t(`level.${one.level}`)}${whereOf(one)}</b> ${one.message}</p>
    <p class="row">${fixButtons(one)}${one.line ? html`<button class="plain small" @click=${go}>${t("show")}</button>` : nothing}</p>
  </li>`;
}

export function openProblems() {
  openDialog(
    t("problems"),
    () => {
      const notes = store.draft.notes.filter((note) => !store.findings.some((one) => one.message === note));
      return html`<div class="scroll">
      ${store.findings.length || notes.length ? nothing : html`<p>${t("problems.no")}</p>`}
      <ul class="findings">${store.findings.map((one) => finding(one, { onGo: closeDialog }))}</ul>
      ${notes.length ? html`<h3>${t("notes")}</h3><ul class="notes">${notes.map((note) => html`<li>${note}</li>`)}</ul>` : nothing}
    </div>`;
    },
    { wide: true },
  );
}
