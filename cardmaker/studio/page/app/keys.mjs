// Keys for all of the page; the ones of a screen are with it.
import { goTo, goToField } from "./places.mjs";
import { store } from "./store.mjs";
import { html } from "../vendor/lit.mjs";
import { openDialog } from "./ui.mjs";
import { t } from "./words.mjs";
import { openPalette } from "../view/palette.mjs";
import { openSave, saveFile } from "../view/save.mjs";

const KEYS = ["undo", "redo", "save", "print", "next", "goto", "all", "move", "add"];

export function beginKeys() {
  addEventListener("keydown", (event) => {
    if (event.defaultPrevented || store.view.part === "start") return;
    const wanted = event.ctrlKey || event.metaKey ? withControl(event) : alone(event);
    if (!wanted) return;
    event.preventDefault();
    wanted();
  });
}

function withControl({ key, shiftKey, altKey }) {
  if (altKey) return null;
  const one = key.toLowerCase();
  if (one === "z") return shiftKey ? store.redo : store.undo;
  return { y: store.redo, s: saveFile, p: openSave, k: goAnywhere }[one] ?? null;
}

function alone({ key, target }) {
  if (key === "F8") return nextProblem;
  const writes = target.closest?.("input, textarea, select, [contenteditable]") || target.shadowRoot;
  return key === "?" && !writes ? openKeys : null;
}

const goAnywhere = () =>
  openPalette([
    { label: t("save.print"), run: openSave },
    { label: t("key.save.does"), run: saveFile },
    { label: t("undo"), run: store.undo },
    { label: t("redo"), run: store.redo },
    { label: t("key.next.does"), run: nextProblem },
    { label: t("keys"), run: openKeys },
  ]);

/** Go to the next thing that is wrong. */
function nextProblem() {
  const wrong = store.findings.filter((one) => one.level !== "note" || one.line);
  if (!wrong.length) return;
  store.problem = ((store.problem ?? -1) + 1) % wrong.length;
  const { path, line } = wrong[store.problem];
  if (path?.length) goToField(path, line);
  else goTo({ part: "text", line });
}

function openKeys() {
  openDialog(
    t("keys"),
    () =>
      html`<dl class="keys">${KEYS.map((key) => html`<div><dt><kbd>${t(`key.${key}`)}</kbd></dt><dd>${t(`key.${key}.does`)}</dd></div>`)}</dl>`,
  );
}
