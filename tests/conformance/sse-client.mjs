// graphql-sse: both modes, by the reference client and by hand.
import { createClient } from "graphql-sse";
import { equal, report } from "./checks.mjs";

const url = process.argv[2];
const QUERY = "{ organisations { totalCount } }";
const WATCH = "subscription { releasePublished { name } }";
const JSON_TYPE = { "content-type": "application/json" };
const EVENTS = { accept: "text/event-stream" };
const HEADER = "x-graphql-event-stream-token";
const COUNTED = { organisations: { totalCount: 3 } };

const once = (client, payload) =>
  new Promise((resolve, reject) => {
    const found = [];
    client.subscribe(payload, {
      next: (value) => found.push(value),
      error: reject,
      complete: () => resolve(found),
    });
  });

const post = (body, headers) =>
  fetch(url, { method: "POST", headers: { ...JSON_TYPE, ...headers }, body: JSON.stringify(body) });

async function reserved() {
  const response = await fetch(url, { method: "PUT" });
  equal(response.status, 201);
  return response.text();
}

// Reads events until as many as wanted have come, without comments.
async function events(response, count) {
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  const parsed = () =>
    text
      .split("\n\n")
      .slice(0, -1)
      .filter((each) => !each.startsWith(":"));
  while (parsed().length < count) {
    const { value, done } = await reader.read();
    if (done) break;
    text += value;
  }
  await reader.cancel();
  return parsed();
}

const checks = {
  "distinct: by POST": async () => {
    const response = await post({ query: QUERY }, EVENTS);
    equal(response.status, 200);
    equal(response.headers.get("content-type"), "text/event-stream; charset=utf-8");
    const text = await response.text();
    equal(text.startsWith(":\n\nevent: next\ndata: {"), true);
    equal(text.endsWith("\n\nevent: complete\ndata: \n\n"), true);
  },
  "distinct: by GET": async () => {
    const response = await fetch(`${url}?query=${encodeURIComponent(QUERY)}`, { headers: EVENTS });
    equal(response.status, 200);
    const [next, complete] = await events(response, 2);
    equal(JSON.parse(next.split("data: ")[1]).data, COUNTED);
    equal(complete, "event: complete\ndata: ");
  },
  "distinct: what is not valid is told in the stream": async () => {
    const response = await post({ query: "{ nothing }" }, EVENTS);
    equal(response.status, 200);
    const [next] = await events(response, 2);
    equal(Object.keys(JSON.parse(next.split("data: ")[1]))[0], "errors");
  },
  "distinct: what is no request is a 400": async () => {
    equal((await post({ qeury: QUERY }, EVENTS)).status, 400);
    equal((await fetch(url, { headers: EVENTS })).status, 400);
  },
  "distinct: another type of body is a 415": async () => {
    const headers = { ...EVENTS, "content-type": "text/plain" };
    equal((await fetch(url, { method: "POST", headers, body: "{}" })).status, 415);
  },
  "distinct: the client gets a result": async () => {
    const [result] = await once(createClient({ url, retryAttempts: 0 }), { query: QUERY });
    equal(result.data, COUNTED);
  },
  "distinct: the client is told of errors": async () => {
    const client = createClient({ url, retryAttempts: 0 });
    const [result] = await once(client, { query: "{ nothing }" });
    equal(result.errors.length, 1);
  },
  "distinct: the client ends a subscription": async () => {
    const client = createClient({ url, retryAttempts: 0 });
    const results = client.iterate({ query: WATCH });
    setTimeout(() => results.return(), 300);
    const { done } = await results.next();
    equal(done, true);
  },
  "single: a token is plain text": async () => {
    const response = await fetch(url, { method: "PUT" });
    equal([response.status, response.headers.get("content-type")], [
      201,
      "text/plain; charset=utf-8",
    ]);
    equal((await response.text()).length > 20, true);
  },
  "single: a token is only plain text": async () => {
    const response = await fetch(url, { method: "PUT", headers: { accept: "application/json" } });
    equal(response.status, 406);
  },
  "single: a stream that is not reserved is a 404": async () => {
    const headers = { [HEADER]: "nobody" };
    equal((await fetch(url, { headers: { ...EVENTS, ...headers } })).status, 404);
    equal((await post({ query: QUERY, extensions: { operationId: "1" } }, headers)).status, 404);
    equal((await fetch(`${url}?operationId=1`, { method: "DELETE", headers })).status, 404);
  },
  "single: the token may be in the address": async () => {
    const token = await reserved();
    const response = await fetch(`${url}?token=${token}`, { headers: EVENTS });
    equal(response.status, 200);
    await response.body.cancel();
  },
  "single: a stream is opened once": async () => {
    const headers = { ...EVENTS, [HEADER]: await reserved() };
    const first = await fetch(url, { headers });
    equal([first.status, (await fetch(url, { headers })).status], [200, 409]);
    await first.body.cancel();
  },
  "single: an operation needs an id": async () => {
    const headers = { [HEADER]: await reserved() };
    equal((await post({ query: QUERY }, headers)).status, 400);
    equal((await fetch(url, { method: "DELETE", headers })).status, 400);
  },
  "single: an operation has its id for itself": async () => {
    const headers = { [HEADER]: await reserved() };
    const asked = { query: WATCH, extensions: { operationId: "a" } };
    equal((await post(asked, headers)).status, 202);
    equal((await post(asked, headers)).status, 409);
    equal((await fetch(`${url}?operationId=a`, { method: "DELETE", headers })).status, 200);
    equal((await post(asked, headers)).status, 202);
  },
  "single: what is not valid is a 400": async () => {
    const headers = { [HEADER]: await reserved() };
    const response = await post({ query: "{ x }", extensions: { operationId: "a" } }, headers);
    equal([response.status, (await response.json()).errors.length], [400, 1]);
  },
  "single: results wait for the stream to be opened": async () => {
    const headers = { [HEADER]: await reserved() };
    const asked = { query: QUERY, extensions: { operationId: "a" } };
    equal((await post(asked, headers)).status, 202);
    const stream = await fetch(url, { headers: { ...EVENTS, ...headers } });
    const [next, complete] = await events(stream, 2);
    const { id, payload } = JSON.parse(next.split("data: ")[1]);
    equal([id, payload.data], ["a", COUNTED]);
    equal(complete, 'event: complete\ndata: {"id":"a"}');
  },
  "single: a stream that is left is gone": async () => {
    const token = await reserved();
    const control = new AbortController();
    const headers = { ...EVENTS, [HEADER]: token };
    const stream = await fetch(url, { headers, signal: control.signal });
    await stream.body.getReader().read();
    control.abort();
    let status = 409;
    while (status === 409) status = (await fetch(url, { headers })).status;
    equal(status, 404);
  },
  "single: the client gets results": async () => {
    const client = createClient({ url, singleConnection: true, retryAttempts: 0 });
    const both = await Promise.all([
      once(client, { query: QUERY }),
      once(client, { query: QUERY }),
    ]);
    equal(both.map(([result]) => result.data), [COUNTED, COUNTED]);
    client.dispose();
  },
  "single: the client ends a subscription": async () => {
    const client = createClient({ url, singleConnection: true, retryAttempts: 0 });
    const results = client.iterate({ query: WATCH });
    setTimeout(() => results.return(), 300);
    const { done } = await results.next();
    equal(done, true);
  },
};
await report(checks);
