// Colours as people write them: #0F4C5C with or without its sign and quotes, or a name, English or German.
const GERMAN = {
  schwarz: "black",
  weiß: "white",
  weiss: "white",
  grau: "gray",
  silber: "silver",
  rot: "red",
  dunkelrot: "darkred",
  weinrot: "maroon",
  blau: "blue",
  hellblau: "lightblue",
  dunkelblau: "darkblue",
  marine: "navy",
  marineblau: "navy",
  grün: "green",
  gruen: "green",
  hellgrün: "lightgreen",
  dunkelgrün: "darkgreen",
  oliv: "olive",
  gelb: "yellow",
  orange: "orange",
  braun: "brown",
  rosa: "pink",
  lila: "purple",
  violett: "purple",
  magenta: "magenta",
  türkis: "turquoise",
  petrol: "teal",
  gold: "gold",
};

/** "#RRGGBB" for what somebody wrote; "" if it is no colour. */
export function colourOf(words) {
  const plain = words
    .trim()
    .replace(/^["'“”„‚‘’]+|["'“”„‚‘’]+$/g, "")
    .trim()
    .toLowerCase();
  const [, digits] = /^#?([0-9a-f]{6}|[0-9a-f]{3})$/.exec(plain) ?? [];
  if (digits) return `#${digits.length === 6 ? digits : digits.replace(/./g, "$&$&")}`.toUpperCase();
  if (!/^\p{L}+( \p{L}+)?$/u.test(plain) || plain === "currentcolor") return "";
  return named(GERMAN[plain] ?? plain.replace(" ", ""));
}

/** The colour of a CSS name, as the browser knows it: what it doesn't know leaves the brush as it was. */
function named(name) {
  const brush = document.createElement("canvas").getContext("2d");
  const painted = ["#000000", "#ffffff"].map((before) => {
    brush.fillStyle = before;
    brush.fillStyle = name;
    return brush.fillStyle;
  });
  return painted[0] === painted[1] && painted[0].length === 7 && painted[0].startsWith("#")
    ? painted[0].toUpperCase()
    : "";
}
