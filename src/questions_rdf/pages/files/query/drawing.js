// Bars and lines as SVG, as wide as there is room.

import { number } from "./settings.js";

const ROW = 28;
const BAR = 18;
const LETTER = 7.2;
const HEIGHT = 320;
let charts = 0;

export function bars(points, width, said) {
  const room = Math.min(240, width * 0.4);
  const [least, most] = ends(points);
  const figures = 12 + LETTER * Math.max(...points.map(({ value }) => number(value, 2).length));
  const across = (value) =>
    room + ((value - least) / (most - least || 1)) * (width - room - figures);
  const rows = points.flatMap(({ label, value }, rank) => {
    const y = rank * ROW + 4;
    const [from, to] = [across(Math.min(value, 0)), across(Math.max(value, 0))];
    return [
      node(
        "text",
        { x: room - 8, y: y + BAR - 5, "text-anchor": "end" },
        cut(label, room - 8),
        node("title", {}, label),
      ),
      node(
        "rect",
        { x: from, y, width: Math.max(to - from, 1), height: BAR, rx: 2, class: "fill-accent" },
        node("title", {}, `${label} : ${number(value, 2)}`),
      ),
      node("text", { x: to + 6, y: y + BAR - 5, class: "value" }, number(value, 2)),
    ];
  });
  const zero = node("line", {
    x1: across(0),
    x2: across(0),
    y1: 0,
    y2: points.length * ROW,
    class: "axis",
  });
  return framed(width, points.length * ROW + 4, said, ...rows, zero);
}

export function line(given, width, said) {
  const points = [...given].sort((a, b) => a.time - b.time);
  const [least, most] = ends(points);
  const steps = ticks(least, most);
  const left = 14 + LETTER * Math.max(...steps.map((step) => number(step, 2).length));
  const [first, last] = [points[0].time, points.at(-1).time];
  const across = (time) => left + ((time - first) / (last - first)) * (width - left - 24);
  const down = (value) => 12 + (1 - (value - steps[0]) / (steps.at(-1) - steps[0])) * HEIGHT;
  const grid = steps.flatMap((step) => [
    node("line", {
      x1: left,
      x2: width - 24,
      y1: down(step),
      y2: down(step),
      class: step ? "rule" : "axis",
    }),
    node(
      "text",
      { x: left - 8, y: down(step) + 4, "text-anchor": "end", class: "faint" },
      number(step, 2),
    ),
  ]);
  const every = Math.ceil((points.length * LETTER * (points[0].label.length + 2)) / (width - left));
  const days = points
    .filter((_, rank) => rank % every === 0)
    .map(({ time, label }) =>
      node(
        "text",
        { x: across(time), y: HEIGHT + 36, "text-anchor": "middle", class: "faint" },
        label,
      ),
    );
  const path = points.map(
    ({ time, value }, rank) =>
      `${rank ? "L" : "M"}${across(time).toFixed(1)},${down(value).toFixed(1)}`,
  );
  const dots = points.map(({ time, value, label }) =>
    node(
      "circle",
      { cx: across(time), cy: down(value), r: points.length > 60 ? 2 : 4, class: "fill-accent" },
      node("title", {}, `${label} : ${number(value, 2)}`),
    ),
  );
  return framed(
    width,
    HEIGHT + 48,
    said,
    ...grid,
    ...days,
    node("path", { d: path.join(""), class: "line" }),
    ...dots,
  );
}

function framed(width, height, { title, description }, ...parts) {
  charts += 1;
  const ids = [`chart-title-${charts}`, `chart-description-${charts}`];
  return node(
    "svg",
    {
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: "img",
      "aria-labelledby": ids[0],
      "aria-describedby": ids[1],
    },
    node("title", { id: ids[0] }, title),
    node("desc", { id: ids[1] }, description),
    ...parts,
  );
}

function node(name, attributes, ...children) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

// The scale always holds nought.
function ends(points) {
  const all = points.map(({ value }) => value);
  return [all.reduce((a, b) => Math.min(a, b), 0), all.reduce((a, b) => Math.max(a, b), 0)];
}

// Round steps, from the first below the least to the first above the most.
function ticks(least, most) {
  const span = most - least || 1;
  const power = 10 ** Math.floor(Math.log10(span / 5));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((wide) => span / wide <= 6);
  const from = Math.floor(least / step);
  const count = Math.max(Math.ceil(most / step) - from, 1);
  return Array.from({ length: count + 1 }, (_, rank) => (from + rank) * step);
}

function cut(text, room) {
  const letters = Math.floor(room / LETTER);
  return text.length <= letters ? text : `${text.slice(0, letters - 1).trimEnd()}…`;
}
