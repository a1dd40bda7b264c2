/** Each class of things has a shape of its own and a colour; the legend tells both in words. */

export interface Look {
  path: string;
  /** A class of the stylesheet. */
  tone: "body" | "person" | "document" | "saying" | "event" | "other";
  words: string;
}

const polygon = (corners: number, radius: number, turn = -90) =>
  Array.from({ length: corners }, (_, corner) => {
    const angle = ((turn + (360 * corner) / corners) * Math.PI) / 180;
    return `${(radius * Math.cos(angle)).toFixed(1)},${(radius * Math.sin(angle)).toFixed(1)}`;
  });
const closed = (points: string[]) => `M${points.join("L")}Z`;

const CIRCLE = "M-9,0a9,9 0 1,0 18,0a9,9 0 1,0 -18,0Z";
const SQUARE = "M-7,-7h14v14h-14Z";
const SHEET = "M-7,-9h9l5,5v13h-14Z";
const DIAMOND = closed(polygon(4, 9.5));
const TRIANGLE = closed(polygon(3, 10.5));
const HEXAGON = closed(polygon(6, 9));
const DOWN = closed(polygon(3, 10.5, 90));
const PENTAGON = closed(polygon(5, 9.5));

const LOOKS: Record<string, Look> = {
  Organisation: { path: CIRCLE, tone: "body", words: "body (circle)" },
  Person: { path: SQUARE, tone: "person", words: "person (square)" },
  Document: { path: SHEET, tone: "document", words: "document (sheet)" },
  Claim: { path: DIAMOND, tone: "saying", words: "claim (diamond)" },
  OfficeClaim: { path: DIAMOND, tone: "saying", words: "claim of an office (diamond)" },
  Restatement: { path: DIAMOND, tone: "saying", words: "restatement (diamond)" },
  Prediction: { path: DIAMOND, tone: "saying", words: "prediction (diamond)" },
  ChangeEvent: { path: TRIANGLE, tone: "event", words: "change (triangle)" },
  ChangeProposal: { path: DOWN, tone: "event", words: "proposed change (triangle on its point)" },
  Event: { path: HEXAGON, tone: "event", words: "event (hexagon)" },
  VoteEvent: { path: HEXAGON, tone: "event", words: "vote (hexagon)" },
  StatusChange: { path: HEXAGON, tone: "event", words: "change of status (hexagon)" },
  Policy: { path: SHEET, tone: "document", words: "policy (sheet)" },
};

export function look(kind: string): Look {
  const words = kind.replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();
  return LOOKS[kind] ?? { path: PENTAGON, tone: "other", words: `${words} (pentagon)` };
}

/** Relations have dashes of their own, so that no line is told by its colour. */
export function dashes(term: string): string {
  if (term === "ChangeEvent" || term === "Transfer") return "";
  if (term === "Interlock") return "7 3 1.5 3";
  if (term === "Tenure") return "9 3";
  if (term === "Affiliation" || term === "Overlap") return "4 3";
  return "1.5 3";
}
export const LINES: [string, string][] = [
  ["ChangeEvent", "became, passed on (whole line)"],
  ["Tenure", "held office (long dashes)"],
  ["Affiliation", "belonged to, overlapped (short dashes)"],
  ["Interlock", "shared an officer (dash and dot)"],
  ["about", "says, concerns, and others (dots)"],
];
