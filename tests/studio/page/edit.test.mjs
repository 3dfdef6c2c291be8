// The form's edits as splices: what they make equals the same edit on plain data, and nothing else moves.
// Run by node --test; tests/studio/page/test_edit.py does so where node is.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import {
  apply,
  insert,
  inverse,
  isLocked,
  LockedError,
  move,
  read,
  remove,
  set,
} from "../../../cardmaker/studio/page/app/edit.mjs";
import { withLastGood } from "../../../cardmaker/studio/page/app/standin.mjs";

const PLANS = new URL("../../../templates/plans/", import.meta.url);
const ROUNDS = Number(process.env.ROUNDS ?? 25);
const DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const plans = readdirSync(PLANS)
  .filter((name) => name.endsWith(".yaml"))
  .map((name) => [name, readFileSync(new URL(name, PLANS), "utf8")]);
const data = (text) => read(text).toJS();
const remarks = (text) => (text.match(/(^|\s)#.*$/gm) ?? []).map((one) => one.trim()).sort();

/** Whether every line of *before* but those *edited* is in *after*, in order. */
function edited(before, edits, wanted) {
  const after = apply(before, edits);
  assert.equal(after, wanted);
  assert.equal(apply(after, inverse(before, edits)), before);
}

const CASES = [
  ["a plain value", "a: 1 # one\nb: 2\n", (t) => set(t, ["a"], 3), "a: 3 # one\nb: 2\n"],
  ["quotes that were needed go", 'a: "8" # one\n', (t) => set(t, ["a"], "8 km"), "a: 8 km # one\n"],
  ["quotes stay", "a: 'x' # one\n", (t) => set(t, ["a"], "it's"), "a: 'it''s' # one\n"],
  ["a sign that means something", "a: x\n", (t) => set(t, ["a"], "b: # c"), 'a: "b: # c"\n'],
  ["words that look like a number", "a: x\n", (t) => set(t, ["a"], "12"), 'a: "12"\n'],
  ["an empty value", "a:\nb: 2\n", (t) => set(t, ["a"], "x"), "a: x\nb: 2\n"],
  ["an empty value with a remark", "a:   # one\nb: 2\n", (t) => set(t, ["a"], "x"), "a: x   # one\nb: 2\n"],
  ["a new key in order", "mon: 1\nwed: 3\n", (t) => set(t, ["tue"], 2, ["wed", "thu"]), "mon: 1\ntue: 2\nwed: 3\n"],
  [
    "a new key before one with remarks",
    "mon: 1\n# of wed\nwed: 3\n",
    (t) => set(t, ["tue"], 2, ["wed"]),
    "mon: 1\ntue: 2\n# of wed\nwed: 3\n",
  ],
  ["a first key after a dash", "- b: 2\n  c: 3\n", (t) => set(t, [0, "a"], 1, ["b"]), "- a: 1\n  b: 2\n  c: 3\n"],
  ["a key at the end, without a line break", "a: 1", (t) => set(t, ["b"], 2), "a: 1\nb: 2\n"],
  [
    "missing mappings",
    "a: 1\n",
    (t) => set(t, ["club", "colours", "primary"], "#123456"),
    'a: 1\nclub:\n  colours:\n    primary: "#123456"\n',
  ],
  ["an empty text", "", (t) => set(t, ["title"], "Mine"), "title: Mine\n"],
  ["a key in {}", "a: {b: 1, c: 2} # x\n", (t) => set(t, ["a", "d"], "x, y"), 'a: {b: 1, c: 2, d: "x, y"} # x\n'],
  ["a key in {} with blanks", "a: { b: 1 }\n", (t) => set(t, ["a", "c"], 2), "a: { b: 1, c: 2 }\n"],
  ["a value in {}", "a: {b: 1, c: 2}\n", (t) => set(t, ["a", "b"], [1, 2]), "a: {b: [1, 2], c: 2}\n"],
  ["out of {}", "a: {b: 1, c: 2}\n", (t) => remove(t, ["a", "b"]), "a: {c: 2}\n"],
  ["the last out of []", "a: [1, 2] # x\n", (t) => remove(t, ["a", 1]), "a: [1] # x\n"],
  ["an only one out of []", "a: [1]\n", (t) => remove(t, ["a", 0]), "a: []\n"],
  ["an only one out of a list", "a: # x\n  - 1\nb: 2\n", (t) => remove(t, ["a", 0]), "a: [] # x\nb: 2\n"],
  ["a key after a dash", "- a: 1\n  b: 2\n", (t) => remove(t, [0, "a"]), "- b: 2\n"],
  ["an item with its remarks", "- 1\n# of two\n- 2 # yes\n- 3\n", (t) => remove(t, [1]), "- 1\n- 3\n"],
  [
    "a mapping gives way to a word",
    "mon: # x\n  run: 5 km\ntue: rest\n",
    (t) => set(t, ["mon"], "rest"),
    "mon: rest # x\ntue: rest\n",
  ],
  [
    "a word gives way to a list",
    "mon: rest # x\ntue: rest\n",
    (t) => insert(t, ["mon"], 0, { run: "5 km" }),
    "mon: # x\n  - run: 5 km\ntue: rest\n",
  ],
  [
    "one entry becomes two",
    "mon:\n  # why\n  run: 5 km # far\n  note: x\n",
    (t) => insert(t, ["mon"], 1, { strength: "legs" }),
    "mon:\n  # why\n  - run: 5 km # far\n    note: x\n  - strength: legs\n",
  ],
  [
    "one entry in {} becomes two",
    "mon: {run: 5 km} # x\n",
    (t) => insert(t, ["mon"], 1, { strength: "legs" }),
    "mon: # x\n  - run: 5 km\n  - strength: legs\n",
  ],
  [
    "a day that isn't there",
    "weeks:\n  - mon: rest\n    wed: rest\n",
    (t) => insert(t, ["weeks", 0, "tue"], 0, { run: "5 km" }, ["wed"]),
    "weeks:\n  - mon: rest\n    tue:\n      - run: 5 km\n    wed: rest\n",
  ],
  ["an item at the end, without a line break", "a:\n- 1", (t) => insert(t, ["a"], 1, 2), "a:\n- 1\n- 2\n"],
  [
    "an item moved with its remarks",
    "a:\n  - 1\n  # of two\n  - 2 # yes\nb:\n    - 3\n",
    (t) => move(t, ["a", 1], ["b"], 0),
    "a:\n  - 1\nb:\n    # of two\n    - 2 # yes\n    - 3\n",
  ],
  [
    "the last one moved leaves rest",
    "a:\n  - run: 1\nb: rest\n",
    (t) => move(t, ["a", 0], ["b"], 0),
    "a: rest\nb:\n  - run: 1\n",
  ],
  [
    "a moved one keeps its order",
    "a:\n  - 1\n  - 2\n  - 3\n",
    (t) => move(t, ["a", 0], ["a"], 3),
    "a:\n  - 2\n  - 3\n  - 1\n",
  ],
];
for (const [name, before, act, after] of CASES) test(name, () => edited(before, act(before), after));

for (const [name, text, path] of [
  ["a block of text", "a: |\n  one\n  two\n", ["a"]],
  ["an anchor", "a: &x 1\nb: *x\n", ["a"]],
  ["an alias", "a: &x 1\nb: *x\n", ["b"]],
  ["in an alias", "a: &x {c: 1}\nb: *x\n", ["b", "c"]],
  ["a merged mapping", "a: &x {c: 1}\nb:\n  <<: *x\n  d: 2\n", ["b", "d"]],
]) {
  test(`${name} is left to the text view`, () => {
    assert.ok(isLocked(text, read(text), path));
    assert.throws(() => set(text, path, 2), LockedError);
  });
}

/** Numbers that look random and are the same each time. */
function numbers(seed) {
  let state = seed;
  return (below) => {
    state = (state * 1103515245 + 12345) & 0x7fffffff;
    return (state >> 8) % below;
  };
}

const asList = (value) => (Array.isArray(value) ? value : value === "rest" || value == null ? [] : [value]);
const TEXTS = ["6 km easy", "it's: odd#", "- x", "yes", "3x8", "", "a, b", "{x}", "„so“", "null", "1e3"];

/** A random edit of a plan: its splices and what plain data are after it, or nothing where it can't be. */
function randomEdit(text, below) {
  const want = data(text);
  const weeks = Array.isArray(want.weeks) ? want.weeks : [];
  const week = below(weeks.length || 1);
  const workouts = Object.keys(want.workouts ?? {}).filter((key) => Array.isArray(want.workouts[key].exercises));
  const workout = workouts[below(workouts.length || 1)];
  const list = workout && want.workouts[workout].exercises;
  const path = ["workouts", workout, "exercises"];
  switch (below(7)) {
    case 0: {
      const [key, value] = [["title", "coach", "language"][below(3)], TEXTS[below(TEXTS.length)]];
      want[key] = value;
      return { edits: set(text, [key], value), want };
    }
    case 1: {
      if (!list) return null;
      const at = below(list.length + 1);
      list.splice(at, 0, { plank: "3x40 s" });
      return { edits: insert(text, path, at, { plank: "3x40 s" }), want };
    }
    case 2: {
      if (!list || list.length < 2) return null;
      const at = below(list.length);
      list.splice(at, 1);
      return { edits: remove(text, [...path, at]), want, drops: true };
    }
    case 3: {
      if (!list || list.length < 2) return null;
      const [from, to] = [below(list.length), below(list.length + 1)];
      if (to === from || to === from + 1) return null;
      const [one] = list.splice(from, 1);
      list.splice(to > from ? to - 1 : to, 0, one);
      return { edits: move(text, [...path, from], path, to), want };
    }
    case 4: {
      if (!want.tips?.length) return null;
      const at = below(want.tips.length + 1);
      want.tips.splice(at, 0, "Say: when");
      return { edits: insert(text, ["tips"], at, "Say: when"), want };
    }
    case 5: {
      if (!weeks.length) return null;
      const note = TEXTS[below(TEXTS.length)];
      weeks[week].note = note;
      return { edits: set(text, ["weeks", week, "note"], note), want };
    }
    default: {
      if (!weeks.length) return null;
      const there = DAYS.filter((day) => day in weeks[week]);
      const [from, to] = [there[below(there.length)], DAYS[below(7)]];
      const source = weeks[week][from];
      const items = asList(source);
      if (from === to || !items.length || typeof items[0] === "string") return null;
      const target = [...asList(weeks[week][to])];
      const [take, at] = [below(items.length), below(2) ? target.length : 0];
      const edits = move(
        text,
        Array.isArray(source) ? ["weeks", week, from, take] : ["weeks", week, from],
        ["weeks", week, to],
        at,
        { before: DAYS.slice(DAYS.indexOf(to) + 1) },
      );
      const [one] = items.splice(take, 1);
      target.splice(at, 0, one);
      Object.assign(weeks[week], { [from]: items.length ? items : "rest", [to]: target });
      return { edits, want };
    }
  }
}

function unlessLocked(act) {
  try {
    return act();
  } catch (error) {
    if (error instanceof LockedError) return null;
    throw error;
  }
}

for (const [name, start] of plans) {
  test(`random edits of ${name} equal those of plain data, lose no remark and can be undone`, () => {
    const below = numbers(7);
    let made = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      let text = start;
      const steps = [];
      for (let step = 0; step < 8; step += 1) {
        const one = unlessLocked(() => randomEdit(text, below));
        if (!one) continue;
        const after = apply(text, one.edits);
        assert.deepEqual(data(after), one.want, after);
        if (!one.drops) assert.deepEqual(remarks(after), remarks(text));
        steps.push(inverse(text, one.edits));
        text = after;
        made += 1;
      }
      for (const back of steps.reverse()) text = apply(text, back);
      assert.equal(text, start);
    }
    assert.ok(made > ROUNDS);
  });
}

test("last good words stand in for mistakes, and for nothing that isn't the same thing any more", () => {
  const good = "a: 1\nweeks:\n  - mon:\n      - run: 5 km easy # a remark\n    tue: rest\n";
  const at = (...path) => ({ path });
  const run = ["weeks", 0, "mon", 0, "run"];
  const wrong = good.replace("5 km easy", "10 x").replace("a: 1", "a: 2");
  assert.equal(withLastGood(wrong, good, [at(...run)]), good.replace("a: 1", "a: 2"));
  assert.equal(withLastGood(wrong, good, [at(...run), at("weeks", 0, "mon", 0)]), good.replace("a: 1", "a: 2"));
  const longer = wrong.replace("      - run", "      - strength: legs\n      - run");
  assert.equal(withLastGood(longer, good, [at("weeks", 0, "mon", 1, "run")]), null);
  assert.equal(withLastGood(`${wrong}b: 3\n`, good, [at("b")]), null);
  assert.equal(withLastGood(wrong, good, [at()]), null);
  assert.equal(withLastGood(wrong, "", [at(...run)]), null);
  assert.equal(withLastGood(wrong, good, []), null);
});
