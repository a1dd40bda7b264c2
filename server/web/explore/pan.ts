/** Moving about in the picture: by mouse, by touch, by wheel and from the keyboard. */

import type { Picture } from "./draw.ts";

const LEAST = 0.08;
const MOST = 4;
const still = matchMedia("(prefers-reduced-motion: reduce)");

export class Pan {
  private x = 0;
  private y = 0;
  private scale = 1;
  private fingers = new Map<number, { x: number; y: number }>();
  private held: { id: string; x: number; y: number; moved: boolean } | null = null;

  constructor(private picture: Picture, private dropped: (id: string, x: number, y: number) => void) {
    const { root } = picture;
    root.addEventListener("wheel", (event) => this.wheel(event), { passive: false });
    root.addEventListener("pointerdown", (event) => this.down(event));
    root.addEventListener("pointermove", (event) => this.move(event));
    for (const name of ["pointerup", "pointercancel"] as const) root.addEventListener(name, (event) => this.up(event));
    root.addEventListener("click", (event) => this.held?.moved && event.stopPropagation(), true);
  }

  /** Put all of the picture in sight. */
  fit(): void {
    const { x, y, width, height } = this.picture.bounds();
    const { clientWidth, clientHeight } = this.picture.root;
    const [w, h] = [clientWidth || 800, clientHeight || 560];
    const scale = Math.max(LEAST, Math.min(1.4, (w - (w > 600 ? 260 : 90)) / (width || 1), (h - 130) / (height || 1)));
    this.go(w / 2 - (x + width / 2) * scale, (h - 40) / 2 - (y + height / 2) * scale, scale, true);
  }

  /** Put all in sight again where something new stands outside. */
  widen(): void {
    const { x, y, width, height } = this.picture.bounds();
    const { clientWidth, clientHeight } = this.picture.root;
    const [left, top] = [x * this.scale + this.x, y * this.scale + this.y];
    const isInside = left > 0 && top > 0 && left + width * this.scale < clientWidth && top + height * this.scale < clientHeight;
    if (!isInside) this.fit();
  }

  by(factor: number, at?: { x: number; y: number }): void {
    const { clientWidth, clientHeight } = this.picture.root;
    const { x, y } = at ?? { x: clientWidth / 2, y: clientHeight / 2 };
    const scale = Math.max(LEAST, Math.min(MOST, this.scale * factor));
    const share = scale / this.scale;
    this.go(x - (x - this.x) * share, y - (y - this.y) * share, scale);
  }

  shift(dx: number, dy: number): void {
    this.go(this.x + dx, this.y + dy, this.scale);
  }

  /** Bring a place into sight if it is not. */
  show(spot: { x: number; y: number }): void {
    const { clientWidth, clientHeight } = this.picture.root;
    const [x, y] = [spot.x * this.scale + this.x, spot.y * this.scale + this.y];
    const over = (value: number, size: number) => (value < 60 ? 60 - value : value > size - 60 ? size - 60 - value : 0);
    const [dx, dy] = [over(x, clientWidth), over(y, clientHeight)];
    if (!dx && !dy) return;
    this.picture.root.classList.toggle("gliding", !still.matches);
    this.shift(dx, dy);
    setTimeout(() => this.picture.root.classList.remove("gliding"), 250);
  }

  private go(x: number, y: number, scale: number, rests = false): void {
    [this.x, this.y, this.scale] = [x, y, scale];
    this.picture.zoom(x, y, scale, rests);
  }

  private at(event: MouseEvent): { x: number; y: number } {
    const box = this.picture.root.parentElement!.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  }

  private wheel(event: WheelEvent): void {
    // A page must scroll on past the picture: only a pinch, or a wheel with a key, zooms.
    if (!event.ctrlKey && !event.metaKey && !document.fullscreenElement && document.activeElement !== this.picture.root && !this.picture.root.contains(document.activeElement)) return;
    event.preventDefault();
    this.by(Math.exp(-event.deltaY / 400), this.at(event));
  }

  private down(event: PointerEvent): void {
    if (event.button) return;
    this.fingers.set(event.pointerId, this.at(event));
    const mark = (event.target as Element).closest<SVGGElement>(".thing");
    const { x, y } = this.at(event);
    this.held = { id: mark?.dataset.id ?? "", x, y, moved: false };
  }

  private move(event: PointerEvent): void {
    const before = this.fingers.get(event.pointerId);
    if (!before || !this.held) return;
    const now = this.at(event);
    if (!this.held.moved && Math.hypot(now.x - this.held.x, now.y - this.held.y) < 5) return;
    if (!this.held.moved) this.picture.root.setPointerCapture(event.pointerId);
    this.held.moved = true;
    const [dx, dy] = [now.x - before.x, now.y - before.y];
    if (this.fingers.size === 2) this.pinch(event.pointerId, before, now);
    else if (this.held.id) {
      const spot = this.picture.spots.get(this.held.id)!;
      this.picture.move(this.held.id, { x: spot.x + dx / this.scale, y: spot.y + dy / this.scale });
    } else this.shift(dx, dy);
    this.fingers.set(event.pointerId, now);
  }

  private pinch(id: number, before: { x: number; y: number }, now: { x: number; y: number }): void {
    const other = [...this.fingers].find(([key]) => key !== id)![1];
    const far = (spot: { x: number; y: number }) => Math.hypot(spot.x - other.x, spot.y - other.y) || 1;
    this.by(far(now) / far(before), other);
  }

  private up(event: PointerEvent): void {
    this.fingers.delete(event.pointerId);
    const held = this.held;
    if (held?.moved && held.id) {
      const { x, y } = this.picture.spots.get(held.id)!;
      this.picture.label();
      this.dropped(held.id, Math.round(x), Math.round(y));
    }
    // The click that follows must know that it was a drag.
    setTimeout(() => (this.held = null));
  }
}
