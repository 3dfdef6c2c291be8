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
  unpack(python.FS, new Uint8Array(await code), "/site");
  return python.runPython(START);
}

/** Put the files of a zip that isn't compressed into Python's file system, which keeps them as they lie: a tenth of
 * the time that Python's own way takes. */
function unpack(files, zip, folder) {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.length);
  const words = new TextDecoder();
  const made = new Set();
  const end = zip.length - 22; // of a zip without a remark
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left; left -= 1) {
    const [size, nameLength] = [view.getUint32(at + 24, true), view.getUint16(at + 28, true)];
    const name = words.decode(zip.subarray(at + 46, at + 46 + nameLength));
    const local = view.getUint32(at + 42, true);
    const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    const place = `${folder}/${name.slice(0, name.lastIndexOf("/") + 1)}`;
    if (!made.has(place)) files.mkdirTree(place);
    made.add(place);
    files.writeFile(`${folder}/${name}`, zip.subarray(from, from + size), { canOwn: true });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
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
    postMessage(
      { id, answer, blobs },
      blobs.map((one) => one.buffer),
    );
  } catch (fault) {
    postMessage({ id, failed: String(fault?.message ?? fault).slice(-2000) });
  }
});
