// Which records a search finds, in which order, and how many each choice would leave.

import { parted, saying } from "./absent.js";
import { numbers, totals } from "./choices.js";
import { reading } from "./numbers.js";
import { column, lists, records } from "./store.js";
import { words } from "./words.js";

// What a hit is worth by its level: in the text once, twice, often; the number; a name; a title, also
// with the text; the name of a thing.
const WORTH = [1, 1.6, 2.2, 5, 3, 5, 6, 40];
const [NUMBER, THING] = [3, 7];
const ASKED_FOR = 1e6;
const PENDING = "en-attente";

// Everything that says all words, none of those with a minus, and has all that was chosen, in the
// order that was asked for.
// `wanted`: the text, what was chosen by the names of facets, the first and last day, the order.
export async function search(index, asked) {
  const wanted = { ...asked, ...parted(asked.text) };
  const read = reading(wanted.text);
  const found = read && (await searched(index, { ...wanted, text: read.text }, read));
  if (found?.found.length || !found) return found ?? searched(index, wanted);
  return { ...(await searched(index, wanted)), missing: found.missing };
}

async function searched(index, wanted, read) {
  const terms = words(wanted.text, index.empty);
  const all = await conditions(index, wanted);
  const absent = await saying(index, wanted.absent);
  if (!terms.length && !all.length && !absent.size) return null;
  const hit = await hits(index, terms);
  const missing = read && (await prefer(index, hit, read)) ? read : null;
  const isFound = (place) => hit.met[place] === terms.length && !absent.has(place);
  const found = [];
  for (let place = 0; place < index.total; place += 1) {
    if (isFound(place) && all.every((one) => one.has(place))) found.push(place);
  }
  found.sort(await comparison(index, terms.length ? wanted.order : wanted.order || "date", hit.score));
  const without = found.length || !terms.length ? 0 : count(index, isFound);
  const counts = () => counted(index, isFound, all);
  return { found, terms, without, counts, missing, said: hit.said, unknown: hit.unknown, things: hit.things };
}

async function hits(index, terms) {
  const score = new Float32Array(index.total);
  const met = new Uint16Array(index.total); // how many of the words, in their order
  const all = await Promise.all(terms.map((term) => lists(index, term)));
  const things = new Map(); // the words of its name that each thing is found by
  all.forEach((found, rank) => {
    for (const list of found) {
      const rarity = Math.log(1 + index.total / list.count);
      for (const [place, level] of records(list)) {
        if (level === THING) things.set(place, (things.get(place) ?? new Set()).add(terms[rank]));
        if (met[place] < rank) continue; // it lacks a word before
        if (met[place] === rank) score[place] += rarity * WORTH[level];
        met[place] = rank + 1;
      }
    }
  });
  const said = new Set(all.flat().map((list) => list.word));
  return { score, met, said, things, unknown: terms.filter((_, rank) => !all[rank].length) };
}

// The question of that number comes first; if its nature or legislature was said, no other of that
// number is found, and if both were, nothing else at all. Says whether there is none that was meant.
async function prefer(index, { score, met }, { number, nature, legislature }) {
  const said = await conditions(index, { chosen: { nature, legislature } });
  const numbered = (await lists(index, number))
    .filter((list) => list.word === number)
    .flatMap((list) => [...records(list)].filter(([, level]) => level === NUMBER).map(([place]) => place));
  const asked = new Set(numbered.filter((place) => said.every((one) => one.has(place))));
  if (asked.size && nature && legislature) met.forEach((_, place) => asked.has(place) || (met[place] = 0));
  for (const place of numbered) {
    if (asked.has(place)) score[place] += ASKED_FOR;
    else if (asked.size) met[place] = 0;
  }
  return !asked.size && Boolean(nature || legislature);
}

// What was chosen, as conditions; an unknown key leaves nothing.
async function conditions(index, { chosen, from, to }) {
  const said = Object.entries(chosen).filter(([, key]) => key);
  const made = said.map(async ([name, key]) => {
    const [values, wanted] = await Promise.all([column(index, name), numbers(index, name, key)]);
    return { name, has: (place) => wanted.has(values[place]) };
  });
  if (from || to) made.push(between(index, days(from) ?? 1, days(to) ?? Infinity));
  return Promise.all(made);
}

async function between(index, first, last) {
  const day = await column(index, "jour");
  return { name: "jour", has: (place) => day[place] >= Math.max(first, 1) && day[place] <= last };
}

const days = (day) => (day ? Date.parse(day) / 86_400_000 : undefined);

async function comparison(index, order, score) {
  const day = await column(index, "jour");
  const later = (one, other) => day[other] - day[one] || one - other;
  if (order === "date") return later;
  if (order !== "attente") return (one, other) => score[other] - score[one] || later(one, other);
  const [values, pending] = await Promise.all([column(index, "statut"), numbers(index, "statut", PENDING)]);
  const waits = (place) => pending.has(values[place]) && day[place] > 0;
  // Those that nobody has answered, the oldest first; then the others.
  return (one, other) =>
    waits(other) - waits(one) || (waits(one) ? day[one] - day[other] || one - other : later(one, other));
}

function count(index, isFound) {
  let found = 0;
  for (let place = 0; place < index.total; place += 1) found += isFound(place);
  return found;
}

// For each facet: how many records each value would leave, given the words and the other choices.
async function counted(index, isFound, all) {
  const made = Object.keys(index.facets).map(async (name) => {
    const values = await column(index, name);
    const others = all.filter((one) => one.name !== name);
    const counts = new Uint32Array(index.facets[name].places.length);
    for (let place = 0; place < index.total; place += 1) {
      if (isFound(place) && others.every((one) => one.has(place))) counts[values[place]] += 1;
    }
    return [name, { counts, totals: totals(index.facets[name], counts) }];
  });
  return Object.fromEntries(await Promise.all(made));
}
