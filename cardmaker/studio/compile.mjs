// Run by node, with a folder: each of its zips, N.zip, becomes N.out.zip, with Python files compiled by its Pyodide.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [folder] = process.argv.slice(2);
const pyodide = join(folder, "pyodide");
try {
  const { loadPyodide } = await import(pathToFileURL(join(pyodide, "pyodide.mjs")));
  const python = await loadPyodide({ indexURL: `${pyodide}/`, packages: [], env: { PYTHONHASHSEED: "0" } });
  python.runPython(readFileSync(new URL("bytecode.py", import.meta.url), "utf8"));
  const compiled = python.runPython("lambda data: compiled_zip(data.to_bytes())");
  for (const name of readdirSync(folder)
    .filter((one) => one.endsWith(".zip"))
    .sort()) {
    const made = compiled(new Uint8Array(readFileSync(join(folder, name))));
    writeFileSync(join(folder, name.replace(".zip", ".out.zip")), made.toJs());
    made.destroy();
  }
} catch (fault) {
  // not as node shows it: with the line of the source, which is a megabyte long
  console.error(
    String(fault?.message ?? fault)
      .trim()
      .slice(-2000),
  );
  process.exit(1);
}
