// The parts of the Explorer that need no browser: run by node, over what tsc made of them.

import assert from "node:assert/strict";
import { test } from "node:test";

const made = process.env.EXPLORER;
const { Log, address, compact, growing, read, written } = await import(`${made}/log.js`);
const { counted, dayed, drawn, isOf, mayBeOf, period, shown, standing } = await import(`${made}/state.js`);
const { placedLabels, wrapped } = await import(`${made}/labels.js`);
const { crc, withText } = await import(`${made}/png.js`);

const thing = (id, start = "", end = "", more = {}) => ({
  id, label: id, kind: "Organisation", type: "", start, end, known: "", lasting: true, x: 0, y: 0, links: 1, step: 0, ...more,
});
const edge = (source, target, more = {}) => ({
  source, target, term: "Tenure", words: "led", back: "led by", owner: "o", start: "", end: "", known: "", lasting: false, by: ["d"], ...more,
});

test("what is written of a log is read again, whatever is in it", () => {
  const commands = [{ verb: "say", args: ["a, b; c ~ d~1"] }, { verb: "on", args: [] }, { verb: "add", args: ["x/1", "y/2"] }];
  assert.deepEqual(read(written(commands)), commands);
});

test("undo and redo move a mark, and a new command ends what could be done again", () => {
  const log = new Log(read("add,a"));
  log.push({ verb: "add", args: ["b"] });
  log.push({ verb: "on", args: ["2020-01-01"] });
  assert.equal(log.undo().verb, "on");
  assert.equal(log.undo().args[0], "b");
  assert.equal(log.undo(), undefined);
  assert.equal(log.redo().args[0], "b");
  log.push({ verb: "add", args: ["c"] });
  assert.equal(log.canRedo, false);
  assert.equal(written(log.commands), "add,a;add,b;add,c");
});

test("what was done without being asked for can be undone", () => {
  const log = new Log(read("on,2020-01-01;add,a;near,a,12;at,a"), 2);
  assert.equal(log.undo().verb, "near");
  assert.equal(written(log.commands), "on,2020-01-01;add,a");
  assert.equal(log.canUndo, false);
  assert.equal(log.redo().verb, "near");
});

test("numbers have words that are right for one and for none", () => {
  assert.deepEqual([0, 1, 2, 4345].map((count) => counted(count, "link")), ["no links", "1 link", "2 links", "4,345 links"]);
});

test("an address leaves out what was said again, but not the day on which something was added", () => {
  assert.equal(written(compact(read("add,a;on,1;on,2;at,a;at,b"))), "add,a;on,2;at,b");
  assert.equal(written(compact(read("on,1;more,a,T,in;on,2"))), "on,1;more,a,T,in;on,2");
  assert.equal(written(compact(read("at,a;say,one;at,b;say,two"))), "at,a;say,one;at,b;say,two");
  assert.equal(address(read("add,organisation/26A/ccg;on,2020-01-01")), "/explore?do=add,organisation/26A/ccg;on,2020-01-01");
  assert.equal(address(read("say,a&b#c"), "r1"), "/explore?do=say,a%26b%23c&release=r1");
});

test("only what adds something is asked of the server again", () => {
  assert.equal(growing(read("add,a;on,1;at,a;without,Person;drop,a")), "add,a");
  assert.equal(growing(read("add,a;drop,a;more,b,T,in")), "add,a;drop,a;more,b,T,in");
});

test("a day is inclusive at both ends, and what has no days holds on all", () => {
  const one = thing("a", "2013-04-01", "2020-03-31");
  assert.deepEqual(["2013-03-31", "2013-04-01", "2020-03-31", "2020-04-01", ""].map((on) => isOf(one, on, "")), [false, true, true, false, true]);
  assert.equal(isOf(thing("b"), "1900-01-01", ""), true);
  assert.equal(isOf(edge("a", "b", { known: "2019-01-01" }), "", "2018-12-31"), false);
  assert.equal(isOf(edge("a", "b"), "", "2030-01-01"), false);
  assert.equal(isOf(edge("a", "b", { lasting: true }), "", "1900-01-01"), true);
});

