/** Words inside a PNG, where programs look for them (iTXt, PNG 11.3.3). */

const TABLE = Uint32Array.from({ length: 256 }, (_, number) => {
  let value = number;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value >>> 0;
});

export function crc(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) value = TABLE[(value ^ byte) & 255]! ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}

function chunk(name: string, text: string): Uint8Array {
  const body = new TextEncoder().encode(`iTXt${name}\0\0\0\0\0${text}`);
  const made = new Uint8Array(body.length + 8);
  const view = new DataView(made.buffer);
  view.setUint32(0, body.length - 4);
  made.set(body, 4);
  view.setUint32(body.length + 4, crc(body));
  return made;
}

/** A PNG with these names and texts after its header. */
export function withText(png: Uint8Array, notes: readonly [string, string][]): Uint8Array<ArrayBuffer> {
  const head = 33; // signature and IHDR
  const parts = [png.slice(0, head), ...notes.map(([name, text]) => chunk(name, text)), png.slice(head)];
  const made = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const each of parts) {
    made.set(each, at);
    at += each.length;
  }
  return made;
}
