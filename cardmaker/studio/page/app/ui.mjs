// Small things that all screens share: icons, dialogs, menus, what is said aloud, sizes without style attributes.
import { Directive, directive, html, nothing, render, svg } from "../vendor/lit.mjs";
import { t } from "./words.mjs";

const PATHS = {
  week: svg`<rect x="4" y="5.5" width="16" height="14.5" rx="2"/><path d="M4 10h16M8.5 3.5v4M15.5 3.5v4"/>`,
  workouts: svg`<path d="M7.5 7v10M4.5 9v6M16.5 7v10M19.5 9v6M7.5 12h9M2.5 12h2M19.5 12h2"/>`,
  look: svg`<circle cx="12" cy="12" r="8.5"/><path d="M12 3.5V12l7.5 4"/>`,
  athletes: svg`<circle cx="9" cy="8.5" r="3.5"/><path d="M3 20c0-3.6 2.6-6 6-6s6 2.4 6 6M15.5 5.3a3.5 3.5 0 0 1 0 6.4M17.5 14.6c2.1.8 3.5 2.8 3.5 5.4"/>`,
  text: svg`<path d="m8.5 7-5 5 5 5M15.5 7l5 5-5 5"/>`,
  pages: svg`<path d="M6 3.5h8l4 4v13H6zM14 3.5v4h4"/>`,
  undo: svg`<path d="M8.5 5 4 9.5 8.5 14M4.5 9.5H14a5.5 5.5 0 0 1 0 11h-3"/>`,
  redo: svg`<path d="M15.5 5 20 9.5 15.5 14M19.5 9.5H10a5.5 5.5 0 0 0 0 11h3"/>`,
  dots: svg`<g fill="currentColor" stroke="none"><circle cx="9" cy="6" r="1.5"/><circle cx="15" cy="6" r="1.5"/><circle cx="9" cy="12" r="1.5"/><circle cx="15" cy="12" r="1.5"/><circle cx="9" cy="18" r="1.5"/><circle cx="15" cy="18" r="1.5"/></g>`,
  more: svg`<g fill="currentColor" stroke="none"><circle cx="5.5" cy="12" r="1.6"/><circle cx="12" cy="12" r="1.6"/><circle cx="18.5" cy="12" r="1.6"/></g>`,
  close: svg`<path d="m6 6 12 12M18 6 6 18"/>`,
  plus: svg`<path d="M12 5v14M5 12h14"/>`,
  minus: svg`<path d="M5 12h14"/>`,
  check: svg`<path d="m5 12.5 4.5 4.5L19 7.5"/>`,
  warn: svg`<path d="M12 4 2.8 20h18.4zM12 10v4.5M12 17.2v.3"/>`,
  left: svg`<path d="m14.5 6-6 6 6 6"/>`,
  right: svg`<path d="m9.5 6 6 6-6 6"/>`,
  home: svg`<path d="m4 11 8-7 8 7M6 9.5V20h12V9.5"/>`,
  search: svg`<circle cx="10.5" cy="10.5" r="6.5"/><path d="m15.5 15.5 5 5"/>`,
};

