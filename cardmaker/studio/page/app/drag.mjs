// Dragging: things with dots to drag them by, and places to let them go. Keys do the same; see lift.mjs.
import { draggable, dropTargetForElements } from "../vendor/drag.mjs";

/** Make an element draggable by its handle; element.place says what it is at the time. */
export function draggableBy(selector, kind) {
  return (element) => {
    if (!element || element.dragBound) return;
    element.dragBound = true;
    draggable({
      element,
      dragHandle: element.querySelector(selector),
      getInitialData: () => ({ kind, place: element.place }),
      onDragStart: () => element.classList.add("dragged"),
      onDrop: () => element.classList.remove("dragged"),
    });
  };
}

/** Let things of a *kind* be dropped on an element; *onDrop* gets (what, element.place, whether after the middle). */
export function dropTarget(kind, onDrop) {
  return (element) => {
    if (!element || element.dropBound) return;
    element.dropBound = true;
    const isAfter = ({ clientY }) => {
      const { top, height } = element.getBoundingClientRect();
      return clientY > top + height / 2;
    };
    const clear = () => element.classList.remove("drop-before", "drop-after");
    const mark = ({ location, self }) => {
      clear();
      if (location.current.dropTargets[0]?.element !== self.element) return;
      element.classList.add(isAfter(location.current.input) ? "drop-after" : "drop-before");
    };
    dropTargetForElements({
      element,
      canDrop: ({ source }) => source.data.kind === kind && source.element !== element,
      onDragEnter: mark,
      onDrag: mark,
      onDragLeave: clear,
      onDrop({ source, location, self }) {
        clear();
        if (location.current.dropTargets[0]?.element !== self.element) return;
        onDrop(source.data.place, element.place, isAfter(location.current.input));
      },
    });
  };
}
