// The field for who asks: names are offered while one is typed, from a list of all who ask.

import { element, number, say } from "../query/settings.js";
import { authors } from "./store.js";
import { folded } from "./words.js";

const OFFERED = 8;
const NOBODY = -1;

// `changed` is called when somebody was chosen, or nobody any more.
export function authorField(index, { input, list, value }, changed) {
  let offered = [];
  let active = NOBODY;
  let settled = ""; // what the field says of what is chosen

  async function offer() {
    const typed = parts(input.value);
    const all = typed.length ? await authors(index) : [];
    if (typed.join() !== parts(input.value).join()) return; // more was typed meanwhile
    offered = all.filter((one) => isMeant(one, typed)).sort(byQuestions).slice(0, OFFERED);
    list.replaceChildren(...(offered.length ? offered.map(option) : [nobody()]));
    show(typed.length > 0);
  }

  function show(isOpen) {
    list.hidden = !isOpen;
    input.setAttribute("aria-expanded", String(isOpen));
    activate(NOBODY);
  }

  function activate(place) {
    active = place;
    [...list.children].forEach((one, at) => one.setAttribute("aria-selected", String(at === place)));
    if (place === NOBODY) input.removeAttribute("aria-activedescendant");
    else input.setAttribute("aria-activedescendant", list.children[place].id);
  }

  function choose(one) {
    show(false);
    settle(one?.name ?? "");
    const isNew = value.value !== (one?.id ?? "");
    value.value = one?.id ?? "";
    if (isNew) changed();
  }

  function press(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && offered.length && !list.hidden) {
      event.preventDefault();
      activate((active + step + offered.length + (active < 0 && step < 0 ? 1 : 0)) % offered.length);
    } else if (event.key === "Enter" && input.value !== settled) {
      event.preventDefault();
      pick();
    } else if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      show(false);
    }
  }

  // The one that is marked, or the first.
  async function pick() {
    if (!input.value.trim()) return choose(undefined);
    if (list.hidden) await offer();
    if (offered.length) choose(offered[Math.max(active, 0)]);
  }

  // What was typed and not chosen is no choice.
  async function leave() {
    show(false);
    if (input.value.trim()) await restore();
    else choose(undefined);
  }

  // The name of who is chosen.
  async function restore() {
    const id = value.value;
    const one = id && (await authors(index)).find((author) => author.id === id);
    if (value.value === id) settle(one?.name ?? id);
  }

  function settle(name) {
    settled = input.value = name;
  }

  function option(one, place) {
    const made = element("li", { role: "option", id: `${list.id}-${place}`, "aria-selected": "false" });
    made.append(one.name, " ", element("span", { class: "faint" }, told(one)));
    made.addEventListener("mousedown", (event) => event.preventDefault()); // the field keeps the focus
    made.addEventListener("click", () => choose(one));
    return made;
  }

  input.addEventListener("input", () => {
    offered = [];
    offer();
  });
  input.addEventListener("keydown", press);
  input.addEventListener("blur", leave);
  return { restore };
}

const nobody = () =>
  element("li", { role: "option", "aria-disabled": "true", "aria-selected": "false" }, say("nobody"));
const parts = (text) => folded(text).match(/[a-z0-9]+/g) ?? [];
const byQuestions = (one, other) => other.questions - one.questions;

// Each word that was typed begins a word of the name.
function isMeant({ name }, typed) {
  const own = parts(name);
  return typed.every((part) => own.some((word) => word.startsWith(part)));
}

// What tells people of one name apart.
function told({ questions, first, last }) {
  const years = first === last ? first : `${first}–${last}`;
  const count = say(questions === 1 ? "question" : "questions", { n: number(questions) });
  return `(${[count, years].filter(Boolean).join(", ")})`;
}
