// The answers that are neither table nor chart: yes or no, the answer as it came, a refusal.

import { say, element } from "./settings.js";

const LONGEST = 100_000;

export class YesOrNo {
  constructor(yasr) {
    this.yasr = yasr;
    this.hideFromSelection = true;
    this.priority = 20;
  }

  canHandleResults() {
    return this.yasr.results?.getBoolean() !== undefined;
  }

  draw() {
    const yes = this.yasr.results.getBoolean();
    this.yasr.resultsEl.append(element("p", { class: "verdict" }, say(yes ? "yes" : "no")));
  }
}

export class Raw {
  constructor(yasr) {
    this.yasr = yasr;
    this.label = say("raw");
    this.priority = 2;
  }

  canHandleResults() {
    return Boolean(this.yasr.results?.raw);
  }

  draw() {
    const text = this.yasr.results.raw;
    const shown = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
    if (shown !== text) this.yasr.resultsEl.append(element("p", { class: "note" }, say("rawCut")));
    this.yasr.resultsEl.append(
      element(
        "pre",
        { class: "raw", tabindex: "0", "aria-label": say("raw"), role: "region" },
        shown,
      ),
    );
  }
}
