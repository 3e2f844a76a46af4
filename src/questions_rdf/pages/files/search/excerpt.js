// Where a text says the words that were looked for: read from the page of the question when its
// result comes into view. Only the pages hold the texts; the index does not say them again.

import { element } from "../query/settings.js";
import { marked, PIECES, says } from "./marks.js";

const BEFORE = 20;
const AFTER = 60; // pieces: words, and what stands between them
const TEXTS = ".prose p";

const watched = new WeakMap();
const watcher = new IntersectionObserver((seen) => {
  for (const { target, isIntersecting } of seen) {
    if (!isIntersecting) continue;
    watcher.unobserve(target);
    watched.get(target)();
  }
});

// An empty paragraph that is filled when it is seen; it stays empty where there is nothing to say.
export function excerpt(index, address, found, lang) {
  const made = element("p", { class: "excerpt", lang });
  if (navigator.connection?.saveData) return made;
  watched.set(made, async () => {
    made.append(...(await passage(index, address, found).catch(() => [])));
  });
  watcher.observe(made);
  return made;
}

async function passage(index, address, found) {
  const answer = await fetch(address);
  if (!answer.ok) return [];
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const text = [...page.querySelectorAll(TEXTS)].map((one) => one.textContent).join(" ");
  const pieces = text.split(PIECES);
  const from = best(pieces.map((piece) => says(index, piece, found)));
  if (from < 0) return [];
  const [start, end] = [Math.max(0, from - BEFORE), from + AFTER];
  const inner = marked(index, pieces.slice(start, end).join(""), found);
  return [start ? "… " : "", ...inner, end < pieces.length ? " …" : ""];
}

// The hit that most different words follow; -1 if there is none.
function best(hits) {
  let [place, most] = [-1, 0];
  hits.forEach((hit, start) => {
    if (!hit) return;
    const different = new Set(hits.slice(start, start + AFTER).filter(Boolean)).size;
    if (different > most) [place, most] = [start, different];
  });
  return place;
}
