// The example queries: found by a word, filled in, put into the editor. The server puts the values
// in their places.

import { settings, say, number, folded, element } from "./settings.js";
import { example as boundText } from "./asking.js";

const field = (id) => document.getElementById(id);
const INPUTS = { date: "date", integer: "number" };

// use(text, run): what to do with the text of a query.
export function showExamples(use) {
  const state = { shown: [], active: -1, chosen: null };
  const search = field("example-search");
  search.addEventListener("input", () => list(state, search.value));
  search.addEventListener("keydown", (event) => byKey(state, event));
  field("example").addEventListener("submit", (event) => {
    event.preventDefault();
    bound(state.chosen, true, use);
  });
  field("example-edit").addEventListener("click", () => {
    if (field("example").reportValidity()) bound(state.chosen, false, use);
  });
  list(state, "");
}

function list(state, text) {
  const words = folded(text).split(/\s+/).filter(Boolean);
  const has = (said) => words.every((word) => folded(said).includes(word));
  const found = settings.examples.filter(({ name, title, description, found_by: keywords }) =>
    has(`${name} ${title} ${description} ${keywords}`),
  );
  state.shown = [
    ...found.filter(({ title }) => has(title)),
    ...found.filter(({ title }) => !has(title)),
  ];
  state.active = -1;
  field("example-count").textContent =
    state.shown.length === 1 ? say("foundOne") : say("found", { n: number(state.shown.length) });
  field("example-list").replaceChildren(
    ...state.shown.map((example, rank) => {
      const option = element(
        "li",
        { role: "option", id: `option-${rank}`, "aria-selected": "false" },
        example.title,
      );
      option.addEventListener("click", () => choose(state, rank));
      return option;
    }),
  );
  mark(state);
}

// Which option the keyboard is on, and which one is open below.
function mark(state) {
  const options = [...field("example-list").children];
  options.forEach((option, rank) => {
    option.classList.toggle("active", rank === state.active);
    option.setAttribute("aria-selected", String(state.shown[rank] === state.chosen));
  });
  const active = options[state.active];
  if (active) {
    field("example-search").setAttribute("aria-activedescendant", active.id);
    active.scrollIntoView({ block: "nearest" });
  } else field("example-search").removeAttribute("aria-activedescendant");
}

function byKey(state, event) {
  const last = state.shown.length - 1;
  const to = {
    ArrowDown: Math.min(state.active + 1, last),
    ArrowUp: Math.max(state.active - 1, 0),
  }[event.key];
  if (to !== undefined && last >= 0) {
    event.preventDefault();
    state.active = to;
    mark(state);
  } else if (event.key === "Enter" && last >= 0) {
    event.preventDefault();
    choose(state, Math.max(state.active, 0));
    field("example-title").focus();
  }
}

function choose(state, rank) {
  state.active = rank;
  state.chosen = state.shown[rank];
  mark(state);
  const { title, description, needs, parameters } = state.chosen;
  field("example-title").textContent = title;
  field("example-description").textContent = description;
  field("example-needs").hidden = !needs.length;
  field("example-needs").textContent = needs
    .map((need) => say(need === "reference" ? "needsReference" : "needsSimilar"))
    .join(" ");
  field("example-fields").replaceChildren(...parameters.map(input));
  field("example-run").textContent = say(parameters.length ? "runWithValues" : "run");
  field("example-problem").hidden = true;
  field("example").hidden = false;
}

function input(parameter) {
  const { name, label, type, values, optional } = parameter;
  const id = `value-${name}`;
  const hint = optional ? ` (${say("openQuestion")})` : "";
  const control =
    type === "term"
      ? element(
          "select",
          { id, name },
          ...values.map((value) => element("option", { value }, value)),
        )
      : element("input", {
          id,
          name,
          type: INPUTS[type] ?? "text",
          step: type === "integer" ? "1" : undefined,
          maxlength: type === "word" ? "200" : undefined,
          pattern: {
            question: "QANR5L\\d{1,2}(QE|QG|QOSD)[1-9]\\d{0,8}",
            word: ".*[\\p{L}\\p{N}].*",
          }[type],
          required: !optional && type !== "text",
          spellcheck: "false",
        });
  control.value = parameter.default;
  return element("p", { class: "field" }, element("label", { for: id }, label + hint), control);
}

async function bound(example, run, use) {
  const problem = field("example-problem");
  problem.hidden = true;
  try {
    const values = [...new FormData(field("example"))].map(([name, value]) => [
      name,
      String(value),
    ]);
    use(await boundText(example.name, values), run);
  } catch (error) {
    problem.textContent = say("bindFailed", {
      why: error.message,
    });
    problem.hidden = false;
  }
}
