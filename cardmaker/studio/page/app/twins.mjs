// Starter plans that there are in two languages: English and German.

/** By the English one's title, the German one's name and what the English one is called. */
export const TWINS = {
  "A runner’s week": ["laufwoche", "runners-week"],
  "Half marathon with strength": ["halbmarathon", "half-marathon"],
  "10 km with strength": ["zehn-kilometer", "ten-k"],
  "Three days in the gym": ["drei-tage-studio", "three-day-gym"],
  "Strength at home": ["kraft-zuhause", "home-bodyweight"],
};

const GERMAN = new Set(Object.values(TWINS).map(([german]) => german));
const ENGLISH = new Set(Object.values(TWINS).map(([, english]) => english));

/** The language in which a starter is written. */
export const writtenIn = (id) => (GERMAN.has(id) ? "de" : "en");

/** How far back a starter is in a list for who reads *language*: their own first, then others, last what they have in their own. */
export function rankFor(id, language) {
  if (writtenIn(id) === language) return 0;
  return language === "de" && ENGLISH.has(id) ? 2 : 1;
}

/** The starter that says in German what the plan says, if its pages are to be German and its words aren't. */
export const germanOf = ({ title, language }) => (language === "de" ? TWINS[String(title)]?.[0] : undefined);
