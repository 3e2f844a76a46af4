// The pane of results: YASR with views of our own, in the page's language.

import { say, element } from "./settings.js";
import { Refused } from "./asking.js";
import { Table } from "./table.js";
import { Chart } from "./chart.js";
import { YesOrNo, Raw } from "./plain.js";

export function makeResults(parent) {
  const { Yasr } = window.Yasgui;
  Yasr.plugins = {};
  Yasr.defaults.plugins = {};
  for (const [name, view] of Object.entries({
    table: Table,
    chart: Chart,
    yesOrNo: YesOrNo,
    raw: Raw,
  })) {
    Yasr.registerPlugin(name, view);
  }
  Yasr.defaults.pluginOrder = ["table", "chart", "raw"];

  // YASR's header has English words and a link to its makers' site; here it has the views alone.
  class Results extends Yasr {
    drawHeader() {
      this.pluginControls = document.createElement("div");
      this.headerEl.setAttribute("role", "group");
      this.headerEl.setAttribute("aria-label", say("views"));
      this.headerEl.hidden = true;
      this.headerEl.append(
        ...this.config.pluginOrder
          .filter((name) => !this.plugins[name].hideFromSelection)
          .map((name) => this.selector(name)),
      );
    }

    selector(name) {
      const button = element(
        "button",
        { type: "button", onclick: () => this.selectPlugin(name) },
        this.plugins[name].label,
      );
      button.dataset.view = name;
      return button;
    }

    updatePluginSelectors(usable) {
      if (!usable) return;
      const buttons = [...this.headerEl.children];
      for (const button of buttons) {
        button.hidden = !usable.includes(button.dataset.view);
        button.setAttribute("aria-pressed", String(button.dataset.view === this.drawnPlugin));
      }
      this.headerEl.hidden = buttons.filter((button) => !button.hidden).length < 2;
    }

    // A view that does not fit these results gives way to one that does, without a word.
    fillFallbackBox() {}
    updateResponseInfo() {}
    updateHelpButton() {}
    updateExportHeaders() {}
  }
  return new Results(parent, { persistenceId: null });
}

// Shows an answer; how many rows it has, or null where it has none.
export function show(results, { type, text }) {
  try {
    results.results = /sparql-results\+json/.test(type) ? rows(text) : graph(text);
  } catch {
    throw new Refused(0, say("notUnderstood", { type }));
  }
  results.draw();
  return results.results.getBindings()?.length ?? null;
}

// What the views ask for. YASR's own parser puts values in the place of {{ }} in texts.
function rows(text) {
  const json = text.includes('"triple"') ? JSON.parse(text, withoutTriples) : JSON.parse(text);
  return {
    raw: text,
    getVariables: () => json.head.vars ?? [],
    getBindings: () => json.results?.bindings ?? null,
    getBoolean: () => json.boolean,
  };
}

const TRIPLE = /^(<[^>]*>|_:\S+) (<[^>]*>) (.*) \.$/;
const LITERAL = /^"((?:[^"\\]|\\.)*)"(?:@([\w-]+)|\^\^<([^>]*)>)?$/;

// The triples of a graph that came as N-Triples.
function graph(text) {
  const names = ["subject", "predicate", "object"].map((name) => say(name));
  const bindings = text
    .split("\n")
    .filter(Boolean)
    .map((line) => {
      const terms = TRIPLE.exec(line).slice(1).map(term);
      return Object.fromEntries(names.map((name, rank) => [name, terms[rank]]));
    });
  return {
    raw: text,
    getVariables: () => names,
    getBindings: () => bindings,
    getBoolean: () => undefined,
  };
}

// A triple as a term (RDF 1.2) is shown as text.
function withoutTriples(_, value) {
  if (value?.type !== "triple") return value;
  const { subject, predicate, object } = value.value;
  const parts = [subject, predicate, object].map((part) => part.value);
  return { type: "literal", value: `<<( ${parts.join(" ")} )>>` };
}

function term(written) {
  if (written.startsWith("<<")) return { type: "literal", value: written };
  if (written.startsWith("<")) return { type: "uri", value: unescaped(written.slice(1, -1)) };
  if (written.startsWith("_:")) return { type: "bnode", value: written.slice(2) };
  const [, value, lang, datatype] = LITERAL.exec(written);
  return { type: "literal", value: unescaped(value), "xml:lang": lang, datatype };
}

const ESCAPES = { t: "\t", n: "\n", r: "\r", b: "\b", f: "\f", '"': '"', "'": "'", "\\": "\\" };

function unescaped(value) {
  return value.replace(/\\(?:u([0-9A-F]{4})|U([0-9A-F]{8})|(.))/gi, (_, four, eight, sign) =>
    sign ? (ESCAPES[sign] ?? sign) : String.fromCodePoint(parseInt(four ?? eight, 16)),
  );
}

export function clear(results) {
  results.results = undefined;
  results.headerEl.hidden = true;
  results.resultsEl.replaceChildren();
}
