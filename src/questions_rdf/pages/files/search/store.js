// The files of the index, read when they are needed; what they hold is said in site/search/files.py.

const FOLDER = new URL("recherche/", document.baseURI);
const ZLIB = 0x78;
const MOST_FILES = 6; // of words that begin with what was typed
const read = new Map();

export async function opened() {
  const answer = await fetch(new URL("index.json", FOLDER), { cache: "no-cache" });
  if (!answer.ok) throw new Error(`index.json: ${answer.status}`);
  const index = await answer.json();
  return { ...index, empty: new Set(index.empty) };
}

// A file of the index, as bytes; it is asked for once.
function file(index, name) {
  if (!read.has(name)) {
    const found = unpacked(new URL(`${name}.bin?v=${index.version}`, FOLDER));
    found.catch(() => read.delete(name));
    read.set(name, found);
  }
  return read.get(name);
}

async function unpacked(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address.pathname}: ${answer.status}`);
  const content = new Uint8Array(await answer.arrayBuffer());
  if (content[0] !== ZLIB) throw new Error(`${address.pathname}: not of this index`);
  const stream = new Blob([content]).stream().pipeThrough(new DecompressionStream("deflate"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

// What a file is read as; that is done once.
function once(index, name, reading) {
  const key = `${name}, read`;
  if (!read.has(key)) {
    const found = file(index, name).then(reading);
    found.catch(() => read.delete(key));
    read.set(key, found);
  }
  return read.get(key);
}

// The number of what each record has of a facet, or 0; of `jour`, its day.
export function column(index, name) {
  return once(index, `facettes/${name}`, (content) => {
    const view = new DataView(content.buffer);
    const isWide = content.length > 2 * index.total;
    const numbers = isWide ? Uint32Array : Uint16Array;
    const at = isWide ? (record) => view.getUint32(4 * record, true) : (record) => view.getUint16(2 * record, true);
    return numbers.from({ length: index.total }, (_, record) => at(record));
  });
}

// Those who ask, in the order of their numbers.
export function authors(index) {
  return once(index, "auteurs", (content) =>
    JSON.parse(new TextDecoder().decode(content)).map(([id, name, questions, first, last]) => ({
      id, name, questions, first, last,
    })),
  );
}

// Words of titles and names as they are printed, the most frequent first.
export function spellings(index) {
  return once(index, "graphies", (content) => new TextDecoder().decode(content).split("\n"));
}

// What is shown of a record.
export async function shown(index, number) {
  const content = await file(index, `fiches/${Math.floor(number / index.shown)}`);
  return JSON.parse(new TextDecoder().decode(content))[number % index.shown];
}

// Who says a word: the lists of the word itself, or else of all words that begin with it.
export async function lists(index, word) {
  if (!index.words.length) return [];
  const from = Math.max(0, index.words.findLastIndex((first) => first <= word));
  const shelf = [...entries(await file(index, `mots/${from}`))];
  const exact = shelf.filter((entry) => entry.word === word);
  if (exact.length || word.length < 3) return exact;
  for (let place = from + 1; index.words[place]?.startsWith(word); place += 1) {
    if (place > from + MOST_FILES) break;
    shelf.push(...entries(await file(index, `mots/${place}`)));
  }
  return shelf.filter((entry) => entry.word.startsWith(word));
}

function* entries(content) {
  const place = { at: 0 };
  while (place.at < content.length) {
    const word = text(content, place);
    const count = number(content, place);
    const length = number(content, place);
    yield { word, count, content: content.subarray(place.at, place.at + length) };
    place.at += length;
  }
}

function text(content, place) {
  const length = number(content, place);
  place.at += length;
  return new TextDecoder().decode(content.subarray(place.at - length, place.at));
}

function number(content, place) {
  for (let value = 0, bits = 0; ; bits += 7) {
    const byte = content[place.at++];
    value |= (byte & 0x7f) << bits;
    if (byte < 0x80) return value;
  }
}

// The records of a list, each with its level.
export function* records(list) {
  const place = { at: 0 };
  for (let last = -1; place.at < list.content.length; ) {
    const value = number(list.content, place);
    last += value >> 3;
    yield [last, value & 7];
  }
}
