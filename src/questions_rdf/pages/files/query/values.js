// Kinds of values in results.

const XSD = "http://www.w3.org/2001/XMLSchema#";
const NUMBERS = new Set([
  "integer",
  "decimal",
  "double",
  "float",
  "int",
  "long",
  "short",
  "byte",
  "nonNegativeInteger",
  "positiveInteger",
  "unsignedInt",
  "unsignedLong",
  "unsignedShort",
]);
const DAYS = new Set(["date", "dateTime", "gYear", "gYearMonth"]);

function datatype(term) {
  return term?.datatype?.startsWith(XSD) ? term.datatype.slice(XSD.length) : "";
}

export function isNumber(term) {
  return NUMBERS.has(datatype(term)) && Number.isFinite(Number(term.value));
}

// A moment on an axis in milliseconds, or null; a whole number may be a year.
export function moment(term) {
  if (!term) return null;
  const year = /^(1[89]|20)\d\d$/.test(term.value);
  if (!DAYS.has(datatype(term)) && !(isNumber(term) && year)) return null;
  const time = Date.parse(
    year ? `${term.value}-01-01` : term.value.replace(/([+-]\d\d:\d\d|Z)$/, ""),
  );
  return Number.isNaN(time) ? null : time;
}
