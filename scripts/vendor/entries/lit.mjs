export { html, nothing, render, svg } from "lit";
export { Directive, directive } from "lit/directive.js";
export { classMap } from "lit/directives/class-map.js";
export { live } from "lit/directives/live.js";
export { ref } from "lit/directives/ref.js";
export { repeat } from "lit/directives/repeat.js";
