// Python in a thread of its own: {start: info} once, then {id, message, data} in and {id, answer, blobs} out.
// All that it loads is next to it; nothing is fetched from elsewhere.

const START = `
import sys
sys.path.insert(0, "/site")
sys.dont_write_bytecode = True
from pathlib import Path
Path("/plan").mkdir(exist_ok=True)
from cardmaker.studio.engine import Engine
_engine = Engine(Path("/plan"))
lambda message, data: _engine.call(message, data.to_bytes() if data is not None else b"")
`;

let engine;

async function started({ pyodide, archive }) {
  const here = (name) => new URL(name, import.meta.url);
  const code = fetch(here(archive)).then((response) => {
    if (!response.ok) throw new Error(`${archive}: ${response.status}`);
    return response.arrayBuffer();
  });
  const { loadPyodide } = await import(here(`${pyodide}pyodide.mjs`));
  const python = await loadPyodide({ indexURL: here(pyodide).pathname, packages: [] });
  python.unpackArchive(await code, "zip", { extractDir: "/site" });
  return python.runPython(START);
}

async function bytesOf(data) {
  if (data === undefined || data === null) return undefined;
  return data instanceof Uint8Array ? data : new Uint8Array(await new Response(data).arrayBuffer());
}

addEventListener("message", async ({ data: { start, id, message, data } }) => {
  if (start) {
    engine = started(start);
    engine.catch(() => {}); // each message that waits for it says so
    return;
  }
  try {
    const call = await engine;
    const found = call(message, await bytesOf(data));
    const [answer, blobs] = found.toJs();
    found.destroy();
    postMessage({ id, answer, blobs }, blobs.map((one) => one.buffer));
  } catch (fault) {
    postMessage({ id, failed: String(fault?.message ?? fault).slice(-2000) });
  }
});
