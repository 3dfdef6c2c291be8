// The site as an app: kept by the browser for use without a network, and installed if somebody wants it.
import { store } from "./store.mjs";

/** Have the site kept; once a newer one is kept beside it, store.newer is what takes it. */
export async function install() {
  document.head.append(Object.assign(document.createElement("link"), { rel: "manifest", href: "studio.webmanifest" }));
  if (!navigator.serviceWorker) return;
  try {
    const had = Boolean(navigator.serviceWorker.controller);
    const registration = await navigator.serviceWorker.register("sw.js");
    const offer = () => had && registration.waiting && store.update({ newer: () => take(registration.waiting) });
    offer();
    registration.addEventListener("updatefound", () => registration.installing?.addEventListener("statechange", offer));
  } catch {
    // a browser that keeps nothing, as in a private window: the page works, and is loaded each time
  }
}

/** The plan is kept with each change, so the page may begin anew. */
function take(waiting) {
  navigator.serviceWorker.addEventListener("controllerchange", () => location.reload());
  waiting?.postMessage("take over");
}
