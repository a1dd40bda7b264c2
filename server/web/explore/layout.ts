/** Places for more things at once than the server places well: found beside the page's own work. */

import type { View } from "./types.ts";

/** More new things in one step than this come with rough places (see `server/explore/places.py`). */
const CALM = 400;

export const isRough = (view: View) => view.steps.some(({ added }) => added > CALM);

/** The places of all things; those of the same view are always the same. */
export function settled(view: View): Promise<Map<string, [number, number]>> {
  const worker = new Worker(new URL("./layout.worker.ts", import.meta.url), { type: "module" });
  return new Promise((done, failed) => {
    worker.onmessage = ({ data }: MessageEvent<[string, number, number][]>) => {
      worker.terminate();
      done(new Map(data.map(([id, x, y]) => [id, [x, y]])));
    };
    worker.onerror = (error) => failed(new Error(error.message));
    worker.postMessage({
      things: view.things.map(({ id, x, y }) => [id, x, y]),
      edges: view.edges.map(({ source, target }) => [source, target]),
    });
  });
}