test("what is of another day is faint, or hidden with its links if that is wanted", () => {
  const view = { things: [thing("a", "2013-04-01", "2020-03-31"), thing("b"), thing("c", "", "", { kind: "Person" })], edges: [edge("a", "b"), edge("b", "c", { by: ["e"] })] };
  const faint = drawn(view, shown(read("add,a;on,2021-01-01")));
  assert.deepEqual([faint.things.length, faint.lines.length, [...faint.past]], [3, 2, ["a"]]);
  const hidden = drawn(view, shown(read("add,a;on,2021-01-01;past,hidden")));
  assert.deepEqual([hidden.things.map(({ id }) => id), hidden.lines.map(({ key }) => key)], [["b", "c"], ["b c"]]);
  assert.equal(drawn(view, shown(read("add,a;without,Person"))).lines.length, 1);
  assert.deepEqual(drawn(view, shown(read("add,a;said,e"))).now.map(({ target }) => target), ["c"]);
});

test("what held some time from one day to another is said so, and is perhaps of each day between", () => {
  const one = edge("a", "b", { start: "2021-09-30", end: "2021-09-01", known: "2021-09-30" });
  assert.equal(period(one), "some time from 1 Sep 2021 to 30 Sep 2021");
  const days = ["2021-08-31", "2021-09-01", "2021-09-15", "2021-09-30", "2021-10-01"];
  assert.deepEqual(days.map((on) => isOf(one, on, "")), [false, false, false, false, false]);
  assert.deepEqual(days.map((on) => mayBeOf(one, on, "")), [false, true, true, true, false]);
  assert.deepEqual(["2021-09-29", "2021-09-30"].map((by) => mayBeOf(one, "2021-09-15", by)), [false, true]);
  assert.equal(mayBeOf(edge("a", "b", { start: "2020-01-01", end: "2020-12-31" }), "2020-06-01", ""), false);

  const view = { things: [thing("a"), thing("b"), thing("c")], edges: [one, edge("b", "c", { start: "2022-01-01" })] };
  const made = drawn(view, shown(read("add,a;on,2021-09-15;past,hidden")));
  assert.deepEqual([made.lines.map(({ key }) => key), [...made.past], made.now, made.unsure], [["a b"], ["b c"], [], [one]]);
  assert.deepEqual(["a", "a b", "b c"].map((key) => standing(key, made)), ["", "perhaps on this day", "not on this day"]);
});

test("a name is cut into two lines, and no name stands on another", () => {
  assert.deepEqual(wrapped("NHS Great Yarmouth and Waveney CCG"), ["NHS Great Yarmouth and", "Waveney CCG"]);
  const wanted = Array.from({ length: 150 }, (_, n) => ({ id: `t${n}`, x: (n * 37) % 600, y: (n * 53) % 400, radius: 9, lines: wrapped(`Thing number ${n} of many`), weight: n }));
  const found = placedLabels(wanted, 1);
  assert.ok(found.length > 20);
  const boxes = found.map(({ x, y, anchor, lines }) => {
    const width = Math.max(...lines.map((line) => line.length)) * 6.4;
    const left = anchor === "start" ? x : anchor === "end" ? x - width : x - width / 2;
    return [left, y, left + width, y + lines.length * 14];
  });
  boxes.forEach((a, n) => boxes.slice(0, n).forEach((b) => assert.ok(a[0] >= b[2] || b[0] >= a[2] || a[1] >= b[3] || b[1] >= a[3])));
  assert.deepEqual(placedLabels(wanted, 1), found);
});

test("a PNG takes words in after its header, each with its checksum", () => {
  assert.equal(crc(new TextEncoder().encode("IEND")), 0xae426082);
  const made = withText(new Uint8Array(40).fill(7), [["Title", "Ä"]]);
  assert.equal(made.length, 40 + 12 + "Title".length + 5 + 2);
  assert.equal(new TextDecoder("latin1").decode(made.slice(37, 41)), "iTXt");
});

test("a day is written as people write it", () => {
  assert.deepEqual([dayed("2020-04-01"), dayed("soon")], ["1 Apr 2020", "soon"]);
});