export const icon = (name) =>
  html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${PATHS[name]}</svg>`;

/** Sets style properties through the object model: style attributes are what the page's policy forbids. */
class Css extends Directive {
  render() {
    return nothing;
  }

  update(part, [values]) {
    for (const [name, value] of Object.entries(values)) part.element.style.setProperty(name, value);
    return nothing;
  }
}
export const css = directive(Css);

let draw = () => {};

/** Have the page drawn by *now* where that can't wait. */
export const drawnBy = (now) => (draw = now);

/** Run what needs the page as the last change left it; at once, so that what is typed next finds its field. */
export function afterDraw(run) {
  draw();
  run();
}

/** The element of a field, by the field's path. */
export const fieldAt = (path) => document.querySelector(`[data-path="${CSS.escape(path.join("."))}"]`);

/** Say something to those who can't see what happened. */
export function say(text) {
  const place = document.querySelector("#said");
  place.textContent = "";
  requestAnimationFrame(() => (place.textContent = text));
}

/** A short message that goes by itself, such as that something was copied; it may offer one thing to do. */
export function toast(text, action) {
  const place = document.querySelector("#toast");
  const go = () => {
    place.hidePopover?.();
    action.run();
  };
  render(
    html`<span>${text}</span>${action ? html`<button class="plain" @click=${go}>${action.label}</button>` : nothing}`,
    place,
  );
  place.showPopover?.();
  clearTimeout(toast.timer);
  toast.timer = setTimeout(() => place.hidePopover?.(), action ? 10000 : 4000);
}

let dialogBody = null;
let finish = null; // what is done once the open dialog is closed

/** Open a dialog with what *body* renders, again after each change, until it is closed. */
export function openDialog(label, body, { wide = false, onClose } = {}) {
  const dialog = document.querySelector("#dialog");
  if (dialog.open) closeDialog();
  const opener = document.activeElement;
  dialogBody = { label, body };
  dialog.className = wide ? "wide" : "";
  dialog.setAttribute("aria-label", label);
  renderDialog();
  dialog.showModal();
  dialog.querySelector("[autofocus]")?.focus();
  finish = () => {
    finish = null;
    dialogBody = null;
    render(nothing, dialog);
    onClose?.();
    if (opener?.isConnected) opener.focus();
  };
  // it comes later than the closing, when another one may be open
  dialog.onclose = () => !dialog.open && finish?.();
  dialog.onclick = (event) => {
    if (event.target === dialog) closeDialog();
  };
}

export function closeDialog() {
  document.querySelector("#dialog").close();
  finish?.();
}

export function renderDialog() {
  if (!dialogBody) return;
  const { label, body } = dialogBody;
  render(
    html`<div class="dialog-in">
    <header class="dialog-head"><h2>${label}</h2>
      <button class="icon-button" aria-label=${t("close")} title=${t("close")} @click=${closeDialog}>${icon("close")}</button></header>
    ${body()}</div>`,
    document.querySelector("#dialog"),
  );
}

/** Ask before something is done that can't be undone: whether it may be. */
export function confirmed(label, text, yes) {
  return new Promise((done) => {
    let answer = false;
    const go = () => {
      answer = true;
      closeDialog();
    };
    openDialog(
      label,
      () => html`<p>${text}</p><p class="row end">
      <button @click=${closeDialog}>${t("cancel")}</button><button class="main" autofocus @click=${go}>${yes}</button></p>`,
      { onClose: () => done(answer) },
    );
  });
}

/** A menu under a button: *entries* are {label, run, icon, chosen}, or {title} for a heading. */
export function openMenu(button, label, entries) {
  const menu = document.querySelector("#menu");
  const pick = (entry) => () => {
    menu.hidePopover();
    button.focus();
    entry.run();
  };
  render(
    html`${entries
      .filter(Boolean)
      .map((entry) =>
        entry.title
          ? html`<p class="menu-title">${entry.title}</p>`
          : html`<button ?disabled=${entry.off} aria-current=${entry.chosen ? "true" : nothing} @click=${pick(entry)}>${entry.label}</button>`,
      )}`,
    menu,
  );
  menu.setAttribute("aria-label", label);
  menu.showPopover();
  const at = button.getBoundingClientRect();
  const box = menu.getBoundingClientRect();
  const left = Math.max(8, Math.min(at.right - box.width, innerWidth - box.width - 8));
  const below = at.bottom + 4 + box.height < innerHeight || at.top < box.height;
  menu.style.setProperty("left", `${left}px`);
  menu.style.setProperty(
    "top",
    `${below ? Math.min(at.bottom + 4, Math.max(8, innerHeight - box.height - 8)) : at.top - box.height - 4}px`,
  );
  menu.querySelector("button:not([disabled])")?.focus();
  menu.onkeydown = (event) => menuKey(event, menu, button);
}

function menuKey(event, menu, button) {
  const buttons = [...menu.querySelectorAll("button:not([disabled])")];
  const at = buttons.indexOf(document.activeElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
  if (to !== undefined) {
    event.preventDefault();
    buttons.at(to % buttons.length)?.focus();
  } else if (event.key === "Escape" || event.key === "Tab") {
    event.preventDefault();
    menu.hidePopover();
    button.focus();
  }
}

/** How heavy a file is, in words. */
export const weight = (bytes) =>
  bytes < 1e6 ? `${Math.max(1, Math.round(bytes / 1000))} KB` : `${(bytes / 1e6).toFixed(1)} MB`;

/** Enter goes on to the next field instead of breaking the line. */
export function oneLine(event) {
  if (event.key !== "Enter" || event.isComposing) return;
  event.preventDefault();
  const fields = [...document.querySelectorAll("[data-line]")];
  fields[fields.indexOf(event.target) + 1]?.focus();
}
