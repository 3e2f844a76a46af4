// The words that are looked for: as site/search/words.py makes them, see there.

const LETTERS = { œ: "oe", æ: "ae", ß: "ss", ø: "o", ł: "l", đ: "d" };
const SHORTEST = 4;
const ENDINGS = [["er", 5, 1], ["ee", 7, 1], ["elle", 6, 2], ["enne", 6, 2], ["ale", 6, 1], ["ante", 8, 1]];

export function folded(text) {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/[œæßøłđ]/g, (letter) => LETTERS[letter]);
}

// The terms of a text, each once; `empty` are words that are not looked up.
export function words(text, empty) {
  const found = folded(text).match(/[a-z0-9]+/g) ?? [];
  return [...new Set(found.filter((word) => isLookedUp(word, empty)).map(stem))];
}

export const hasWords = (text, empty) => words(text, empty).length > 0;

function isLookedUp(word, empty) {
  return !empty.has(word) && (word.length > 1 || /\d/.test(word));
}

export function stem(word) {
  if (word.length < SHORTEST || /\d/.test(word)) return word;
  let rest = word.replace(/[sx]$/, "");
  if (rest.endsWith("ail")) rest = `${rest.slice(0, -2)}l`;
  else if (rest.endsWith("au") && !rest.endsWith("eau")) rest = `${rest.slice(0, -1)}l`;
  for (const [ending, shortest, letters] of ENDINGS) {
    if (rest.length >= shortest && rest.endsWith(ending)) rest = rest.slice(0, -letters);
  }
  return rest;
}
