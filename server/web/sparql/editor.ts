/** The text box of a query, made an editor: colours, completion, and its faults marked in place. */

import Yasqe from "@zazuko/yasqe";
import "@zazuko/yasqe/build/yasqe.min.css";

import { complete } from "./completion.ts";
import type { Prefixes } from "./terms.ts";

export interface Editor {
  readonly text: () => string;
  /** Mark the place of a fault; no line takes the mark away. */
  readonly mark: (line: number, column: number) => void;
}

/**
 * An editor in the place of a text box, which stays in the form and follows it.
 *
 * Tab goes on to what comes next, as everywhere on a page; Ctrl-Enter runs the query.
 */
export function editor(box: HTMLTextAreaElement, prefixes: Prefixes, run: () => void): Editor {
  complete(prefixes);
  const around = document.createElement("div");
  box.before(around);
  box.hidden = true;
  box.required = false; // a hidden box could not say that it is empty
  const keys = { Tab: false, "Shift-Tab": false, "Ctrl-Enter": run, "Cmd-Enter": run, "Ctrl-S": false };
  const made = new Yasqe(around, {
    value: box.value,
    persistenceId: null,
    consumeShareLink: null,
    createShareableLink: null, // the address of the page is one
    showQueryButton: false,
    resizeable: false,
    editorHeight: "auto",
    viewportMargin: Infinity,
    screenReaderLabel: "Query, in SPARQL",
    extraKeys: keys,
  } as object);
  made.on("change", () => (box.value = made.getValue()));
  document.querySelector(`label[for=${box.id}]`)?.addEventListener("click", () => made.focus());
  return { text: () => made.getValue(), mark: marker(made) };
}

function marker(made: Yasqe): Editor["mark"] {
  let marked: number | undefined;
  return (line, column) => {
    if (marked !== undefined) made.removeLineClass(marked, "background", "faulty");
    marked = undefined;
    if (!line) return;
    marked = line - 1;
    made.addLineClass(marked, "background", "faulty");
    made.setCursor({ line: marked, ch: Math.max(0, column - 1) });
    made.focus();
  };
}
