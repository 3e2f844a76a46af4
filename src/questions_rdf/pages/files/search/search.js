// Which records a search finds, in which order, and how many each choice would leave.

import { column, lists, records } from "./store.js";
import { words } from "./words.js";

// What a hit is worth by its level: in the text once, twice, often; a name; a title; the name of a thing.
const WORTH = [1, 1.6, 2.2, 2.2, 3, 5, 6, 40];

// Everything that says all words and has all that was chosen, the best or the latest first.
export async function search(index, { text, chosen, order }) {
  const terms = words(text, index.empty);
  if (!terms.length && !Object.keys(chosen).length) return null;
  const { isFound, score, said } = await hits(index, terms);
  const all = await choices(index, chosen);
  const found = [];
  for (let place = 0; place < index.total; place += 1) {
    if (isFound(place) && all.every((one) => one.has(place))) found.push(place);
  }
  const day = await column(index, "jour");
  const later = (one, other) => day[other] - day[one] || one - other;
  const better = (one, other) => score[other] - score[one] || later(one, other);
  found.sort(order === "date" || !terms.length ? later : better);
  const without = found.length || !terms.length ? 0 : count(index, isFound);
  return { found, said, without, counts: () => counted(index, isFound, all) };
}

async function hits(index, terms) {
  const score = new Float32Array(index.total);
  const met = new Uint16Array(index.total); // how many of the words, in their order
  const all = await Promise.all(terms.map((term) => lists(index, term)));
  all.forEach((found, rank) => {
    for (const list of found) {
      const rarity = Math.log(1 + index.total / list.count);
      for (const [place, level] of records(list)) {
        if (met[place] < rank) continue; // it lacks a word before
        if (met[place] === rank) score[place] += rarity * WORTH[level];
        met[place] = rank + 1;
      }
    }
  });
  const said = new Set(all.flat().map((list) => list.word));
  return { score, said, isFound: (place) => met[place] === terms.length };
}

function count(index, isFound) {
  let found = 0;
  for (let place = 0; place < index.total; place += 1) found += isFound(place);
  return found;
}

// What was chosen, as conditions; an unknown key leaves nothing.
async function choices(index, chosen) {
  return Promise.all(
    Object.entries(chosen).map(async ([name, key]) => {
      const values = await column(index, name);
      const wanted = index.facets[name].values.findIndex(([known]) => known === key) + 1;
      return { name, has: (place) => wanted > 0 && values[place] === wanted };
    }),
  );
}

// For each facet: how many records each value would leave, given the words and the other choices.
async function counted(index, isFound, all) {
  const made = Object.keys(index.facets).map(async (name) => {
    const values = await column(index, name);
    const others = all.filter((one) => one.name !== name);
    const counts = new Uint32Array(index.facets[name].values.length + 1);
    for (let place = 0; place < index.total; place += 1) {
      if (isFound(place) && others.every((one) => one.has(place))) counts[values[place]] += 1;
    }
    return [name, counts];
  });
  return Object.fromEntries(await Promise.all(made));
}
