/** What the server tells of a view; see `server/explore/told.py`. */

export interface Thing {
  id: string;
  label: string;
  kind: string;
  type: string;
  start: string;
  end: string;
  known: string;
  lasting: boolean;
  x: number;
  y: number;
  links: number;
  step: number;
}

export interface Edge {
  source: string;
  target: string;
  term: string;
  words: string;
  back: string;
  owner: string;
  start: string;
  end: string;
  known: string;
  lasting: boolean;
  by: string[];
}

export interface Source {
  id: string;
  title: string;
  issued: string;
  publisher: string;
}

export interface Step {
  do: string;
  added: number;
  of: number;
  remark: string;
}

export interface View {
  title: string;
  release: string;
  built: string;
  log: string;
  things: Thing[];
  edges: Edge[];
  documents: Source[];
  steps: Step[];
}

/** A kind of link that a thing has, and how many things it leads to, in all and on the days. */
export interface LinkKind {
  term: string;
  way: string;
  label: string;
  kinds: string[];
  count: number;
  now: number;
}

/** All links between two things, drawn as one line. `key` is the two ends in order. */
export interface Line {
  key: string;
  here: string;
  there: string;
  edges: Edge[];
}
