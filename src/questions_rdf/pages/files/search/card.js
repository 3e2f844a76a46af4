// One result: title, who asked, whom, when, and what became of it.

import { settings, say, number, element } from "../query/settings.js";
import { words } from "./words.js";

export function card(index, shown, terms) {
  const [path, title, author, day, answered, late, overdue, ...numbers] = shown;
  const [, ministry, , , status, nature] = Object.keys(index.facets).map((name, place) =>
    named(index, name, numbers[place]),
  );
  const french = settings.language === "fr" ? undefined : "fr";
  const link = element("a", { href: `${path}${settings.suffix}` }, ...marked(index, title, terms));
  const facts = [
    nature && nature.label,
    day && date(day),
    author && element("span", {}, ...marked(index, author, terms)),
    ministry && element("span", { lang: french }, ministry.label),
    answered && around("answered", "day", date(answered)),
  ].filter(Boolean);
  return element(
    "li",
    {},
    element("p", { class: "heading", lang: french }, link),
    element("p", { class: "meta" }, ...facts.flatMap((fact, place) => (place ? [" · ", fact] : [fact]))),
    ...(status ? [badge(status, late, overdue)] : []),
  );
}

function named(index, name, place) {
  const { values, places } = index.facets[name];
  const found = values[places[place] - 1];
  return found && { key: found[0], label: found[settings.language === "en" ? 2 : 1] };
}

function badge({ key, label }, late, overdue) {
  const fate = late || overdue ? "late" : (settings.fates[key] ?? "closed");
  const behind = late ? say("late", { days: days(late) }) : overdue ? say("overdue", { days: days(overdue) }) : "";
  return element("p", { class: `badge ${fate}` }, [label, behind].filter(Boolean).join(", "));
}

const days = (count) => say(count === 1 ? "day" : "days", { n: number(count) });

function date(day) {
  const words = new Intl.DateTimeFormat(settings.language === "en" ? "en-GB" : "fr", { dateStyle: "long", timeZone: "UTC" });
  return element("time", { datetime: day }, words.format(new Date(day)));
}

// A sentence with an element in it.
function around(sentence, name, inner) {
  const [before, after] = say(sentence, { [name]: "\n" }).split("\n");
  return element("span", {}, before, inner, after);
}

// The words of a title that were looked for are marked.
function marked(index, title, terms) {
  return title.split(/([\p{L}\p{M}\p{N}]+)/u).map((piece, place) => {
    const isHit = place % 2 && words(piece, index.empty).some((word) => terms.includes(word));
    return isHit ? element("mark", {}, piece) : piece;
  });
}
