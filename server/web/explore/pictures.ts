/** The picture to take away, as SVG and PNG: title, day of the data and sources are inside it. */

import type { App } from "./app.ts";
import { download } from "./dom.ts";
import type { Picture } from "./draw.ts";
import { withText } from "./png.ts";
import { counted } from "./state.ts";

const STYLED = ["fill", "stroke", "stroke-width", "stroke-dasharray", "opacity", "fill-opacity", "stroke-opacity", "font-family", "font-size", "font-weight", "text-anchor", "display", "paint-order", "stroke-linejoin"];
const MARGIN = 130;
const LEAST = 640;
const EDGE = 20;
const TITLE = { size: 20, line: 27 };
const FOOT = { size: 12, line: 17 };

/** What goes into every picture, a line each. */
function notes(app: App): [string, string][] {
  const { view, release, built } = app;
  const sources = view.documents.map(({ title, publisher, issued }) => [title, publisher, issued].filter(Boolean).join(", "));
  return [
    ["Title", app.title()],
    ["Source", `coterminous, release ${release}, data of ${built}. ${location.origin}${app.address()}`],
    ["Copyright", "Contains public sector information licensed under the Open Government Licence v3.0"],
    ["Description", sources.join("; ")],
  ];
}

/** A copy of the picture that needs no stylesheet. */
export function standalone(app: App, picture: Picture): SVGSVGElement {
  const { x, y, width, height } = picture.bounds();
  const copy = picture.root.cloneNode(true) as SVGSVGElement;
  const from = picture.root.querySelectorAll<SVGElement>("*");
  copy.querySelectorAll<SVGElement>("*").forEach((each, place) => {
    const style = getComputedStyle(from[place]!);
    if (/^(path|circle|text|tspan|g)$/.test(each.tagName)) for (const name of STYLED) {
      const value = style.getPropertyValue(name);
      if (value && !(each.tagName === "g" && name !== "opacity" && name !== "display")) each.setAttribute(name, value);
    }
    for (const name of ["style", "class", "tabindex", "role"]) each.removeAttribute(name);
  });
  copy.querySelectorAll("[data-id] > circle, [data-key] > path:first-child").forEach((each) => each.remove());
  copy.querySelector("g")!.removeAttribute("transform");
  const wide = Math.max(width + 2 * MARGIN, LEAST);
  const title = fitted(app.title(), TITLE.size, wide - 2 * EDGE);
  const foot = fitted(`coterminous · data of ${app.built} · release ${app.release} · ${counted(app.view.documents.length, "source")}, listed in this file`, FOOT.size, wide - 2 * EDGE);
  const [head, under] = [title.length * TITLE.line + EDGE, foot.length * FOOT.line + EDGE];
  const box = [x + width / 2 - wide / 2, y - MARGIN / 2 - head, wide, height + MARGIN + head + under] as const;
  for (const [name, value] of Object.entries({ xmlns: "http://www.w3.org/2000/svg", viewBox: box.join(" "), width: box[2], height: box[3] })) copy.setAttribute(name, String(value));
  for (const name of ["class", "tabindex", "style"]) copy.removeAttribute(name);
  const ink = getComputedStyle(document.body).color;
  const paper = getComputedStyle(document.documentElement).backgroundColor;
  const said = notes(app);
  copy.querySelector("title")!.textContent = app.title();
  copy.insertBefore(made("desc", {}, said.map(([name, text]) => `${name}: ${text}`).join("\n")), copy.children[1]!);
  copy.insertBefore(made("rect", { x: box[0], y: box[1], width: box[2], height: box[3], fill: paper }), copy.querySelector("g"));
  const text = (lines: string[], top: number, { size, line }: typeof TITLE) => lines.map((content, number) =>
    made("text", { x: box[0] + EDGE, y: top + line * (number + 1), fill: ink, "font-size": size, "font-family": "sans-serif" }, content));
  copy.append(...text(title, box[1] + EDGE / 2, TITLE), ...text(foot, box[1] + box[3] - under, FOOT));
  return copy;
}

/** A text in lines that are no wider than so much, whatever font a viewer has for it. */
function fitted(text: string, size: number, most: number): string[] {
  const pen = document.createElement("canvas").getContext("2d")!;
  pen.font = `${size}px sans-serif`;
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const longer = lines.length ? `${lines.at(-1)} ${word}` : word;
    if (lines.length && pen.measureText(longer).width * 1.15 <= most) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

function made(tag: string, attributes: Record<string, string | number>, text = ""): SVGElement {
  const found = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) found.setAttribute(name, String(value));
  found.textContent = text;
  return found;
}

