// What the editor completes: variables, prefixes of the house, classes and properties of the data.
// YASQE's own completers of terms would ask a server in the network; these have none to ask.

import { settings, folded } from "./settings.js";

const MOST = 60;

export function registerCompleters(Yasqe) {
  const prefixes = Object.entries(settings.prefixes).map(([prefix, iri]) => `${prefix}: <${iri}>`);
  Yasqe.forkAutocompleter("prefixes", {
    name: "prefixes",
    persistenceId: null,
    get: prefixes.sort(),
  });
  for (const kind of ["class", "property"]) {
    Yasqe.forkAutocompleter(kind, {
      name: kind,
      persistenceId: null,
      get: (yasqe, token) => matching(kind, token?.autocompletionString ?? ""),
      postProcessSuggestion: (yasqe, _token, iri) => written(yasqe, iri),
      postprocessHints: (yasqe, hints) => hints.map((hint) => labelled(yasqe, hint)),
    });
  }
  Yasqe.defaults.autocompleters = ["variables", "prefixes", "class", "property"];
}

// The terms that begin with what is written, or have it in their name or label.
function matching(kind, text) {
  const all = settings.terms.filter((term) => term.kind === kind);
  const wanted = folded(text.replace(/^.*[#/:]/, ""));
  const namespace = /[#/]/.test(text) ? text.slice(0, text.length - wanted.length) : "";
  return all
    .filter((term) => term.iri.startsWith(namespace))
    .filter((term) => folded(`${local(term.iri)} ${term.label}`).includes(wanted))
    .sort((a, b) => later(a, wanted) - later(b, wanted))
    .slice(0, MOST)
    .map((term) => term.iri);
}

function local(iri) {
  return iri.replace(/^.*[#/]/, "");
}

function later(term, wanted) {
  return folded(local(term.iri)).startsWith(wanted) ? 0 : 1;
}

// The prefixed name, with the query's own prefixes if it has them.
function written(yasqe, iri) {
  for (const [prefix, namespace] of Object.entries({
    ...settings.prefixes,
    ...yasqe.getPrefixesFromQuery(),
  })) {
    if (iri.startsWith(namespace)) return `${prefix}:${iri.slice(namespace.length)}`;
  }
  return `<${iri}>`;
}

function labelled(yasqe, hint) {
  const term = settings.terms.find((one) => written(yasqe, one.iri) === hint.text);
  return { ...hint, displayText: term?.label ? `${hint.text} – ${term.label}` : hint.text };
}
