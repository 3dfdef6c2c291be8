// A club's colour: a swatch of the one that is printed, which opens the browser's own picker, and a line to write it.
import { html, live, nothing } from "../vendor/lit.mjs";
import { colourOf } from "../app/colours.mjs";
import { store } from "../app/store.mjs";
import { css } from "../app/ui.mjs";
import { number, t } from "../app/words.mjs";
import { setField } from "./fields.mjs";
import { findingsAt } from "./problems.mjs";

const typed = new Map(); // key → {words, of, isDone}: what was written, and the value of the plan beside it

/** *theme* is the one in force, as the catalogue has it. */
export function colour(key, data, theme) {
  const path = ["club", "colours", key];
  const now = String(data.club?.colours?.[key] ?? "");
  const draft = typed.get(key)?.of === `${store.opened} ${now}` ? typed.get(key) : null;
  const hex = colourOf(now);
  const inForce = hex || printed(key, data, theme);
  const isUnknown = draft
    ? draft.isDone && draft.words.trim() && !colourOf(draft.words)
    : !hex && store.plan.doc.hasIn(path);
  const write = (words, isDone) => {
    const found = colourOf(words);
    if (found || (!words.trim() && store.plan.doc.hasIn(path))) setField(path, found);
    const value = store.plan.data.club?.colours?.[key] ?? "";
    if (isDone && found) typed.delete(key);
    else typed.set(key, { words, isDone, of: `${store.opened} ${value}` });
    store.update({});
  };
  const type = (event) => write(event.target.value, false);
  const done = (event) => write(event.target.value, true);
  const off = store.readOnly || Boolean(store.plan.broken);
  return html`<div class="field"><label for=${`colour-${key}`}>${t(`field.colour.${key}`)}</label><span class="colour">
      <input type="color" aria-label=${t("colour.pick", { what: t(`field.colour.${key}`) })} ?disabled=${off} .value=${live(inForce.toLowerCase())} @change=${done}>
      <input id=${`colour-${key}`} data-path=${path.join(".")} class="short-input" placeholder=${t("colour.hint")} spellcheck="false" ?readonly=${off}
        aria-invalid=${isUnknown ? "true" : nothing} aria-describedby=${isUnknown ? `colour-${key}-wrong` : nothing} .value=${live(draft?.words ?? (hex || now))} @input=${type} @change=${done}>
      ${hex ? html`<span class="quiet">${contrastNote(hex)}</span>` : nothing}</span></div>
    ${isUnknown ? html`<p class="bad" role="status" id=${`colour-${key}-wrong`}>${t("colour.unknown")}</p>` : nothing}
    ${findingsAt(path)
      .filter((one) => one.level !== "error")
      .map((one) => html`<p class="bad">${one.message}</p>`)}`;
}

/** What is printed where the plan gives no colour: the theme's own, and for the second one the first. */
function printed(key, data, theme) {
  const first = colourOf(String(data.club?.colours?.primary ?? "")) || theme?.colours?.primary;
  return (key === "primary" ? theme?.colours?.primary : theme?.colours?.accent || first) || "#0F4C5C";
}

/** How well white paper and a colour part, by WCAG's formula. */
function contrast(hex) {
  const [r, g, b] = [1, 3, 5]
    .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
  return 1.05 / (0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05);
}

function contrastNote(hex) {
  const ratio = contrast(hex);
  return html`<span class="swatch" ${css({ background: hex })}></span>${t(ratio >= 4.5 ? "contrast.good" : "contrast.low", { ratio: number(ratio) })}`;
}
