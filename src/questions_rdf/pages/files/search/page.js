// The search page: the form and the address say what is looked for; results appear below.

import { settings, say, number, element } from "../query/settings.js";
import { authorField } from "./author.js";
import { card } from "./card.js";
import { options } from "./choices.js";
import { nearest, people } from "./offers.js";
import { search } from "./search.js";
import { opened, shown } from "./store.js";
import { hasWords } from "./words.js";

const AT_ONCE = 20;
const WIDE = "(min-width: 40rem)"; // elsewhere the choices would push the results off the screen
const SLOW = 500; // milliseconds after which it is said that a search goes on: before, it is only noise
const FIRST_DAY = "1900"; // what is before is a year that is being typed
const NARROWING = [...settings.facets, "auteur", "du", "au"];
const part = (id) => document.getElementById(id);
const form = part("search");
const index = opened();
const bare = document.title;
let current = 0; // number of the latest search: an earlier one that ends later is not shown
let rest = () => {};
let author;

index.then(start, refused);

function start(all) {
  part("without").hidden = true;
  form.hidden = false;
  part("by-author").hidden = !all.authors;
  const fields = { input: part("auteur-nom"), list: part("auteurs"), value: part("auteur") };
  author = authorField(all, fields, go);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    go();
  });
  form.addEventListener("change", ({ target }) => {
    const isDay = target.type === "date" && !(target.value < FIRST_DAY && target.value);
    if (target.tagName === "SELECT" || isDay) go();
  });
  part("clear").addEventListener("click", clear);
  window.addEventListener("popstate", restore);
  part("more").addEventListener("click", () => rest());
  restore();
}

function refused(error) {
  if (form.hidden) part("without").hidden = false;
  part("outcome").textContent = say("cannot", { why: error.message });
}

// What the form says, in the order of its fields; what is empty is left out.
function asked() {
  return new URLSearchParams([...new FormData(form)].filter(([, value]) => value.trim() !== ""));
}

function go() {
  const wanted = asked();
  const address = new URL(location.href);
  address.search = wanted;
  if (address.href !== location.href) history.pushState(null, "", address);
  answer(wanted);
}

// All questions again that say the words.
function clear() {
  for (const name of NARROWING) part(name).value = "";
  part("auteur-nom").value = "";
  part("q").focus(); // the button goes away
  go();
}

// The form as the address says; a value of a facet may not be in the list yet.
function restore() {
  const wanted = new URLSearchParams(location.search);
  for (const field of form.elements) {
    if (!field.name) continue;
    const value = wanted.get(field.name) ?? "";
    if (settings.facets.includes(field.name) && value) field.append(new Option(value, value));
    field.value = value;
  }
  const ignored = ["du", "au"].map((name) => wanted.get(name)).filter((day) => day && !isDay(day));
  author.restore();
  const wide = window.matchMedia(WIDE).matches;
  part("choices").open ||= wide || NARROWING.some((name) => wanted.has(name));
  answer(asked(), ignored);
}

// As a field for days takes it; what it does not take it says nothing of.
function isDay(text) {
  const field = element("input", { type: "date" });
  field.value = text;
  return field.value === text;
}

// `ignored` are days in the address that are none.
async function answer(wanted, ignored = []) {
  const mine = ++current;
  keepLanguageSwitch(wanted);
  part("clear").hidden = !NARROWING.some((name) => wanted.has(name));
  const slow = setTimeout(() => (part("outcome").textContent = say("searching")), SLOW);
  part("results").setAttribute("aria-busy", "true");
  try {
    const all = await index;
    const found = await search(all, outline(wanted));
    if (mine === current) await show(all, found, wanted, mine, ignored);
  } catch (error) {
    if (mine === current) refused(error);
  }
  clearTimeout(slow);
  if (mine === current) part("results").removeAttribute("aria-busy");
}

function outline(wanted) {
  const chosen = [...settings.facets, "auteur"].map((name) => [name, wanted.get(name)]);
  return {
    text: wanted.get("q") ?? "",
    order: wanted.get("ordre"),
    chosen: Object.fromEntries(chosen.filter(([, key]) => key)),
    from: wanted.get("du"),
    to: wanted.get("au"),
  };
}

async function show(all, found, wanted, mine, ignored) {
  const text = wanted.get("q");
  document.title = text ? say("title", { text }) : bare;
  const total = found?.found.length ?? 0;
  const first = total ? await cards(all, found, 0) : [];
  const counts = await found?.counts();
  const others = found ? await offered(all, found, wanted) : { offers: [], near: [] };
  if (mine !== current) return;
  part("results").replaceChildren(...first);
  part("offers").replaceChildren(...others.offers);
  offerChoices(all, counts);
  part("outcome").replaceChildren(remarks(all, found, text, ignored), found ? outcome(total, found) : "", ...others.near);
  rest = () => further(all, found, mine);
  part("more").hidden = total <= AT_ONCE;
}

// What has to be known of the results before they are read.
function remarks(all, found, text, ignored) {
  const said = ignored.map((day) => say("noDay", { day }));
  if (text && (!found || !hasWords(text, all.empty))) said.push(say("noWord"));
  if (found?.missing && found.found.length) said.push(lacking(found.missing));
  return said.map((one) => `${one} `).join("");
}

// That there is no question of that number, nature and legislature.
function lacking({ number: n, nature, legislature }) {
  const where = legislature ? say("ofLegislature", { n: legislature }) : "";
  return say("lacking", { kind: say(nature ?? "anyKind"), n, where });
}

function outcome(total, found) {
  if (total) return total === 1 ? say("foundOne") : say("found", { n: number(total) });
  return found.without ? say("noneChosen", { n: number(found.without) }) : say("none");
}

// Other searches that may have been meant: addresses of this page with something changed.
async function offered(all, found, wanted) {
  const address = (changed) => {
    const other = new URLSearchParams(wanted);
    for (const [name, value] of Object.entries(changed)) {
      if (value) other.set(name, value);
      else other.delete(name);
    }
    return `?${other}`;
  };
  const asked = outline(wanted);
  const near = found.found.length ? [] : await nearest(all, found, asked, address);
  const offers = await people(all, found, asked, address);
  return { near: near.flatMap((link) => [" ", link]), offers: offers.map((link) => element("li", {}, link)) };
}

function cards(all, { found, said }, from) {
  const some = found.slice(from, from + AT_ONCE);
  return Promise.all(some.map(async (record) => card(all, await shown(all, record), said)));
}

// More of the results; the focus goes to the first of them.
async function further(all, found, mine) {
  const from = part("results").children.length;
  const more = await cards(all, found, from).catch(refused);
  if (mine !== current || !more) return;
  part("results").append(...more);
  more[0]?.querySelector("a").focus();
  const count = part("results").children.length;
  part("outcome").textContent = `${outcome(found.found.length)} – ${say("shownOf", { n: number(count) })}`;
  part("more").hidden = count >= found.found.length;
}

// The choices that would leave something, each with how much; of all, as long as nothing is asked.
function offerChoices(all, counts) {
  for (const name of settings.facets) {
    const field = part(name);
    const chosen = field.value;
    const made = options(all, name, counts?.[name], chosen).map(({ key, label, lang, count }) =>
      element("option", { value: key, lang }, count === undefined ? label : `${label} (${number(count)})`),
    );
    field.replaceChildren(field.options[0], ...made);
    field.value = chosen;
  }
}

// The other language shows the same search.
function keepLanguageSwitch(wanted) {
  const link = document.querySelector("a.switch");
  if (link) link.search = wanted;
}
