// IRIs as people see them, and where they lead.

import { settings } from "./settings.js";

// The prefixed name where there is one; an IRI of the data without its base.
export function shortened(iri, prefixes = settings.prefixes) {
  let best = "";
  for (const [prefix, namespace] of Object.entries(prefixes)) {
    const local = iri.slice(namespace.length);
    const fits = iri.startsWith(namespace) && /^[\p{L}\p{N}_][\p{L}\p{N}_-]*$/u.test(local);
    if (fits && namespace.length > best.length) best = `${prefix}:${local}`;
  }
  if (best) return best;
  return iri.startsWith(settings.base) ? iri.slice(settings.base.length) || iri : iri;
}

// The page of the server for an IRI of the data; else the address itself, if a browser may follow
// it.
export function address(iri) {
  const rest = iri.slice(settings.base.length);
  // Behind a second slash a browser would read the name of a host.
  if (iri.startsWith(settings.base) && !rest.startsWith("/")) return settings.root + rest;
  return /^https?:\/\//i.test(iri) ? iri : null;
}
