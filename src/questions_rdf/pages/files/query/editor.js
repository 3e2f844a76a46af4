// The editor: YASQE in the page's language, without storage, without a request of its own.

import { settings, say } from "./settings.js";
import { registerCompleters } from "./completion.js";

export function makeEditor(parent, run, tell) {
  const { Yasqe } = window.Yasgui;
  registerCompleters(Yasqe);
  const send = () => {
    run();
  };
  const yasqe = new Yasqe(parent, {
    value: settings.first,
    persistenceId: null,
    consumeShareLink: null,
    createShareableLink: null,
    showQueryButton: false,
    resizeable: false,
    editorHeight: "auto",
    prefixCcApi: null,
    screenReaderLabel: say("editor"),
    requestConfig: { endpoint: settings.endpoint },
    // Tab leaves the editor, or a keyboard would be caught in it.
    extraKeys: {
      Tab: false,
      "Shift-Tab": false,
      "Ctrl-Enter": send,
      "Cmd-Enter": send,
      "Ctrl-S": () => {},
    },
  });
  yasqe.getInputField().setAttribute("aria-label", say("editor"));
  const notify = yasqe.showNotification;
  yasqe.showNotification = (key) => notify(key, say("completionHint"));
  yasqe.checkSyntax = () => checkSyntax(yasqe, tell);
  yasqe.checkSyntax();
  return yasqe;
}

// As YASQE's own, which says it in English and with inline styles: marks the first line at fault.
function checkSyntax(yasqe, tell) {
  yasqe.clearGutter("gutterErrorBar");
  const fault = firstFault(yasqe);
  yasqe.queryValid = fault === null;
  if (yasqe.queryValid) return tell("");
  const mark = document.createElement("span");
  mark.className = "fault";
  mark.title = fault.prefix ? say("unknownPrefix", fault) : say("syntax", fault);
  yasqe.setGutterMarker(fault.line - 1, "gutterErrorBar", mark);
  return tell(mark.title);
}

// The line, counted from 1, and the prefix, if it is one that nobody declared.
function firstFault(yasqe) {
  const text = yasqe.getDoc();
  for (let line = 0; line < text.lineCount(); line += 1) {
    const { state } = yasqe.getTokenAt({ line, ch: text.getLine(line).length }, true);
    yasqe.setOption("queryType", state.queryType);
    const [, prefix] = /^Prefix '(.*)' is not defined$/.exec(state.errorMsg ?? "") ?? [];
    if (state.OK === false) return { line: line + 1, prefix };
  }
  return null;
}
