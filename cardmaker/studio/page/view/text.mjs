// The plan as text: the editor is loaded when it is first opened.
import { html, nothing, ref } from "../vendor/lit.mjs";
import { store } from "../app/store.mjs";
import { t } from "../app/words.mjs";
import { finding } from "./problems.mjs";

let editor = null;
let failed = false;

async function host(element) {
  if (!element) {
    editor?.close();
    editor = null;
    return;
  }
  if (element.editor) return;
  element.editor = true;
  try {
    const { openEditor } = await import("../app/editor.mjs");
    if (element.isConnected) editor = openEditor(element);
  } catch {
    failed = true;
    store.update({});
  }
}

export function textView() {
  const wrong = store.findings.filter((one) => one.level === "error");
  return html`<header class="form-head"><h2>${t("text.title")}</h2><p class="quiet">${t("text.help")}</p></header>
    ${wrong.length ? html`<ul class="findings">${wrong.slice(0, 4).map((one) => finding(one))}</ul>` : nothing}
    ${failed ? html`<p class="notice error">${t("text.failed")}</p>` : nothing}
    <div class="editor" ${ref(host)}></div>`;
}
