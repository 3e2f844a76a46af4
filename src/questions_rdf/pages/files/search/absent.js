// Words with a minus before them, as in "école -privée": what says them is left out.

import { lists, records } from "./store.js";
import { words } from "./words.js";

const MINUS = /(?<!\S)-(?=[\p{L}\p{N}])\S+/gu;

// What was typed, without those words; and those.
export function parted(typed) {
  return { text: typed.replace(MINUS, " "), absent: typed.match(MINUS) ?? [] };
}

// The records that say one of those words: the word itself, not all that begin with it.
export async function saying(index, absent) {
  const made = await Promise.all(absent.map((piece) => sayingAll(index, words(piece, index.empty))));
  return new Set(made.flatMap((places) => [...places]));
}

// "-sapeurs-pompiers" is both of them.
async function sayingAll(index, terms) {
  const found = await Promise.all(terms.map((term) => lists(index, term)));
  const sets = found.map((some, rank) => places(some.find(({ word }) => word === terms[rank])));
  return (sets[0] ? [...sets[0]] : []).filter((place) => sets.every((set) => set.has(place)));
}

const places = (list) => new Set(list && [...records(list)].map(([place]) => place));
