// A chart of the results: bars, or a line where the labels are years or days. The values stand in
// the table, and one may choose which columns are drawn.

import { say, number, element } from "./settings.js";
import { shortened } from "./iris.js";
import { isNumber, moment } from "./values.js";
import { bars, line } from "./drawing.js";

const MOST_BARS = 40;
const MOST_POINTS = 2000;
// Columns of numbers that count nothing.
const NAMES = /^(legislature|numero|page|rang|annee|year|.*Numero|.*Legislature)$/;

export class Chart {
  constructor(yasr) {
    this.yasr = yasr;
    this.label = say("chart");
    this.priority = 5;
  }

  canHandleResults() {
    const rows = this.yasr.results?.getBindings() ?? [];
    return rows.length > 1 && chosen(rows, this.yasr.results.getVariables()) !== null;
  }

  draw() {
    this.destroy();
    this.rows = this.yasr.results.getBindings();
    this.columns = this.yasr.results.getVariables();
    this.choice = chosen(this.rows, this.columns);
    this.figure = element("figure", { class: "chart" });
    this.yasr.resultsEl.append(this.selects(), this.figure);
    this.observer = new ResizeObserver(() => this.redraw());
    this.observer.observe(this.figure);
  }

  destroy() {
    this.observer?.disconnect();
  }

  selects() {
    const values = this.columns.filter((column) => allNumbers(this.rows, column));
    return element(
      "div",
      { class: "controls" },
      this.select("labels", this.columns),
      this.select("values", values),
    );
  }

  select(what, columns) {
    const id = `chart-${what}`;
    const options = columns.map((column) =>
      element("option", { value: column, selected: column === this.choice[what] }, column),
    );
    const select = element("select", { id }, ...options);
    select.addEventListener("change", () => {
      this.choice = { ...this.choice, [what]: select.value };
      this.drawnWidth = 0;
      this.redraw();
    });
    return element("span", { class: "pair" }, element("label", { for: id }, say(what)), select);
  }

  redraw() {
    const width = Math.floor(this.figure.clientWidth);
    if (!width || width === this.drawnWidth) return;
    this.drawnWidth = width;
    const { labels, values } = this.choice;
    const points = this.rows
      .filter((row) => row[labels] && row[values])
      .map((row) => ({
        row,
        label: shown(row[labels]),
        time: moment(row[labels]),
        value: Number(row[values].value),
      }));
    tellApart(
      points,
      this.columns.filter((column) => column !== labels && column !== values),
    );
    const inTime = isSeries(points);
    const drawn = points.slice(0, inTime ? MOST_POINTS : MOST_BARS);
    const svg = (inTime ? line : bars)(drawn, width, said(labels, values, drawn));
    const cut =
      drawn.length < points.length
        ? [
            element(
              "figcaption",
              {},
              say("chartCut", { shown: number(drawn.length), all: number(points.length) }),
            ),
          ]
        : [];
    this.figure.replaceChildren(svg, ...cut);
  }
}

function said(labels, values, points) {
  const all = points.map(({ value }) => value);
  return {
    title: say("chartTitle", { labels, values }),
    description: say("chartDescription", {
      labels,
      values,
      least: number(
        all.reduce((a, b) => Math.min(a, b), Infinity),
        2,
      ),
      most: number(
        all.reduce((a, b) => Math.max(a, b), -Infinity),
        2,
      ),
    }),
  };
}

function allNumbers(rows, column) {
  return (
    rows.some((row) => row[column]) && rows.every((row) => !row[column] || isNumber(row[column]))
  );
}

// The columns to begin with: the last one that counts something, by the first day or year, or by
// what tells most rows apart.
function chosen(rows, columns) {
  const counting = columns.filter((column) => !NAMES.test(column) && allNumbers(rows, column));
  const times = rows.map((row) => ({ time: moment(row[columns[0]]) }));
  const first = isSeries(times) ? columns[0] : null;
  const values = counting.filter((column) => column !== first).at(-1);
  const others = columns.filter((column) => column !== values && !counting.includes(column));
  const labels = first ?? mostDistinct(rows, others) ?? columns.find((column) => column !== values);
  return values && labels ? { labels, values } : null;
}

function mostDistinct(rows, columns) {
  const count = (column) => new Set(rows.map((row) => row[column]?.value)).size;
  const texts = columns.filter((column) =>
    rows.some((row) => row[column] && !isNumber(row[column])),
  );
  return (texts.length ? texts : columns).sort((a, b) => count(b) - count(a))[0];
}

// Whether the labels are moments, each of them once.
function isSeries(points) {
  const times = points.map(({ time }) => time);
  return times.length > 1 && !times.includes(null) && new Set(times).size === times.length;
}

// Two rows of one label get the value of the column that tells them apart: "Santé (17)".
function tellApart(points, columns) {
  const count = (names) => new Set(names).size;
  const labels = points.map(({ label }) => label);
  if (count(labels) === points.length || isSeries(points)) return;
  const both = (column) =>
    points.map(({ row, label }) => (row[column] ? `${label} (${shown(row[column])})` : label));
  const column = columns.find((one) => count(both(one)) === points.length);
  if (column)
    both(column).forEach((label, rank) => {
      points[rank].label = label;
    });
}

function shown(term) {
  return term.type === "uri" ? shortened(term.value) : term.value;
}
