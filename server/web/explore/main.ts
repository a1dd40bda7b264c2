/** The Explorer: finds its place on the page, takes over from the plain tables, and begins. */

import "./explore.css";
import { Explorer } from "./explorer.ts";
import { Log, read } from "./log.ts";
import type { View } from "./types.ts";

const place = document.getElementById("explore");
const data = document.getElementById("explore-data");

if (place && data) {
  const sent = JSON.parse(data.textContent ?? "{}") as View & { own: number };
  const explorer = new Explorer(place, new Log(read(sent.log), sent.own), sent);
  void explorer.begin();
}