export function saveSvg(app: App, picture: Picture): void {
  const text = new XMLSerializer().serializeToString(standalone(app, picture));
  download("coterminous-view.svg", new Blob([text], { type: "image/svg+xml" }));
}

export async function savePng(app: App, picture: Picture): Promise<void> {
  const drawn = standalone(app, picture);
  const [x, y, width, height] = drawn.getAttribute("viewBox")!.split(" ").map(Number) as [number, number, number, number];
  const scale = Math.min(2, 8000 / Math.max(width, height));
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [Math.round(width * scale), Math.round(height * scale)];
  const pen = canvas.getContext("2d")!;
  pen.scale(scale, scale);
  pen.translate(-x, -y);
  // The policy of the pages lets no picture be loaded from what was made here, so it is drawn anew.
  paint(pen, drawn);
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/png"));
  if (!blob) return app.say("This browser could not make the picture. SVG will do.");
  const bytes = withText(new Uint8Array(await blob.arrayBuffer()), notes(app));
  download("coterminous-view.png", new Blob([bytes], { type: "image/png" }));
}

function paint(pen: CanvasRenderingContext2D, element: Element): void {
  for (const each of element.children) {
    const value = (name: string) => each.getAttribute(name) ?? "";
    if (["defs", "title", "desc"].includes(each.tagName) || value("display") === "none") continue;
    pen.save();
    pen.globalAlpha *= value("opacity") ? Number(value("opacity")) : 1;
    moved(pen, value("transform"));
    if (each.tagName === "path") stroke(pen, each, new Path2D(value("d")));
    else if (each.tagName === "rect") {
      pen.fillStyle = value("fill");
      pen.fillRect(Number(value("x")), Number(value("y")), Number(value("width")), Number(value("height")));
    } else if (each.tagName === "text") write(pen, each);
    else paint(pen, each);
    pen.restore();
  }
}

function moved(pen: CanvasRenderingContext2D, transform: string): void {
  const shift = /translate\(([-\d.e]+)[ ,]+([-\d.e]+)\)/.exec(transform);
  const scale = /scale\(([-\d.e]+)\)/.exec(transform);
  if (shift) pen.translate(Number(shift[1]), Number(shift[2]));
  if (scale) pen.scale(Number(scale[1]), Number(scale[1]));
}

function stroke(pen: CanvasRenderingContext2D, each: Element, path: Path2D): void {
  const value = (name: string) => each.getAttribute(name) ?? "none";
  const { globalAlpha } = pen;
  if (value("fill") !== "none") {
    pen.globalAlpha = globalAlpha * Number(each.getAttribute("fill-opacity") ?? 1);
    pen.fillStyle = value("fill");
    pen.fill(path);
  }
  if (value("stroke") === "none") return;
  pen.globalAlpha = globalAlpha * Number(each.getAttribute("stroke-opacity") ?? 1);
  pen.strokeStyle = value("stroke");
  pen.lineWidth = parseFloat(value("stroke-width")) || 1;
  pen.setLineDash((value("stroke-dasharray").match(/[\d.]+/g) ?? []).map(Number));
  pen.stroke(path);
  if (each.getAttribute("marker-end")) arrow(pen, each.getAttribute("d")!);
}

function arrow(pen: CanvasRenderingContext2D, d: string): void {
  const [fx, fy, x, y] = d.match(/-?[\d.]+/g)!.map(Number) as [number, number, number, number];
  pen.translate(x, y);
  pen.rotate(Math.atan2(y - fy, x - fx));
  pen.fillStyle = pen.strokeStyle;
  pen.fill(new Path2D("M-7,-4L0,0L-7,4Z"));
}

function write(pen: CanvasRenderingContext2D, each: Element): void {
  const size = parseFloat(each.getAttribute("font-size") ?? "12");
  pen.font = `${each.getAttribute("font-weight") ?? ""} ${size}px sans-serif`;
  pen.textAlign = ({ middle: "center", end: "right" } as const)[each.getAttribute("text-anchor") as "middle"] ?? "left";
  const lines = each.children.length ? [...each.children] : [each];
  for (const line of lines) {
    const at = (name: string) => Number(line.getAttribute(name) ?? 0);
    const outline = each.getAttribute("stroke");
    if (outline && outline !== "none") {
      [pen.strokeStyle, pen.lineWidth, pen.lineJoin] = [outline, parseFloat(each.getAttribute("stroke-width") ?? "3"), "round"];
      pen.strokeText(line.textContent ?? "", at("x"), at("y"));
    }
    pen.fillStyle = each.getAttribute("fill") ?? "black";
    pen.fillText(line.textContent ?? "", at("x"), at("y"));
  }
}
