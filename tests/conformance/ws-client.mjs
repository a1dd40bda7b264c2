// graphql-transport-ws: every message and close code, by the reference client and by hand.
import { createClient } from "graphql-ws";
import WebSocket from "ws";
import { equal, report } from "./checks.mjs";

const url = process.argv[2];
const QUERY = "{ organisations { totalCount } }";
const WATCH = "subscription { releasePublished { name } }";

// A connection by hand: what was received, in order, and how it was closed.
function dial(protocol = "graphql-transport-ws") {
  const socket = new WebSocket(url, protocol);
  const inbox = [];
  const waiting = [];
  socket.on("message", (text) => {
    inbox.push(JSON.parse(text));
    waiting.splice(0).forEach((each) => each());
  });
  const closed = new Promise((resolve) => {
    socket.on("close", (code, reason) => resolve([code, String(reason)]));
    socket.on("error", () => {});
  });
  const opened = new Promise((resolve) => socket.on("open", resolve));
  const next = async () => {
    while (!inbox.length) await new Promise((resolve) => waiting.push(resolve));
    return inbox.shift();
  };
  const say = (message) =>
    socket.send(typeof message === "string" ? message : JSON.stringify(message));
  return { socket, opened, closed, next, say, inbox };
}

async function connected() {
  const line = dial();
  await line.opened;
  line.say({ type: "connection_init" });
  equal(await line.next(), { type: "connection_ack" });
  return line;
}

async function closes(messages, code, { first = true } = {}) {
  const line = first ? await connected() : dial();
  await line.opened;
  for (const each of messages) line.say(each);
  equal((await line.closed)[0], code);
}

const subscribe = (id, query, more = {}) => ({
  type: "subscribe",
  id,
  payload: { query, ...more },
});

const once = (client, payload) =>
  new Promise((resolve, reject) => {
    const found = [];
    client.subscribe(payload, {
      next: (value) => found.push(value),
      error: reject,
      complete: () => resolve(found),
    });
  });

const junk = {
  "text that is not JSON": "{",
  "an array": "[]",
  null: "null",
  "a message without a type": {},
  "a type that is none": { type: "start", id: "1", payload: { query: QUERY } },
  "a type that only servers send": { type: "next", id: "1", payload: {} },
  "subscribe without an id": { type: "subscribe", payload: { query: QUERY } },
  "subscribe with an empty id": subscribe("", QUERY),
  "subscribe with an id that is a number": subscribe(1, QUERY),
  "subscribe without a payload": { type: "subscribe", id: "1" },
  "subscribe without a query": subscribe("1", undefined),
  "subscribe with a query that is no string": subscribe("1", 1),
  "subscribe with variables that are no object": subscribe("1", QUERY, { variables: [] }),
  "subscribe with an operation name that is no string": subscribe("1", QUERY, { operationName: 1 }),
  "subscribe with extensions that are no object": subscribe("1", QUERY, { extensions: "x" }),
  "complete without an id": { type: "complete" },
  "ping with a payload that is no object": { type: "ping", payload: "x" },
};

