/** Terms of RDF on a page: as text always, as a link where that is safe. */

import type { Row, Term } from "./answer.ts";

const ID = "https://w3id.org/coterminous/id/";
const XSD = "http://www.w3.org/2001/XMLSchema#";

export type Prefixes = Readonly<Record<string, string>>;

/** Where a term leads: our page of a thing, an address of the web, or nowhere. */
export function place(term: Term): string {
  if (term.type !== "uri") return "";
  if (term.value.startsWith(ID)) return `/doc/${term.value.slice(ID.length)}`;
  return /^https?:\/\//i.test(term.value) ? term.value : "";
}

/** A term as short as it can be said: `cot:odsCode`, or its text. */
export function short(term: Term, prefixes: Prefixes): string {
  if (term.type === "bnode") return `_:${term.value}`;
  if (term.type === "literal") return term.value;
  const found = Object.entries(prefixes)
    .filter(([, space]) => term.value.startsWith(space))
    .sort(([, one], [, other]) => other.length - one.length)[0];
  return found ? `${found[0]}:${term.value.slice(found[1].length)}` : term.value;
}

/** A term as an element: a link where it leads anywhere, with its language or datatype beside it. */
export function element(term: Term, prefixes: Prefixes): HTMLElement {
  const href = place(term);
  const made = document.createElement(href ? "a" : "span");
  made.textContent = short(term, prefixes);
  if (href) {
    made.setAttribute("href", href);
    if (!href.startsWith("/")) made.setAttribute("rel", "noopener noreferrer");
  }
  if (term.type === "uri") made.title = term.value;
  const language = term["xml:lang"];
  if (language) made.lang = language;
  const kind = language ?? (term.datatype && !isPlain(term) ? short(named(term.datatype), prefixes) : "");
  if (!kind) return made;
  const both = document.createElement("span");
  const beside = document.createElement("small");
  beside.textContent = ` ${kind}`;
  both.append(made, beside);
  return both;
}

/** Whether a term is a number. */
export function isNumber(term: Term): boolean {
  return /^(integer|decimal|double|float|int|long|nonNegativeInteger|positiveInteger)$/.test(type(term));
}

/** Whether a term is a day, a month or a year. */
export function isDay(term: Term): boolean {
  return /^(date|dateTime|gYear|gYearMonth)$/.test(type(term)) && /^\d{4}/.test(term.value);
}

/** How a thing of a row is called: by a column named after its own, else by its short name. */
export function label(row: Row, column: string, prefixes: Prefixes): string {
  const told = row[`${column}Name`] ?? row[`${column}Label`] ?? row[`${column}Title`];
  const term = told ?? row[column];
  return term ? short(term, prefixes).replace(/^id:/, "") : "";
}

function type(term: Term): string {
  return term.datatype?.startsWith(XSD) ? term.datatype.slice(XSD.length) : "";
}

function isPlain(term: Term): boolean {
  return isNumber(term) || isDay(term) || /^(string|boolean|anyURI)$/.test(type(term));
}

function named(value: string): Term {
  return { type: "uri", value };
}
