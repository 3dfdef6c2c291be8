// The engine's words in the language of the interface: it speaks English, and words/engine/LANGUAGE.json has what that is
// in another: *messages* as the source has them, *joined* of parts of it, and *words* that are filled in. Keys have {0}, {1}
// … for what is filled in, which may be a message itself, or a list. What isn't there stays English.

const MOST = 4000; // of texts kept: a plan has some hundred findings, lines and notes
const TEXTS = ["message", "takes", "about", "description", "load"]; // of an answer, at any depth
const LISTS = ["notes", "lines", "remarks", "load"]; // of such texts
const NAMED = ["themes", "stocks", "palettes", "persons", "plans"]; // what comes with cardmaker and has a name in English

const PLACE = /\{(\d+)\}/;
// In a translation {0!} is somebody's own words, which stay as they are.
const CHOICE = /\{(\d+)\?([^{}:]*):([^{}]*)\}/g; // in a translation: one of two, as {0} is the ending of a plural or nothing
const SINGLE = "'(?:[^']|(?<=\\p{L})'(?=\\p{L}))*'"; // in quotes, in which there may be apostrophes
const APART = "(?<![\\p{L}\\d}])";
const QUOTED = new RegExp(`^(?:${SINGLE}|"[^"]*"|“[^”]*”|\\{.*\\}|\\[.*\\])$`, "su");
const HIDDEN = new RegExp(`${APART}${SINGLE}|“[^”]*”|"[^"]*"|\\{[^{}]*\\}|\\([^()]*\\)`, "gu");
const TOLD = new RegExp(`\\{[^{}]*\\}|${APART}${SINGLE}(?![\\p{L}\\d])|“(?=\\S)[^”]*\\S”`, "gu");
const PLAIN = 12; // letters of a pattern: one with fewer fits much that it isn't
const LIST = /, (?:or |and )?| or | and /;

/** {text, answer}: translators by what words/engine/LANGUAGE.json says. */
export function translator({ messages, joined, words }) {
  const exact = new Map();
  const patterns = [];
  for (const [said, meant] of [...Object.entries(messages), ...Object.entries(joined)]) {
    if (PLACE.test(said)) patterns.push(pattern(said, meant));
    else exact.set(said, meant);
  }
  patterns.sort((a, b) => b.weight - a.weight);
  const strong = patterns.filter(isPlain);
  const weak = patterns.filter((one) => !isPlain(one));
  const kept = new Map();

  /** {meant, known}: a text in the language, and whether nothing of it but names and figures is as it was. */
  function read(said) {
    let found = kept.get(said);
    if (!found) {
      if (kept.size > MOST) kept.clear();
      const [, before, text, after] = /^([\s;:,]*)(.*?)(\s*)$/su.exec(said);
      const { meant, known } = readPlain(text);
      kept.set(
        said,
        (found = { meant: before + meant + after, known, isName: meant === text && /^\p{L}/u.test(text) }),
      );
    }
    return found;
  }

  function readPlain(text) {
    if (!text || QUOTED.test(text)) return { meant: text, known: true };
    const own = exact.get(text);
    if (own !== undefined) return { meant: own, known: true };
    const { known, partly } = byPattern(strong, text);
    if (known) return known;
    const better = inWords(text) ?? listed(text);
    if (better !== null) return { meant: better, known: true };
    const clauses = inClauses(text, partly);
    if (clauses?.known) return clauses;
    return byPattern(weak, text).known ?? clauses ?? { meant: text, known: !/\s/.test(text) };
  }

  /** What the first of *patterns* makes of a text of which it leaves nothing English, and the first of all. */
  function byPattern(patterns, text) {
    let partly = null;
    for (const one of patterns) {
      if (!text.includes(one.longest)) continue;
      const match = (one.rule ??= ruleOf(one)).exec(text);
      const found = match && filled(one, match);
      if (found?.known) return { known: found, partly };
      partly ??= found;
    }
    return { known: null, partly };
  }

  function filled({ meant, raw, places }, match) {
    const values = new Map(places.map((number, i) => [number, match[i + 1]]));
    let known = true;
    const text = meant
      .replace(CHOICE, (all, number, some, none) => (values.get(number) ? some : none))
      .replace(/\{(\d+)!?\}/g, (all, number) => {
        const value = values.get(number) ?? "";
        if (raw.has(number)) return value;
        const found = read(value);
        known &&= found.known;
        return found.meant;
      });
    return { meant: text, known };
  }

  /** Several messages, one behind the other; *partly* is what is known of all as one; null if nothing is known. */
  function inClauses(text, partly) {
    const cuts = parts(text, /; |: |\. /g).map(([from, to]) => {
      const [head, tail] = [read(text.slice(0, from)), read(text.slice(to))];
      return { head, tail, meant: head.meant + text.slice(from, to) + tail.meant };
    });
    const whole = cuts.find(({ head, tail }) => head.known && tail.known);
    if (whole) return { meant: whole.meant, known: true };
    const half =
      cuts.find(({ tail }) => tail.known) ??
      partly ??
      cuts.find(({ head }) => head.known) ??
      cuts.find(({ meant }) => meant !== text);
    return half ? { meant: half.meant, known: false } : null;
  }

  function inWords(text) {
    const found = text.match(/“[^”]*”\S*|\S+/gu).map((one) => {
      if (one[0] === "“") return one;
      const [, before, word, after] = /^(\(*)(.*?)([),:]*)$/su.exec(one);
      const meant = /\d/.test(word) ? figure(word) : words[word];
      return meant === undefined ? null : before + meant + after;
    });
    return found.includes(null) ? null : found.filter(Boolean).join(" ");
  }

  function listed(text) {
    const ends = parts(text, new RegExp(LIST, "g"));
    if (!ends.length || parts(text, /[;:] /g).length) return null;
    let at = 0;
    const cut = [...ends, [text.length, text.length]].map(([from, to]) => {
      const part = text.slice(at, from);
      at = to;
      return [read(part), text.slice(from, to)];
    });
    if (!cut.every(([part]) => part.known)) return null;
    const isNames =
      ends.every(([from, to]) => !text.slice(from, to).includes("or")) && cut.every(([part]) => part.isName);
    if (isNames) return null; // 'Push and Pull' may be what somebody calls a workout
    return cut.map(([part, end]) => part.meant + conjoined(end)).join("");
  }

  const conjoined = (end) =>
    end
      .replace(/^, (?:or|and) /, (all) => ` ${words[all.trim().slice(2)]} `)
      .replace(/ (or|and) /, (all, one) => ` ${words[one]} `);

  const figure = (text) => {
    const plain = /^\d+\.\d+%?$/.test(text) ? text.replace(".", words["."]) : text;
    return plain.replace(/^(-?[\d.,–-]+)%$/, "$1 %");
  };

  function text(said) {
    const { meant } = read(said);
    return meant === said ? said : quoted(meant, words["'"]);
  }

  function answer(found) {
    if (Array.isArray(found)) return found.map(answer);
    if (!found || typeof found !== "object" || ArrayBuffer.isView(found)) return found;
    const out = {};
    for (const [key, value] of Object.entries(found)) {
      if (TEXTS.includes(key) && typeof value === "string") out[key] = text(value);
      else if (LISTS.includes(key) && Array.isArray(value))
        out[key] = value.map((one) => (typeof one === "string" ? text(one) : answer(one)));
      else if (key === "papers" && Array.isArray(value))
        out[key] = value.map((one) => ("label" in one ? { ...one, label: text(one.label) } : one));
      else if (NAMED.includes(key) && Array.isArray(value))
        out[key] = value.map((one) => ({ ...answer(one), name: text(one.name) }));
      else out[key] = answer(value);
    }
    return out;
  }

  return { text, answer };
}

