// What the page knows: the plan's text with its undo, what the engine said of it, and what is on screen.
import { apply, inverse, LockedError } from "./edit.mjs";
import { planOf } from "./plan.mjs";
import { allWeeks } from "./wholeweeks.mjs";

/** How long after a keystroke the next one belongs to the same step of undo, in ms. */
const TYPING = 500;
const STEPS = 500; // of undo: enough for an evening, and some hundred KB at most

class Store {
  text = "";
  crlf = false;
  bom = false;
  name = ""; // of the file, "" if it was never one
  saved = null; // the text as it is in a file
  findings = [];
  draft = { sides: [], papers: [], parts: [], notes: [], findings: [], stale: false, title: "" };
  whole = []; // the weeks that follow from a base week, as they were last worked out
  order = {};
  athlete = null;
  readOnly = false;
  view = { part: "start" };
  #undo = [];
  #redo = [];
  #listeners = new Set();

  /** The plan as data, or as it last was while the text can't be read. */
  get plan() {
    const plan = planOf(this.text);
    if (!plan.broken) this.lastPlan = plan;
    return plan.broken && this.lastPlan ? { ...this.lastPlan, broken: plan.broken } : plan;
  }

  /** The weeks of the plan: those that are written, or that follow. */
  get weeks() {
    return allWeeks(this.plan.data, this.whole);
  }

  /** Call *listener* with {edits, origin} after the text changed, {} after anything else did. */
  on(listener) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #tell(what) {
    for (const listener of this.#listeners) listener(what);
  }

  /** Change what is on screen or known, but not the text. */
  update(what) {
    Object.assign(this, what);
    this.#tell({});
  }

  show(view) {
    this.view = { ...this.view, ...view };
    this.#tell({ view });
  }

  /** Change the text. Edits of one *group* are one step of undo: while typing for half a second, or with *hold* for good. */
  edit(edits, { group = "", hold = false, origin = "form" } = {}) {
    if (this.readOnly || !edits.length) return false;
    const back = inverse(this.text, edits);
    const now = performance.now();
    const step = this.#undo.at(-1);
    if (group && step?.group === group && (step.hold || now - step.at < TYPING)) {
      step.back.push(back);
      step.at = now;
    } else {
      this.#undo.push({ group, hold, at: now, back: [back] });
      if (this.#undo.length > STEPS) this.#undo.shift();
    }
    this.#redo = [];
    this.#change(edits, origin);
    return true;
  }

  /** Change the text as *make* says, given the text; what only the text view edits opens there. */
  try(make, options) {
    if (this.plan.broken || this.readOnly) return false;
    try {
      return this.edit(make(this.text), options);
    } catch (error) {
      if (!(error instanceof LockedError)) throw error;
      this.show({ part: "text", at: error.path });
      return false;
    }
  }

  /** Take another table of athletes; typing in it is one step of undo. */
  setGrid(grid, group = "") {
    if (this.readOnly) return false;
    const now = performance.now();
    const step = this.#undo.at(-1);
    if (group && step?.group === group && now - step.at < TYPING) step.at = now;
    else this.#undo.push({ group, hold: false, at: now, back: [], grid: this.grid });
    this.#redo = [];
    this.#table(grid);
    return true;
  }

  #table(grid) {
    this.grid = grid;
    this.#tell({ grid: true });
  }

  #change(edits, origin) {
    this.text = apply(this.text, edits);
    this.#tell({ edits, origin });
  }

  #turn(from, to, origin) {
    const step = from.pop();
    if (!step || this.readOnly) return false;
    const back = [];
    for (const edits of [...step.back].reverse()) {
      back.push(inverse(this.text, edits));
      this.#change(edits, origin);
    }
    const other = { group: "", hold: false, at: 0, back };
    if ("grid" in step) {
      other.grid = this.grid;
      this.#table(step.grid);
    }
    to.push(other);
    return true;
  }

  undo = () => this.#turn(this.#undo, this.#redo, "undo");
  redo = () => this.#turn(this.#redo, this.#undo, "redo");

  /** What comes next is a step of its own; whether the last one was held open for more. */
  settle() {
    const step = this.#undo.at(-1);
    const held = Boolean(step?.hold && step.group);
    if (step) step.group = "";
    return held;
  }

  get canUndo() {
    return this.#undo.length > 0;
  }

  get canRedo() {
    return this.#redo.length > 0;
  }

  /** Begin with another plan; *file* is {name, seen} where it comes from one. */
  open(text, { name = "", file = null, saved = null, grid = null } = {}) {
    this.bom = text.startsWith("\ufeff");
    this.crlf = text.includes("\r\n");
    this.text = text.replace(/^\ufeff/, "").replaceAll("\r\n", "\n");
    this.#undo = [];
    this.#redo = [];
    this.lastPlan = undefined;
    this.drafted = 0;
    Object.assign(this, {
      name,
      file,
      saved,
      findings: [],
      whole: [],
      checked: false,
      athlete: null,
      grid,
      roster: null,
      opened: (this.opened ?? 0) + 1,
      draft: { sides: [], papers: [], parts: [], notes: [], findings: [], stale: false, title: "" },
    });
    this.#tell({ opened: true });
  }

  /** The text as it goes into a file: with the line ends and the mark that it came with. */
  get fileText() {
    return (this.bom ? "\ufeff" : "") + (this.crlf ? this.text.replaceAll("\n", "\r\n") : this.text);
  }
}

export const store = new Store();
