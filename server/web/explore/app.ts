/** What the parts of the Explorer share: the view, what is shown of it, and ways to change both. */

import type { Ask } from "./ask.ts";
import type { Command, Log } from "./log.ts";
import type { Drawn, Shown } from "./state.ts";
import type { Thing, View } from "./types.ts";

export interface App {
  readonly ask: Ask;
  readonly log: Log;
  readonly release: string;
  readonly built: string;
  view: View;
  state: Shown;
  drawn: Drawn;
  /** Things by their keys. */
  things: Map<string, Thing>;
  /** Do commands, and show and tell what came of them. */
  run(...commands: Command[]): Promise<void>;
  /** Look at a thing, or at the link between two. */
  choose(at: string[]): void;
  /** Put the focus on a thing in the picture. */
  reach(id: string): void;
  expand(id: string): void;
  drop(id: string): void;
  undo(): Promise<void>;
  redo(): Promise<void>;
  open(commands: Command[]): Promise<void>;
  /** Tell it in the line of news, which screen readers read out. */
  say(text: string): void;
  /** What the view shows and of which days. */
  title(): string;
  /** The address that opens this view again, in this release. */
  address(): string;
}

export const command = (verb: string, ...args: string[]): Command => ({ verb, args });
