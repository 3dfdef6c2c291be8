// A plan with mistakes → one with the last good words in their places, so that its pages can still be drawn.
import { apply, LockedError, nodeAt, read, set } from "./edit.mjs";

const MOST = 20; // mistakes: with more of them the plan is another one

/** *text* with what *good* has at the paths of *errors*; null where there isn't anything to stand in for one of them. */
export function withLastGood(text, good, errors) {
  if (!errors.length || errors.length > MOST || !good) return null;
  const before = read(good);
  try {
    return errors.reduce((done, { path }) => {
      const now = read(done);
      if (!path?.length || !isSamePlace(now, before, path)) throw new LockedError(path ?? []);
      const words = nodeAt(before, path).toJS(before);
      return same(nodeAt(now, path).toJS(now), words) ? done : apply(done, set(done, path, words));
    }, text);
  } catch (error) {
    if (error instanceof LockedError) return null;
    throw error;
  }
}

/** Whether a path leads to the same thing in both: its lists are as long as they were. */
function isSamePlace(now, before, path) {
  for (let depth = 0; depth < path.length; depth += 1) {
    const [one, other] = [nodeAt(now, path.slice(0, depth)), nodeAt(before, path.slice(0, depth))];
    if (!one || !other || one.items?.length !== other.items?.length) return false;
  }
  return Boolean(nodeAt(now, path) && nodeAt(before, path));
}

const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);
