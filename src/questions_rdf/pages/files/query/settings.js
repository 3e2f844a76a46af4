// What the server says to the page: the block of JSON in its head.

export const settings = JSON.parse(document.getElementById("settings").textContent);

// A sentence in the language of the page; {name} takes a value.
export function say(word, values = {}) {
  return settings.words[word].replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

// A number as the language prints it.
export function number(value, digits = 0) {
  return value.toLocaleString(settings.language, { maximumFractionDigits: digits });
}

// Text without accents and capitals, to compare it.
export function folded(text) {
  return text
    .normalize("NFKD")
    .replace(/\p{Mark}/gu, "")
    .toLowerCase()
    .replace(/œ/g, "oe")
    .replace(/æ/g, "ae");
}

// An element with attributes and children; text is never read as mark-up.
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else if (value !== undefined && value !== false)
      made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...children);
  return made;
}
