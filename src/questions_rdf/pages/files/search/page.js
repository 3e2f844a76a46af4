// The search page: the form and the address say what is looked for; results appear below.

import { settings, say, number } from "../query/settings.js";
import { card } from "./card.js";
import { search } from "./search.js";
import { opened, shown } from "./store.js";

const AT_ONCE = 20;
const WIDE = "(min-width: 40rem)"; // elsewhere the choices would push the results off the screen
const part = (id) => document.getElementById(id);
const form = part("search");
const index = opened();
const bare = document.title;
let current = 0; // number of the latest search: an earlier one that ends later is not shown
let rest = () => {};

index.then(start, refused);

function start() {
  part("without").hidden = true;
  form.hidden = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    go();
  });
  form.addEventListener("change", (event) => {
    if (event.target.tagName === "SELECT") go();
  });
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

// The form as the address says; a value of a facet may not be in the list yet.
function restore() {
  const wanted = new URLSearchParams(location.search);
  for (const field of form.elements) {
    if (!field.name) continue;
    const value = wanted.get(field.name) ?? "";
    if (settings.facets.includes(field.name) && value) field.append(new Option(value, value));
    field.value = value;
  }
  const wide = window.matchMedia(WIDE).matches;
  part("choices").open ||= wide || settings.facets.some((name) => wanted.has(name));
  answer(asked());
}

async function answer(wanted) {
  const mine = ++current;
  keepLanguageSwitch(wanted);
  part("outcome").textContent = say("searching");
  part("results").setAttribute("aria-busy", "true");
  try {
    const all = await index;
    const found = await search(all, outline(wanted));
    if (mine === current) await show(all, found, wanted, mine);
  } catch (error) {
    if (mine === current) refused(error);
  }
  if (mine === current) part("results").removeAttribute("aria-busy");
}

function outline(wanted) {
  const chosen = settings.facets.filter((name) => wanted.has(name)).map((name) => [name, wanted.get(name)]);
  return { text: wanted.get("q") ?? "", order: wanted.get("ordre"), chosen: Object.fromEntries(chosen) };
}

async function show(all, found, wanted, mine) {
  const text = wanted.get("q");
  document.title = text ? say("title", { text }) : bare;
  const total = found?.found.length ?? 0;
  const first = total ? await cards(all, found, 0) : [];
  const counts = await found?.counts();
  if (mine !== current) return;
  part("results").replaceChildren(...first);
  offer(all, counts);
  part("outcome").textContent = found ? outcome(total, found) : "";
  rest = () => further(all, found, mine);
  part("more").hidden = total <= AT_ONCE;
}

function outcome(total, found) {
  if (total) return total === 1 ? say("foundOne") : say("found", { n: number(total) });
  return found.without ? say("noneChosen", { n: number(found.without) }) : say("none");
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
function offer(all, counts) {
  for (const name of settings.facets) {
    const field = part(name);
    const chosen = field.value;
    const { values } = all.facets[name];
    const options = values.map(([key, french, english, ever], place) => {
      const label = settings.language === "en" ? english : french;
      return { key, label, count: counts ? counts[name][place + 1] : ever };
    });
    const offered = options.filter(({ key, count }) => count || key === chosen);
    offered.sort((one, other) => one.label.localeCompare(other.label, "fr", { numeric: true }));
    const made = offered.map(({ key, label, count }) => new Option(`${label} (${number(count)})`, key));
    if (chosen && !offered.some(({ key }) => key === chosen)) made.push(new Option(chosen, chosen));
    field.replaceChildren(field.options[0], ...made);
    field.value = chosen;
  }
}

// The other language shows the same search.
function keepLanguageSwitch(wanted) {
  const link = document.querySelector("a.switch");
  if (link) link.search = wanted;
}
