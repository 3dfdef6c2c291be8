// The browser's own store, IndexedDB: plans with their versions, by promises.
const NAME = "cardmaker-studio";

let opening = null;

function opened() {
  opening ??= new Promise((resolve, reject) => {
    const asked = indexedDB.open(NAME, 2);
    asked.onupgradeneeded = () => {
      const db = asked.result;
      if (!db.objectStoreNames.contains("plans")) {
        db.createObjectStore("plans", { keyPath: "id" });
        db.createObjectStore("versions", { keyPath: "number", autoIncrement: true }).createIndex("plan", "plan");
      }
      db.createObjectStore("pictures", { keyPath: "id" });
    };
    asked.onsuccess = () => {
      asked.result.onversionchange = () => asked.result.close(); // a newer page in another tab
      resolve(asked.result);
    };
    asked.onerror = () => reject(asked.error);
  });
  return opening;
}

/** Run *act* with an object store and give what its request finds. */
async function ask(name, mode, act) {
  const db = await opened();
  return new Promise((resolve, reject) => {
    const change = db.transaction(name, mode);
    const request = act(change.objectStore(name));
    change.oncomplete = () => resolve(request?.result);
    change.onabort = change.onerror = () => reject(change.error ?? request?.error);
  });
}

export const put = (name, value) => ask(name, "readwrite", (one) => one.put(value));
export const drop = (name, key) => ask(name, "readwrite", (one) => one.delete(key));
export const all = (name) => ask(name, "readonly", (one) => one.getAll());
export const get = (name, key) => ask(name, "readonly", (one) => one.get(key));
export const versionsOf = (plan) => ask("versions", "readonly", (one) => one.index("plan").getAll(plan));
