/** Review by single keys, without loading pages anew; what is there works without this. */

import { keys } from "./keys.ts";
import { marking, selecting } from "./marking.ts";
import { Desk } from "./desk.ts";

const root = document.querySelector<HTMLElement>("#review");
if (root) {
  const desk = new Desk(root, marking);
  keys(desk);
  selecting(desk);
  desk.start();
}
