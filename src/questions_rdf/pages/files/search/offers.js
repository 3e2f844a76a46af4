// What a search may have meant: a deputy whose name was typed, as a filter; a word that is nearly known.

import { element, say } from "../query/settings.js";
import { search } from "./search.js";
import { authors, column, shown, spellings } from "./store.js";
import { folded, stem, words } from "./words.js";

const MOST = 3; // of more people of that name none is meant
const SHORTEST = 4;
const LONG = 8; // words in which two letters may be wrong

// Filters by those whose names were typed: links to the search that has them.
export async function people(index, { things }, wanted, address) {
  if (wanted.chosen.auteur || !index.authors) return [];
  const most = Math.max(0, ...[...things.values()].map((terms) => terms.size));
  const nature = await column(index, "nature");
  const { values, places } = index.facets.nature;
  const person = values.findIndex(([key]) => key === "personne") + 1;
  const best = [...things].filter(([place, terms]) => terms.size === most && places[nature[place]] === person);
  if (!best.length || best.length > MOST) return [];
  const known = await authors(index);
  const made = best.map(async ([place, terms]) => {
    const id = (await shown(index, place))[0].split("/").at(-1);
    const one = known.find((author) => author.id === id);
    return one && offer(one, without(index, wanted.text, terms), address);
  });
  return (await Promise.all(made)).filter(Boolean);
}

function offer({ id, name }, rest, address) {
  const href = address({ auteur: id, q: rest });
  const said = rest ? say("onlyWith", { name, text: rest }) : say("only", { name });
  return element("a", { href }, said);
}

// What was typed without the words of a name.
function without(index, text, terms) {
  return text
    .split(/\s+/)
    .filter((piece) => !words(piece, index.empty).some((word) => terms.has(word)) && words(piece, index.empty).length)
    .join(" ");
}

// A search for the nearest words that are known, if it finds something.
export async function nearest(index, { unknown }, wanted, address) {
  if (!unknown.length) return [];
  const known = (await spellings(index)).map((spelling) => ({ spelling, word: stem(folded(spelling)) }));
  const isUnknown = (piece) => words(piece, index.empty).some((word) => unknown.includes(word));
  const text = wanted.text
    .split(/([\p{L}\p{M}\p{N}]+)/u)
    .map((piece) => (isUnknown(piece) ? near(stem(folded(piece)), known) ?? piece : piece))
    .join("");
  const found = text !== wanted.text && (await search(index, { ...wanted, text }));
  return found && found.found.length ? [element("a", { href: address({ q: text }) }, say("try", { text }))] : [];
}

// The most frequent of the nearest words.
function near(word, known) {
  if (word.length < SHORTEST) return undefined;
  let [found, least] = [undefined, word.length < LONG ? 1 : 2];
  for (const one of known) {
    if (Math.abs(one.word.length - word.length) > least) continue;
    const far = distance(one.word, word, least);
    if (far < least || (far === least && !found)) [found, least] = [one.spelling, far];
  }
  return found;
}

// How many letters are wrong, missing, too many or changed places; something above `most` if more.
function distance(one, other, most) {
  let [before, last] = [[], Array.from({ length: other.length + 1 }, (_, place) => place)];
  for (let row = 1; row <= one.length; row += 1) {
    const next = [row];
    for (let at = 1; at <= other.length; at += 1) {
      const isSame = one[row - 1] === other[at - 1];
      next[at] = Math.min(last[at] + 1, next[at - 1] + 1, last[at - 1] + !isSame);
      const isSwapped = one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1];
      if (isSwapped) next[at] = Math.min(next[at], before[at - 2] + 1);
    }
    if (Math.min(...next) > most) return most + 1;
    [before, last] = [last, next];
  }
  return last.at(-1);
}
