// The text editor: CodeMirror in step with the store, whose undo it shares; findings on their lines, words to choose from.
// It lives in a shadow root: there its style sheets are objects, as the page's policy demands, and no style elements.
import {
  acceptCompletion,
  Annotation,
  autocompletion,
  bracketMatching,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
  defaultKeymap,
  drawSelection,
  EditorSelection,
  EditorState,
  EditorView,
  foldGutter,
  foldKeymap,
  highlightActiveLine,
  highlightActiveLineGutter,
  HighlightStyle,
  highlightSelectionMatches,
  hoverTooltip,
  indentLess,
  indentUnit,
  keymap,
  lineNumbers,
  lintKeymap,
  search,
  searchKeymap,
  setDiagnostics,
  syntaxHighlighting,
  tags,
  yaml,
} from "../vendor/codemirror.mjs";
import { completions, describe } from "./schema.mjs";
import { nodeAt, read } from "./edit.mjs";
import { store } from "./store.mjs";
import { t } from "./words.mjs";

const fromStore = Annotation.define();

const colours = HighlightStyle.define([
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: "#0b5666" },
  { tag: tags.comment, color: "#56646b" },
  { tag: [tags.string, tags.content], color: "#1d2a30" },
  { tag: [tags.number, tags.bool, tags.null], color: "#8a3b12" },
  { tag: [tags.punctuation, tags.separator, tags.meta], color: "#56646b" },
]);

const face = EditorView.theme({
  "&": { height: "100%", fontSize: "14px", backgroundColor: "#fff", color: "#1d2a30" },
  "&.cm-focused": { outline: "2px solid #0f4c5c", outlineOffset: "-1px" },
  ".cm-scroller": {
    fontFamily: "ui-monospace, 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace",
    lineHeight: "1.55",
  },
  ".cm-gutters": { backgroundColor: "#fff", color: "#56646b", border: "none" },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "#eef4f5" },
  ".cm-tooltip": {
    border: "1px solid #b9c7cc",
    borderRadius: "8px",
    backgroundColor: "#fff",
    boxShadow: "0 6px 24px #0f2a3322",
    overflow: "hidden",
  },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li": { padding: "5px 10px" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]": { backgroundColor: "#0f4c5c", color: "#fff" },
  ".cm-completionDetail": { fontStyle: "normal", opacity: "0.85" },
  ".cm-about": { padding: "8px 12px", maxWidth: "40ch", fontFamily: "inherit" },
  ".cm-diagnosticAction": {
    font: "inherit",
    padding: "3px 10px",
    borderRadius: "6px",
    border: "1px solid #0f4c5c",
    backgroundColor: "#fff",
    color: "#0f4c5c",
    cursor: "pointer",
  },
});

const onTab = (view) => acceptCompletion(view) || false;

/** Put an editor into *element*; {close} takes it out. */
export function openEditor(element) {
  const root = element.shadowRoot ?? element.attachShadow({ mode: "open" });
  const view = new EditorView({ root, parent: root, state: stateOf(store.text) });
  let told = null;
  const stop = store.on((what) => {
    if (what.opened) view.setState(stateOf(store.text));
    else if (what.edits && what.origin !== "text") {
      view.dispatch({ changes: what.edits, annotations: fromStore.of(true) });
    }
    if (told !== store.findings) {
      told = store.findings;
      view.dispatch(
        setDiagnostics(view.state, store.findings.map((one) => diagnostic(one, view.state.doc)).filter(Boolean)),
      );
    }
    if (what.view) reveal(view);
  });
  view.dispatch(
    setDiagnostics(view.state, store.findings.map((one) => diagnostic(one, view.state.doc)).filter(Boolean)),
  );
  reveal(view);
  return {
    close() {
      stop();
      view.destroy();
    },
  };
}

function stateOf(text) {
  return EditorState.create({
    doc: text,
    extensions: [
      lineNumbers(),
      foldGutter(),
      highlightActiveLineGutter(),
      highlightActiveLine(),
      drawSelection(),
      bracketMatching(),
      closeBrackets(),
      highlightSelectionMatches(),
      search({ top: true }),
      yaml(),
      indentUnit.of("  "),
      EditorState.tabSize.of(2),
      syntaxHighlighting(colours),
      face,
      EditorView.lineWrapping,
      EditorState.readOnly.of(store.readOnly),
      EditorView.contentAttributes.of({ "aria-label": t("text.title"), spellcheck: "false", autocapitalize: "off" }),
      autocompletion({ override: [completions], icons: false }),
      hoverTooltip(about),
      keymap.of([
        { key: "Tab", run: onTab },
        { key: "Shift-Tab", run: (view) => (view.state.selection.main.empty ? false : indentLess(view)) },
        ...closeBracketsKeymap,
        ...completionKeymap,
        ...lintKeymap,
        ...searchKeymap,
        ...foldKeymap,
        ...defaultKeymap,
      ]),
      EditorView.updateListener.of(changed),
    ],
  });
}

/** What was typed goes into the store; where the cursor is, pages show. */
function changed(update) {
  if (update.docChanged && !update.transactions.some((one) => one.annotation(fromStore))) {
    const edits = [];
    update.changes.iterChanges((from, to, a, b, put) => edits.push({ from, to, insert: put.toString() }));
    store.edit(edits, { group: "text", origin: "text" });
  }
  if (update.selectionSet && update.view.hasFocus) {
    const path = pathAt(store.plan.doc, update.state.selection.main.head);
    if (path.join(".") !== store.view.focus?.join(".")) store.view.focus = path;
  }
}

/** The path of what the text has at an offset. */
function pathAt(doc, at) {
  const path = [];
  for (let node = doc.contents; node?.items;) {
    const index = node.items.findIndex((one) => {
      const [start, end] = one.key
        ? [one.key.range?.[0], one.value?.range?.[1] ?? one.key.range?.[1]]
        : (one.range ?? []);
      return start <= at && at <= end;
    });
    if (index < 0) break;
    const one = node.items[index];
    path.push(one.key ? String(one.key.value ?? "") : index);
    node = one.key ? one.value : one;
  }
  return path;
}

function diagnostic(one, doc) {
  if (!one.line || one.line > doc.lines) return null;
  const line = doc.line(one.line);
  const from = Math.min(one.from ?? line.from + /^\s*/.exec(line.text)[0].length, doc.length);
  const to = Math.min(Math.max(one.to ?? line.to, from), doc.length);
  return {
    from,
    to,
    severity: { error: "error", warning: "warning", note: "info" }[one.level],
    message: one.message,
    actions: (one.fixes ?? []).map((fix) => ({
      name: t("change.to", { to: fix.label }),
      apply: () => store.edit(fix.edits, { origin: "fix" }),
    })),
  };
}

/** Go to the line or field that was asked for. */
function reveal(view) {
  const { line, at } = store.view;
  const node = at?.length ? nodeAt(read(store.text), at) : null;
  const spot = node?.range
    ? node.range[0]
    : line
      ? view.state.doc.line(Math.min(line, view.state.doc.lines)).from
      : null;
  if (spot === null) return;
  Object.assign(store.view, { line: null, at: null });
  view.dispatch({
    selection: EditorSelection.cursor(Math.min(spot, view.state.doc.length)),
    effects: EditorView.scrollIntoView(spot, { y: "center" }),
  });
  view.focus();
}

async function about(view, at) {
  const path = pathAt(store.plan.doc, at);
  const text = await describe(path);
  if (!text) return null;
  return {
    pos: at,
    create: () => ({ dom: Object.assign(document.createElement("div"), { className: "cm-about", textContent: text }) }),
  };
}
