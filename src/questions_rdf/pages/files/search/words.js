// The words that are looked for: as site/search/words.py makes them, see there.

const LETTERS = { œ: "oe", æ: "ae", ß: "ss", ø: "o", ł: "l", đ: "d" };
const SHORTEST = 4;

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

function isLookedUp(word, empty) {
  return !empty.has(word) && (word.length > 1 || /\d/.test(word));
}

export function stem(word) {
  if (word.length < SHORTEST || /\d/.test(word)) return word;
  let rest = word.replace(/[sx]$/, "");
  if (rest.endsWith("ail")) rest = `${rest.slice(0, -2)}l`;
  else if (rest.endsWith("au") && !rest.endsWith("eau")) rest = `${rest.slice(0, -1)}l`;
  if (rest.endsWith("er")) rest = shorter(rest);
  while (rest.endsWith("e") && rest.length > SHORTEST) rest = rest.slice(0, -1);
  return rest.at(-1) === rest.at(-2) ? shorter(rest) : rest;
}

const shorter = (word) => (word.length > SHORTEST ? word.slice(0, -1) : word);