function pattern(said, meant) {
  const literals = said.split(/\{\d+\}/);
  const longest = literals.toSorted((a, b) => b.length - a.length)[0];
  const weight = literals.join("").replace(/[^\p{L}]/gu, "").length; // what has no letters is listed or in clauses
  const raw = new Set([...quotedPlaces(said), ...[...meant.matchAll(/\{(\d+)!\}/g)].map(([, number]) => number)]);
  return { said, meant, longest, weight, raw, places: said.match(/(?:\{\d+\})+/g).map(firstOf) };
}

/** Whether it hardly fits what it isn't: it has words enough, is a label, or nothing of it is read on. */
const isPlain = ({ said, weight, places, raw }) =>
  weight >= PLAIN || /^[a-z ]+: \{0\}$/.test(said) || places.every((number) => raw.has(number));
const firstOf = (run) => /\d+/.exec(run)[0];

/** The places that are inside of quotes: what somebody has written, or is to write. */
function quotedPlaces(said) {
  const spans = said.match(new RegExp(`${APART}${SINGLE}|“[^”]*”|"[^"]*"`, "gu")) ?? [];
  return new Set(spans.flatMap((one) => [...one.matchAll(/\{(\d+)\}/g)].map(([, number]) => number)));
}

/** What a message looks like: of places next to each other, the first one stands for all. */
function ruleOf({ said, meant, raw }) {
  const endings = new Set([...meant.matchAll(CHOICE)].map(([, number]) => number));
  const plain = (text) => text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
  const rule = said.split(/((?:\{\d+\})+)/).map((one, i) => {
    if (i % 2 === 0) return plain(one);
    if (endings.has(firstOf(one))) return "(s?)";
    return raw.has(firstOf(one)) ? "(.*?)" : `(${SINGLE}|.*?)`;
  });
  return new RegExp(`^${rule.join("")}$`, "su");
}

/** Where a text has *mark* outside of quotes and brackets: [from, to] of each. */
function parts(text, mark) {
  const hidden = text.replace(HIDDEN, (one) => "_".repeat(one.length));
  return [...hidden.matchAll(mark)].map((one) => [one.index, one.index + one[0].length]);
}

/** The quotes of a message that was translated, as its language has them; what is in braces is YAML. */
const quoted = (meant, [left, right]) =>
  meant.replace(TOLD, (one) => (one[0] === "{" ? one : left + one.slice(1, -1) + right));
