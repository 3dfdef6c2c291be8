// Bundles what the studio's page uses of other people's code, each library one file, into the package.
//
//     npm ci && node build.mjs
//
// The lock file pins every version, and the bundles are committed, so that only who changes them needs node. DIGESTS has
// the SHA-256 of each: a test bundles again where node is and compares.
import { build } from "esbuild";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const out = process.argv[2] ?? join(here, "../../cardmaker/studio/page/vendor");
const files = readdirSync(join(here, "entries")).sort();

mkdirSync(out, { recursive: true });
const made = await build({
  absWorkingDir: here,
  entryPoints: files.map((name) => join("entries", name)),
  outdir: out,
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2022",
  outExtension: { ".js": ".mjs" },
  legalComments: "none", // LICENSES has them all
  metafile: true,
  write: true,
});

const folders = new Set(Object.keys(made.metafile.inputs).map(packageOf).filter(Boolean));
const texts = [...folders].sort().map(licence);
writeFileSync(join(out, "LICENSES"), texts.join(`\n${"-".repeat(100)}\n\n`));

const digests = files.map((name) => {
  const bytes = readFileSync(join(out, name));
  return `${createHash("sha256").update(bytes).digest("hex")}  ${name}`;
});
writeFileSync(join(out, "DIGESTS"), digests.join("\n") + "\n");

/** The folder of the package that a bundled file is of, without a package nested in another. */
function packageOf(path) {
  return /node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0];
}

/** Name, version and licence of a package, with the licence's text. */
function licence(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(here, folder, "package.json"), "utf8"));
  const file = readdirSync(join(here, folder)).find((one) => /^licen[cs]e/i.test(one));
  const text = file ? readFileSync(join(here, folder, file), "utf8").trim() : "";
  if (!text && !license) throw new Error(`${name} has no licence`);
  return `${name} ${version} (${license})\n\n${text}\n`;
}
