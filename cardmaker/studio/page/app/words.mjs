// The words of the interface, from words/LANGUAGE.json: English and what differs from it.
let words = {};
let translating = null; // of what the engine says: a promise, null in English
export let language = "en";

export const LANGUAGES = { en: "English", de: "Deutsch" };

/** Load the words of *wanted*, or of the language that the browser asks for. */
export async function loadWords(wanted = localStorage.getItem("language")) {
  const asked = [wanted, ...navigator.languages].filter(Boolean).map((one) => one.slice(0, 2));
  language = asked.find((one) => one in LANGUAGES) ?? "en";
  const [english, own] = await Promise.all(
    ["en", language].map(async (one) => (await fetch(`words/${one}.json`)).json()),
  );
  words = { ...english, ...own };
  translating = language === "en" ? null : translatorOf(language).catch(() => null); // then the engine speaks English
  document.documentElement.lang = language;
}

async function translatorOf(one) {
  const [{ translator }, said] = await Promise.all([
    import("./translate.mjs"),
    fetch(`words/engine/${one}.json`).then((found) => found.json()),
  ]);
  return translator(said);
}

/** An answer of the engine, or one of its messages, in the language of the interface. */
export async function inOwnWords(said) {
  const found = await translating;
  if (!found) return said;
  return typeof said === "string" ? found.text(said) : found.answer(said);
}

/** How dates and times are written: as in the browser's own region, if its language is that of the interface. */
export const locale = () => navigator.languages.find((one) => one.startsWith(language)) ?? language;

/** The words of *key*, with *values* in their {places}. With {n}, the key's own form for one is "KEY.one". */
export function t(key, values = {}) {
  const text = (values.n === 1 && words[`${key}.one`]) || words[key];
  if (text === undefined) return key;
  return text.replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);
}

export const number = (value, digits = 1) =>
  new Intl.NumberFormat(language, { maximumFractionDigits: digits }).format(value);
