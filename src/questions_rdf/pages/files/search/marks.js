// Which words of a text were looked for.

import { element } from "../query/settings.js";
import { words } from "./words.js";

// Parts a text into words (at odd places) and what stands between them.
export const PIECES = /([\p{L}\p{M}\p{N}]+)/u;

// The word looked for that a piece of text is; nothing if it is none. `found` are those of the index.
export function says(index, piece, found) {
  return words(piece, index.empty).find((word) => found.has(word));
}

// The text, with those words marked.
export function marked(index, text, found) {
  return text
    .split(PIECES)
    .map((piece, place) => (place % 2 && says(index, piece, found) ? element("mark", {}, piece) : piece));
}
