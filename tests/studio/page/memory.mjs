// node memory.mjs SITE EDITS: the engine of a site in Pyodide, as the page has it; its memory in bytes after the first
// draft of a plan of 26 weeks, and after so many edits that change all of its pages.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";

const [site, edits] = [resolve(process.argv[2]), Number(process.argv[3])];
const about = JSON.parse(readFileSync(`${site}/engine.json`, "utf8"));
const { loadPyodide } = await import(`${site}/${about.pyodide}pyodide.mjs`);
const python = await loadPyodide({ indexURL: `${site}/${about.pyodide}`, packages: [] });
python.unpackArchive(new Uint8Array(readFileSync(`${site}/${about.archive}`)), "zip", { extractDir: "/site" });
const [, start] = readFileSync(`${site}/worker.mjs`, "utf8").match(/const START = `([^`]*)`/);
const call = python.runPython(start);

function ask(name, args) {
  const found = call(JSON.stringify({ name, args }), undefined);
  const [answer] = found.toJs();
  found.destroy();
  return JSON.parse(answer).ok;
}

function draft(text) {
  ask("check", { text });
  ask("page", { name: ask("pages", { text }).sides[0].name });
}

const days = (km) =>
  `  - {mon: [{run: ${km} km easy, note: flat}, {strength: legs}], wed: {run: 6 x 400 m}, sat: {run: 12 km}}`;
const text = [
  "title: Half a year",
  "weeks:",
  ...Array.from({ length: 26 }, (_, i) => days(6 + (i % 4))),
  "workouts: {legs: {exercises: [squat: 3x8, lunge: 3x8, plank: 3x30 s]}}",
  "",
].join("\n");
draft(text);
const first = python._module.HEAPU8.length;
for (let i = 0; i < edits; i += 1) draft(text.replaceAll("flat", `flat ${i}`));
console.log(JSON.stringify({ first, last: python._module.HEAPU8.length }));
