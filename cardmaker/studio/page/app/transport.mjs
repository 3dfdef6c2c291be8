// Messages to the engine: to the service of this computer, or to the worker that has Python in the page.
// One message at a time; see docs/studio-messages.md for what they say.
import { readyAnswers } from "./ready.mjs";

export class EngineError extends Error {
  constructor({ message, fault }) {
    super(message);
    this.fault = fault;
  }
}

/** Find out which engine there is: {call, info}, and what is ready without it. */
export async function connect() {
  const info = await (await fetch("engine.json")).json();
  if (info.engine === "service") return { call: inTurn(service()), info };
  const ready = readyAnswers();
  const ask = inTurn(worker(info));
  const call = (name, args = {}, ...more) => {
    const engine = () => ask(name, args, ...more);
    return ready.answer(name, args)?.catch(engine) ?? engine(); // without a network some files aren't there
  };
  return { call, info, ready };
}

/** What waits longest: pictures, then readings, as somebody who types waits for the others. */
const LATER = { figure: 3, page: 2, reading: 1 };

/** One message at a time, the more urgent ones first. */
function inTurn(send) {
  const waiting = [[], [], [], [], []];
  let busy = false;
  const next = async () => {
    if (busy) return;
    busy = true;
    for (let one; (one = waiting.find((queue) => queue.length)?.shift());) {
      await send(one.name, one.args, one.data).then(one.resolve, one.reject);
    }
    busy = false;
  };
  return (name, args = {}, data, { later = LATER[name] ?? 0 } = {}) =>
    new Promise((resolve, reject) => {
      waiting[later].push({ name, args, data, resolve, reject });
      next();
    });
}

function service() {
  takeToken();
  addEventListener("hashchange", () => takeToken() && location.reload());
  return async (name, args, data) => {
    const line = `${JSON.stringify({ name, args })}\n`;
    const token = localStorage.getItem("token") ?? ""; // another tab may have got that of a later start
    const response = await fetch("call", {
      method: "POST",
      headers: { "X-Studio-Token": token, "Content-Type": "application/octet-stream" },
      body: data ? new Blob([line, data]) : line,
    }).catch(() => {
      throw new EngineError({ message: "gone", fault: false });
    });
    if (response.status === 403) throw new EngineError({ message: "token", fault: false });
    const body = new Uint8Array(await response.arrayBuffer());
    const end = body.indexOf(10);
    return unpacked(JSON.parse(new TextDecoder().decode(end < 0 ? body : body.subarray(0, end))), body, end + 1);
  };
}

/** The token is in the address only until the page has it; this browser's other tabs have it, too. Whether one was given. */
function takeToken() {
  const given = /^#token=(.+)$/.exec(location.hash)?.[1];
  if (!given) return false;
  localStorage.setItem("token", given);
  history.replaceState(null, "", location.pathname + location.search);
  return true;
}

function unpacked(answer, body, at) {
  if (answer.error) throw new EngineError(answer.error);
  for (const file of answer.ok.files ?? []) {
    if (file.size !== undefined) file.data = body.slice(at, (at += file.size));
  }
  return answer.ok;
}

function worker(info) {
  const engine = new Worker(new URL("../worker.mjs", import.meta.url), { type: "module" });
  const waiting = new Map();
  let last = 0;
  engine.postMessage({ start: info });
  engine.onmessage = ({ data: { id, answer, blobs, failed } }) => {
    const { resolve, reject } = waiting.get(id) ?? {};
    waiting.delete(id);
    if (failed) reject?.(new EngineError({ message: failed, fault: true }));
    else resolve?.({ answer: JSON.parse(answer), blobs });
  };
  return async (name, args, data) => {
    const id = (last += 1);
    const { answer, blobs } = await new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      engine.postMessage({ id, message: JSON.stringify({ name, args }), data });
    });
    if (answer.error) throw new EngineError(answer.error);
    (answer.ok.files ?? []).forEach((file, i) => (file.data = blobs[i] ?? file.data));
    return answer.ok;
  };
}
