/** Search boxes that suggest as one types. Without this they are forms like any other. */

import { Combobox } from "./combobox.ts";
import { suggestions } from "./suggestions.ts";
import "./find.css";

for (const box of [
  { action: "/search", kind: "", place: (id: string) => `/doc/${id.slice("id:".length)}` },
  { action: "/replaced", kind: "Organisation", place: (id: string) => `/replaced?q=${encodeURIComponent(id)}` },
]) {
  const inputs = document.querySelectorAll<HTMLInputElement>(`form[action="${box.action}"] input[name=q]`);
  for (const input of inputs) {
    new Combobox(input, (text, signal) => suggestions(text, box.kind, signal), box.place);
  }
}