const checks = {
  "the protocol is chosen": async () => {
    const line = dial();
    await line.opened;
    equal(line.socket.protocol, "graphql-transport-ws");
    line.socket.close();
  },
  "the protocol is chosen among others": async () => {
    const line = dial(["graphql-ws", "graphql-transport-ws"]);
    await line.opened;
    equal(line.socket.protocol, "graphql-transport-ws");
    line.socket.close();
  },
  "4406 without a protocol": async () => {
    equal(await dial([]).closed, [4406, "Subprotocol not acceptable"]);
  },
  "4408 when initialisation does not come": async () => {
    equal(await dial().closed, [4408, "Connection initialisation timeout"]);
  },
  "4429 when it comes twice": () => closes([{ type: "connection_init" }], 4429),
  "4401 before it": () => closes([subscribe("1", QUERY)], 4401, { first: false }),
  "4400 for an initialisation whose payload is no object": () =>
    closes([{ type: "connection_init", payload: "x" }], 4400, { first: false }),
  "4409 for an id that is in use": async () => {
    const line = await connected();
    line.say(subscribe("a", WATCH));
    line.say(subscribe("a", QUERY));
    equal(await line.closed, [4409, "Subscriber for a already exists"]);
  },
  "4400 for what is not text": async () => {
    const line = await connected();
    line.socket.send(Buffer.from([1, 2]), { binary: true });
    equal((await line.closed)[0], 4400);
  },
  "1009 for a message that is too large": async () => {
    const line = await connected();
    line.say({ type: "ping", payload: { x: "x".repeat(2 ** 21) } });
    equal((await line.closed)[0], 1009);
  },
  "a ping is answered, before and after initialisation": async () => {
    const line = dial();
    await line.opened;
    line.say({ type: "ping" });
    equal(await line.next(), { type: "pong" });
    line.say({ type: "connection_init", payload: null });
    equal(await line.next(), { type: "connection_ack" });
    line.say({ type: "ping", payload: { at: 1 } });
    equal(await line.next(), { type: "pong", payload: { at: 1 } });
    line.socket.close();
  },
  "a pong that nobody asked for is let be": async () => {
    const line = await connected();
    line.say({ type: "pong" });
    line.say({ type: "ping" });
    equal(await line.next(), { type: "pong" });
    line.socket.close();
  },
  "a query gives one result and is complete": async () => {
    const line = await connected();
    line.say(subscribe("a", QUERY));
    const { type, id, payload } = await line.next();
    equal([type, id, payload.data], ["next", "a", { organisations: { totalCount: 3 } }]);
    equal(await line.next(), { type: "complete", id: "a" });
    line.socket.close();
  },
  "an id may be used again": async () => {
    const line = await connected();
    for (let round = 0; round < 3; round++) {
      line.say(subscribe("a", QUERY));
      equal((await line.next()).type, "next");
      equal((await line.next()).type, "complete");
    }
    line.socket.close();
  },
  "many operations go on at once": async () => {
    const line = await connected();
    const ids = ["a", "b", "c", "d", "e"];
    for (const id of ids) line.say(subscribe(id, QUERY));
    const told = [];
    for (let count = 0; count < 10; count++) told.push(await line.next());
    const of = (type) => told.filter((each) => each.type === type).map((each) => each.id).sort();
    equal([of("next"), of("complete")], [ids, ids]);
    line.socket.close();
  },
  "a document that is not valid is an error, and nothing follows": async () => {
    const line = await connected();
    line.say(subscribe("a", "{ nothing }"));
    const { type, id, payload } = await line.next();
    equal([type, id, payload[0].locations], ["error", "a", [{ line: 1, column: 3 }]]);
    line.say({ type: "ping" });
    equal(await line.next(), { type: "pong" });
    line.socket.close();
  },
  "what was completed by the client says nothing more": async () => {
    const line = await connected();
    line.say(subscribe("a", WATCH));
    line.say({ type: "complete", id: "a" });
    line.say(subscribe("a", QUERY));
    const { type, id, payload } = await line.next();
    equal([type, id, Object.keys(payload.data)], ["next", "a", ["organisations"]]);
    equal(await line.next(), { type: "complete", id: "a" });
    equal(line.inbox, []);
    line.socket.close();
  },
  "an id that is not known is completed": async () => {
    const line = await connected();
    line.say({ type: "complete", id: "nobody" });
    line.say({ type: "ping" });
    equal(await line.next(), { type: "pong" });
    line.socket.close();
  },
  "the client gets a result": async () => {
    const client = createClient({ url, webSocketImpl: WebSocket });
    const [result] = await once(client, { query: QUERY });
    equal(result.data, { organisations: { totalCount: 3 } });
    await client.dispose();
  },
  "the client sends variables and the name of the operation": async () => {
    const client = createClient({ url, webSocketImpl: WebSocket });
    const query = "query A { __typename } query B($c: String) { organisation(odsCode: $c) { id } }";
    const asked = { query, operationName: "B", variables: { c: "C3" } };
    const [result] = await once(client, asked);
    equal(result.data, { organisation: { id: "organisation/C3/ccg" } });
    await client.dispose();
  },
  "the client is told of errors": async () => {
    const client = createClient({ url, webSocketImpl: WebSocket });
    const told = await once(client, { query: "{ nothing }" }).catch((errors) => errors);
    equal(told[0].message.startsWith("Cannot query field 'nothing'"), true);
    await client.dispose();
  },
  "the client's heartbeat is answered": async () => {
    const pong = new Promise((resolve) => {
      const on = { pong: (received) => received && resolve() };
      createClient({ url, webSocketImpl: WebSocket, lazy: false, keepAlive: 50, on });
    });
    await pong;
  },
  "the client ends a subscription by leaving its loop": async () => {
    const client = createClient({ url, webSocketImpl: WebSocket });
    const results = client.iterate({ query: WATCH });
    setTimeout(() => results.return(), 300);
    for await (const _ of results) throw new Error("nothing was published");
    await client.dispose();
  },
};
for (const [what, message] of Object.entries(junk)) {
  checks[`4400 for ${what}`] = () => closes([message], 4400);
}
await report(checks);
