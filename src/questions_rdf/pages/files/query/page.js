// The query page: the editor, the examples, the results, and what ties them together.

import { settings, say, number, element } from "./settings.js";
import { answer, file } from "./asking.js";
import { makeEditor } from "./editor.js";
import { showExamples } from "./examples.js";
import { makeResults, show, clear } from "./results.js";

const part = (id) => document.getElementById(id);
const ACCEPT = { rows: "application/sparql-results+json", graphs: "application/n-triples" };
const MILLISECONDS = 1000;

part("desk").hidden = false;
const editor = makeEditor(part("editor"), run, (fault) => { part("syntax").textContent = fault; });
const results = makeResults(part("results"));
let running = null;

part("run").addEventListener("click", run);
part("stop").addEventListener("click", () => running?.abort());
part("share").addEventListener("click", share);
part("download").addEventListener("submit", (event) => {
  event.preventDefault();
  download();
});
part("language").addEventListener("click", () => { part("language").hash = fragment(); });
window.addEventListener("hashchange", restore);
showExamples((text, now) => {
  editor.setValue(text);
  if (!now) return editor.focus();
  part("outcome").scrollIntoView({ block: "nearest" });
  return run();
});
restore();

function kind() {
  return /^(CONSTRUCT|DESCRIBE)$/.test(editor.getQueryType()) ? "graphs" : "rows";
}

async function run() {
  running?.abort();
  const mine = new AbortController();
  running = mine;
  begin();
  const [query, wanted, started] = [editor.getValue(), kind(), performance.now()];
  history.replaceState(null, "", `#${fragment()}`);
  try {
    const found = await answer(query, ACCEPT[wanted], mine.signal);
    const rows = show(results, found);
    outcome(rows, (performance.now() - started) / MILLISECONDS);
    offerDownload(query, wanted);
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
  const text = error instanceof TypeError ? say("noServer") : error.message;
  const again = error.retryAfter ? [element("p", {}, say("retry", { n: error.retryAfter }))] : [];
  results.resultsEl.replaceChildren(element("pre", { class: "refusal" }, text), ...again);
}

// ---- The address of a query ----

function fragment() {
  return `query=${encodeURIComponent(editor.getValue())}`;
}

function restore() {
  const shared = new URLSearchParams(location.hash.slice(1).replace(/\+/g, "%2B")).get("query");
  if (shared !== null && shared !== editor.getValue()) editor.setValue(shared);
}

async function share() {
  history.replaceState(null, "", `#${fragment()}`);
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

let offered = { query: "", wanted: "rows" };

function offerDownload(query, wanted) {
  offered = { query, wanted };
  part("download-format").replaceChildren(...settings.formats[wanted].map(([label, media]) =>
    element("option", { value: media }, label)));
  part("download-state").textContent = "";
  part("download").hidden = false;
}

async function download() {
  const media = part("download-format").value;
  const [, , extension] = settings.formats[offered.wanted].find(([, type]) => type === media);
  part("download-state").textContent = say("downloading");
  try {
    const address = URL.createObjectURL(await file(offered.query, media));
    element("a", { href: address, download: `questions.${extension}` }).click();
    setTimeout(() => URL.revokeObjectURL(address), 60 * MILLISECONDS);
    part("download-state").textContent = "";
  } catch (error) {
    const why = error instanceof TypeError ? say("noServer") : error.message;
    part("download-state").textContent = say("downloadFailed", { why });
  }
}
