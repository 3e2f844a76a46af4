// The query page: the editor, the examples, the results, and what ties them together.

import { settings, say, number, element } from "./settings.js";
import { answer, file } from "./asking.js";
import { makeEditor } from "./editor.js";
import { showExamples } from "./examples.js";
import { makeResults, show, clear } from "./results.js";

const part = (id) => document.getElementById(id);
// Which of them it is, the query decides.
const ACCEPT = "application/sparql-results+json, application/n-triples";
const MILLISECONDS = 1000;
const LONGEST_FRAGMENT = 100_000;

part("desk").hidden = false;
const editor = makeEditor(part("editor"), run, (fault) => {
  part("syntax").textContent = fault;
});
const results = makeResults(part("results"));
let running = null;

part("run").addEventListener("click", run);
part("stop").addEventListener("click", () => running?.abort());
part("share").addEventListener("click", share);
part("download").addEventListener("submit", (event) => {
  event.preventDefault();
  download();
});
part("language").addEventListener("click", () => {
  part("language").hash = fragment();
});
window.addEventListener("hashchange", restore);
showExamples((text, now) => {
  editor.setValue(text);
  if (!now) return editor.focus();
  part("outcome").scrollIntoView({ block: "nearest" });
  return run();
});
restore();
open();

async function run() {
  running?.abort();
  const mine = new AbortController();
  running = mine;
  begin();
  const [query, started] = [editor.getValue(), performance.now()];
  keepAddress();
  try {
    const found = await answer(query, ACCEPT, mine.signal);
    if (running !== mine) return;
    const rows = show(results, found);
    outcome(rows, (performance.now() - started) / MILLISECONDS);
    offerDownload(query, /sparql-results/.test(found.type) ? "rows" : "graphs");
  } catch (error) {
    if (running === mine) refused(error, mine.signal.aborted);
  }
  if (running === mine) finish();
}

function begin() {
  clear(results);
  part("download").hidden = true;
  part("stop").hidden = false;
  part("results").setAttribute("aria-busy", "true");
  part("outcome").classList.remove("problem");
  part("outcome").textContent = say("running");
}

function finish() {
  running = null;
  if (document.activeElement === part("stop")) part("run").focus();
  part("stop").hidden = true;
  part("results").removeAttribute("aria-busy");
}

function outcome(rows, seconds) {
  const count = rows === 1 ? say("rowsOne") : say("rows", { n: number(rows ?? 0) });
  const time = say("seconds", { n: number(seconds, 2) });
  part("outcome").textContent = rows === null ? time : `${count} ${time}`;
}

function refused(error, stopped) {
  if (stopped) {
    part("outcome").textContent = say("stopped");
    return;
  }
  part("outcome").classList.add("problem");
  part("outcome").textContent = say("failed");
  const again = error.retryAfter ? [element("p", {}, say("retry", { n: error.retryAfter }))] : [];
  results.resultsEl.replaceChildren(element("pre", { class: "refusal" }, error.message), ...again);
}

// ---- The address of a query ----

function fragment() {
  return `query=${encodeURIComponent(editor.getValue())}`;
}

function restore() {
  const shared = new URLSearchParams(location.hash.slice(1).replace(/\+/g, "%2B")).get("query");
  if (shared !== null && shared !== editor.getValue()) editor.setValue(shared);
}

// A link that any client of the endpoint understands: ?query=…
function open() {
  const address = new URL(location.href);
  const asked = address.searchParams.get("query");
  if (asked === null) return;
  address.searchParams.delete("query");
  history.replaceState(null, "", address);
  if (address.hash) return;
  editor.setValue(asked);
  run();
}

// The address follows the query that was run; a query of many pages stays out of it.
function keepAddress() {
  const wanted = fragment();
  if (wanted.length <= LONGEST_FRAGMENT) history.replaceState(null, "", `#${wanted}`);
}

async function share() {
  keepAddress();
  part("address").hidden = false;
  part("address-field").value = location.href;
  try {
    await navigator.clipboard.writeText(location.href);
    part("shared").textContent = say("copied");
  } catch {
    part("address-field").select();
    part("shared").textContent = say("copyByHand");
  }
}

// ---- Results as a file ----

let offered = { query: "", kind: "rows" };

function offerDownload(query, kind) {
  offered = { query, kind };
  part("download-format").replaceChildren(
    ...settings.formats[kind].map(([label, media]) => element("option", { value: media }, label)),
  );
  part("download-state").textContent = "";
  part("download").hidden = false;
}

async function download() {
  const media = part("download-format").value;
  const [, , extension] = settings.formats[offered.kind].find(([, type]) => type === media);
  part("download-state").textContent = say("downloading");
  try {
    const address = URL.createObjectURL(await file(offered.query, media));
    element("a", { href: address, download: `questions.${extension}` }).click();
    setTimeout(() => URL.revokeObjectURL(address), 60 * MILLISECONDS);
    part("download-state").textContent = "";
  } catch (error) {
    part("download-state").textContent = say("downloadFailed", { why: error.message });
  }
}
