// What results can be narrowed by: what a key in the address stands for, and what can be chosen.

import { settings } from "../query/settings.js";
import { authors } from "./store.js";

// The numbers that a key stands for: of a value with its parts, or of one thing by the end of its IRI.
export async function numbers(index, name, key) {
  if (name === "auteur") {
    return new Set([(await authors(index)).findIndex((one) => one.id === key) + 1].filter(Boolean));
  }
  const { values, places, ids } = index.facets[name];
  const place = values.findIndex(([known]) => known === key) + 1;
  if (!place) return new Set(Object.hasOwn(ids, key) ? [ids[key]] : []);
  const isOf = (one) => one === place || (one > 0 && values[one - 1][4] === place);
  return new Set([...places.keys()].filter((number) => isOf(places[number])));
}

// How many records each value has, by its place, of what each number has.
export function totals({ values, places }, counts) {
  const found = new Uint32Array(values.length + 1);
  counts.forEach((count, number) => {
    const place = places[number];
    found[place] += count;
    if (place && values[place - 1][4]) found[values[place - 1][4]] += count;
  });
  return found;
}

// What can be chosen: key, name and number of records of each value, and of `chosen`.
export function options(index, name, counts, chosen) {
  const { values, places, ids } = index.facets[name];
  const made = values.map(([key, , , ever], place) => ({
    key,
    label: label(values[place]),
    lang: language(values[place]),
    count: counts ? counts.totals[place + 1] : ever,
  }));
  const offered = made.filter(({ key, count }) => count || key === chosen);
  offered.sort((one, other) => one.label.localeCompare(other.label, "fr", { numeric: true }));
  if (!chosen || offered.some(({ key }) => key === chosen)) return offered;
  if (!Object.hasOwn(ids, chosen)) return [...offered, { key: chosen, label: chosen }];
  const value = values[places[ids[chosen]] - 1];
  const isOnly = places.indexOf(places[ids[chosen]]) === places.lastIndexOf(places[ids[chosen]]);
  const others = isOnly ? offered.filter(({ key }) => key !== value[0]) : offered;
  const called = isOnly ? label(value) : `${label(value)} – ${chosen}`; // among those of its name
  return [...others, { key: chosen, label: called, lang: language(value), count: counts?.counts[ids[chosen]] }];
}

export function label([, french, english]) {
  return settings.language === "en" ? english || french : french;
}

// The language of what a value is called, where it is not that of the page.
export function language([, , english]) {
  return settings.language === "fr" || english ? undefined : "fr";
}
