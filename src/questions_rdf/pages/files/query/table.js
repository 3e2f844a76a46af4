// The results as a table: all of a page of rows, sorted by any column, filtered by a word.
// YASR's own writes style elements and English into the page, and alters texts with {{ }}.

import { say, number, folded, element } from "./settings.js";
import { shortened, address } from "./iris.js";
import { isNumber } from "./values.js";

const ROWS = 100;
const SENTENCE = 40;
const LONG = 320;
const SHORT = /^\S{1,24}$/;

export class Table {
  constructor(yasr) {
    this.yasr = yasr;
    this.label = say("table");
    this.priority = 10;
  }

  canHandleResults() {
    return Boolean(this.yasr.results?.getVariables()?.length);
  }

  draw() {
    this.columns = this.yasr.results.getVariables();
    this.rows = this.yasr.results.getBindings().map((binding, rank) => ({ rank, binding }));
    this.figures = new Set(this.columns.filter((column) => this.isFigure(column)));
    this.shown = this.rows;
    this.from = 0;
    this.order = null;
    this.frame = element("div", {
      class: "wide",
      role: "region",
      "aria-label": say("resultsTable"),
      tabindex: "0",
    });
    this.pager = element("div", { class: "pager" });
    if (!this.rows.length) return this.yasr.resultsEl.append(element("p", {}, say("empty")));
    this.yasr.resultsEl.append(this.controls(), this.frame);
    return this.fill();
  }

  // A column of numbers alone stands at the right.
  isFigure(column) {
    const values = this.rows.map(({ binding }) => binding[column]).filter(Boolean);
    return values.length > 0 && values.every(isNumber);
  }

  controls() {
    if (this.rows.length < 2) return element("div");
    const id = "table-filter";
    const filter = element("input", {
      id,
      type: "search",
      autocomplete: "off",
      spellcheck: "false",
    });
    filter.addEventListener("input", () => this.filter(filter.value));
    return element(
      "div",
      { class: "controls" },
      element("label", { for: id }, say("filter")),
      filter,
      this.pager,
    );
  }

  filter(text) {
    const wanted = folded(text);
    this.shown = this.rows.filter(({ binding }) =>
      Object.values(binding).some(({ value }) => folded(value).includes(wanted)),
    );
    this.from = 0;
    this.sort();
    this.fill();
  }

  // A second click turns the order round, a third one gives the server's back.
  sortBy(column) {
    const turn = this.order?.column === column ? { 1: -1, [-1]: 0 }[this.order.way] : 1;
    this.order = turn ? { column, way: turn } : null;
    this.from = 0;
    this.sort();
    this.fill();
    [...this.frame.querySelectorAll("th button")][this.columns.indexOf(column)].focus();
  }

  sort() {
    const { column, way } = this.order ?? {};
    this.shown = [...this.shown].sort(
      (a, b) =>
        (column ? way * compared(a.binding[column], b.binding[column]) : 0) || a.rank - b.rank,
    );
  }

  fill() {
    const page = this.shown.slice(this.from, this.from + ROWS);
    const head = element(
      "tr",
      {},
      element("th", { scope: "col", class: "rank" }, say("rowNumber")),
      ...this.columns.map((column) => this.heading(column)),
    );
    const body = page.map(({ rank, binding }) =>
      element(
        "tr",
        {},
        element("td", { class: "rank" }, number(rank + 1)),
        ...this.columns.map((column) => cell(binding[column], this.figures.has(column))),
      ),
    );
    this.frame.replaceChildren(
      element(
        "table",
        {},
        element("caption", { class: "seen-by-readers" }, say("resultsTable")),
        element("thead", {}, head),
        element("tbody", {}, ...body),
      ),
    );
    this.turn();
  }

  heading(column) {
    const way = this.order?.column === column ? this.order.way : 0;
    const state = { 1: "ascending", [-1]: "descending" }[way];
    const figure = this.figures.has(column);
    const button = element(
      "button",
      { type: "button", title: say("sort", { column }), onclick: () => this.sortBy(column) },
      column,
      element("span", { "aria-hidden": "true", class: "way" }, { 1: " ▲", [-1]: " ▼" }[way] ?? ""),
    );
    return element(
      "th",
      { scope: "col", "aria-sort": state, class: figure ? "figure" : undefined },
      button,
    );
  }

  turn() {
    const to = Math.min(this.from + ROWS, this.shown.length);
    const step = (word, by, off) =>
      element(
        "button",
        {
          type: "button",
          disabled: off,
          onclick: () => {
            this.from += by;
            this.fill();
          },
        },
        say(word),
      );
    const where = {
      from: number(Math.min(this.from + 1, to)),
      to: number(to),
      all: number(this.shown.length),
    };
    this.pager.replaceChildren(element("span", { role: "status" }, say("pageOf", where)));
    if (this.shown.length <= ROWS) return;
    this.pager.prepend(step("previous", -ROWS, this.from === 0));
    this.pager.append(step("next", ROWS, to === this.shown.length));
  }
}

// Numbers by size, the rest as the language sorts; what is missing comes last.
function compared(a, b) {
  if (!a || !b) return (a ? 0 : 1) - (b ? 0 : 1);
  if (isNumber(a) && isNumber(b)) return Number(a.value) - Number(b.value);
  return a.value.localeCompare(b.value, document.documentElement.lang);
}

function cell(term, figure) {
  if (!term) return element("td");
  if (term.type === "uri") return element("td", {}, link(term.value));
  if (figure) return element("td", { class: "figure" }, term.value);
  const lang = term["xml:lang"];
  return element("td", { lang }, term.type === "bnode" ? `_:${term.value}` : text(term.value));
}

function link(iri) {
  const href = address(iri);
  const name = shortened(iri);
  return href ? element("a", { href, title: iri, rel: "noopener noreferrer" }, name) : name;
}

function text(value) {
  if (SHORT.test(value)) return element("span", { class: "short" }, value);
  if (value.length <= SENTENCE) return element("span", { class: "text" }, value);
  if (value.length <= LONG) return element("span", { class: "text sentence" }, value);
  return element(
    "details",
    { class: "text sentence" },
    element(
      "summary",
      {},
      `${value.slice(0, LONG / 2).trimEnd()}… `,
      element("span", { class: "more" }, say("wholeText")),
    ),
    value,
  );
}
