// One result: title, who asked whom and when, what became of it, and where the text says the words.

import { settings, say, number, element } from "../query/settings.js";
import { label, language } from "./choices.js";
import { excerpt } from "./excerpt.js";
import { marked, PIECES, says } from "./marks.js";

// `found` are the words of the index that were looked for.
export function card(index, shown, found) {
  const [path, title, author, day, answered, late, overdue, ...numbers] = shown;
  const [legislature, ministry, , , status, nature] = Object.keys(index.facets).map((name, place) =>
    named(index, name, numbers[place]),
  );
  const french = settings.language === "fr" ? undefined : "fr";
  const href = `${path}${settings.suffix}`;
  const link = element("a", { href }, ...marked(index, title, found));
  const isSaid = `${title} ${author ?? ""}`.split(PIECES).some((piece) => says(index, piece, found));
  const facts = [
    nature && called(nature, path),
    legislature && element("span", { lang: legislature.lang }, legislature.label),
    day && date(day),
    author && element("span", {}, ...marked(index, author, found)),
    ministry && element("span", { lang: ministry.lang }, ministry.label),
    answered && around("answered", "day", date(answered)),
  ].filter(Boolean);
  return element(
    "li",
    {},
    element("p", { class: "heading", lang: french }, link),
    element("p", { class: "meta" }, ...facts.flatMap((fact, place) => (place ? [" · ", fact] : [fact]))),
    ...(status ? [badge(status, late, overdue)] : []),
    ...(found.size && !isSaid ? [excerpt(index, href, found, french)] : []),
  );
}

function named(index, name, place) {
  const { values, places } = index.facets[name];
  let found = values[places[place] - 1];
  if (found?.[4]) found = values[found[4] - 1]; // by how much it is late is said beside
  return found && { key: found[0], label: label(found), lang: language(found) };
}

// A question is called by its number, which stands in its path.
function called({ label: nature }, path) {
  const number = path.match(/\/QANR5L\d+(?:QE|QG|QOSD)(\d+)$/)?.[1];
  return number ? say("numbered", { nature, n: number }) : nature;
}

function badge({ key, label }, late, overdue) {
  const fate = late || overdue ? "late" : (settings.fates[key] ?? "closed");
  const said = [label];
  if (late) said.push(say("late", { days: days(late) }));
  else if (overdue) said.push(say("overdue", { days: days(overdue) }));
  return element("p", { class: `badge ${fate}` }, said.join(", "));
}

const days = (count) => say(count === 1 ? "day" : "days", { n: number(count) });

function date(day) {
  const language = settings.language === "en" ? "en-GB" : "fr";
  const words = new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" });
  const text = words.format(new Date(day));
  // As everywhere on the site: the first day of a month is « 1er » in French.
  const first = settings.language === "fr" ? text.replace(/^1 /, "1er ") : text;
  return element("time", { datetime: day }, first);
}

// A sentence with an element in it.
function around(sentence, name, inner) {
  const [before, after] = say(sentence, { [name]: "\n" }).split("\n");
  return element("span", {}, before, inner, after);
}
