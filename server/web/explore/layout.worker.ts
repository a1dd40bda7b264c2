/** ForceAtlas2, from the places that the server gave; the same view settles in the same way. */

import { UndirectedGraph } from "graphology";
import forceAtlas2 from "graphology-layout-forceatlas2";

interface Asked {
  things: [string, number, number][];
  edges: [string, string][];
}

self.onmessage = ({ data }: MessageEvent<Asked>) => {
  const graph = new UndirectedGraph();
  for (const [id, x, y] of data.things) graph.addNode(id, { x, y });
  for (const [source, target] of data.edges) if (source !== target) graph.mergeEdge(source, target);
  const found = forceAtlas2(graph, {
    iterations: data.things.length > 1200 ? 35 : 120,
    settings: { ...forceAtlas2.inferSettings(graph), barnesHutOptimize: true, scalingRatio: 60, gravity: 0.4, slowDown: 4 },
  });
  const spots = Object.entries(found);
  // So that things keep the distance that they have in smaller pictures.
  const size = Math.max(...spots.map(([, { x, y }]) => Math.max(Math.abs(x), Math.abs(y))), 1);
  const scale = (48 * Math.sqrt(spots.length)) / size;
  self.postMessage(spots.map(([id, { x, y }]) => [id, Math.round(x * scale * 10) / 10, Math.round(y * scale * 10) / 10]));
};
