// Requests to the server; nothing else on the page speaks to anyone.

import { settings, say, number } from "./settings.js";

export const LARGEST = 30_000_000;
const LONGEST_ADDRESS = 2000;

// What the server said when it refused.
export class Refused extends Error {
  constructor(status, text, retryAfter) {
    super(text);
    this.status = status;
    this.retryAfter = retryAfter;
  }
}

// A response that was read to its end: { type, text }.
export async function answer(query, accept, signal, largest = LARGEST) {
  const response = await sent(query, accept, signal);
  const text = await read(response, largest);
  if (!response.ok) throw refusal(response, text);
  return { type: (response.headers.get("Content-Type") ?? "").split(";")[0].trim(), text };
}

// A response as a file, of any size.
export async function file(query, accept) {
  const response = await sent(query, accept);
  if (!response.ok) throw refusal(response, await response.text());
  return response.blob();
}

// The text of an example with values in it.
export async function example(name, values) {
  const given = new URLSearchParams(values).toString();
  const address = `${settings.endpoint}/queries/${encodeURIComponent(name)}`;
  const response = await reached(given ? `${address}?${given}` : address, {
    headers: headers("text/plain, */*;q=0.1"),
  });
  const text = await response.text();
  if (!response.ok) throw refusal(response, text);
  return text;
}

// A server that cannot be reached is told in words.
async function reached(address, options) {
  try {
    return await fetch(address, options);
  } catch (error) {
    throw error instanceof TypeError ? new Refused(0, say("noServer")) : error;
  }
}

function headers(accept) {
  return { Accept: accept, "Accept-Language": settings.language };
}

// A short query is a GET, which caches understand.
function sent(query, accept, signal) {
  const body = new URLSearchParams({ query });
  const short = `${settings.endpoint}?${body}`;
  if (short.length <= LONGEST_ADDRESS) return reached(short, { headers: headers(accept), signal });
  return reached(settings.endpoint, { method: "POST", body, headers: headers(accept), signal });
}

// A response that breaks off is none: fetch rejects, and so does this.
async function read(response, largest) {
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  const pieces = [];
  let size = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      size += value.length;
      if (size > largest) {
        await reader.cancel();
        throw new Refused(0, say("tooLarge", { n: number(largest / 1e6) }));
      }
      pieces.push(decoder.decode(value, { stream: true }));
    }
  } catch (error) {
    if (error instanceof TypeError) throw new Refused(0, say("cutShort"));
    throw error;
  }
  return pieces.join("") + decoder.decode();
}

function refusal(response, text) {
  return new Refused(
    response.status,
    sentence(response, text),
    response.headers.get("Retry-After"),
  );
}

// The sentence of a refusal, be it plain text or JSON.
function sentence(response, text) {
  if (/json/.test(response.headers.get("Content-Type") ?? "")) {
    try {
      const said = JSON.parse(text);
      const found = said[settings.language] ?? said.detail ?? said.message ?? said.title;
      if (found) return String(found);
    } catch {
      /* then it is text */
    }
  }
  return text.trim().slice(0, 2000) || `${response.status} ${response.statusText}`;
}
