/**
 * A small typed client: one class, no dependencies.
 *
 * Documents come with the types of their answers from GraphQL Code Generator (see README.md).
 */

/** A document with the types of its variables and its answer, as Code Generator writes it. */
export interface TypedDocument<Data, Variables> {
  toString(): string;
  readonly __meta__?: Record<string, unknown> | undefined;
  readonly __apiType?: ((variables: Variables) => Data) | undefined;
}

/** One error of an answer; `code` in the extensions is stable, `hint` says what to do. */
export interface GraphqlError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: {
    readonly code?: string;
    readonly hint?: string;
    readonly at?: string;
  } & Record<string, unknown>;
}

/** What was answered, and by which release. */
export interface Answer<Data> {
  readonly data: Data;
  readonly release: string;
}

/** An answer with errors; `data` is what could be answered all the same. */
export class AnswerError extends Error {
  override readonly name = "AnswerError";

  constructor(
    readonly errors: readonly GraphqlError[],
    readonly data: unknown,
    readonly status: number,
  ) {
    super(errors.map((each) => each.message).join("\n"));
  }

  /** The code of the first error. */
  get code(): string {
    return this.errors[0]?.extensions?.code ?? "";
  }
}

/**
 * How a document is sent.
 *
 * - `digest`: by its SHA-256, in a GET that any cache between here and there may keep; its text
 *   only goes along the first time.
 * - `trusted`: by the hash that Code Generator wrote into it, and never its text, for a service
 *   that answers trusted documents only.
 * - `text`: always whole.
 */
export type Sending = "digest" | "trusted" | "text";

export interface Options {
  readonly send?: Sending;
  /** Ask this release instead of the current one; an old answer can be had again that way. */
  readonly release?: string;
  readonly fetch?: typeof fetch;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Asking {
  readonly release?: string;
  readonly signal?: AbortSignal;
}

/** A page of a list, as far as a document asks for it. */
export interface Page<Item> {
  readonly nodes: readonly Item[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor?: string | null };
}

type Extensions = { readonly release?: string };
type Body = { data?: unknown; errors?: readonly GraphqlError[]; extensions?: Extensions };
type Problem = { readonly detail?: string; readonly code?: string; readonly hint?: string };
type Given<Variables> = Record<string, never> extends Variables
  ? [variables?: Variables, asking?: Asking]
  : [variables: Variables, asking?: Asking];

/** The longest address that is asked by GET; servers and proxies take 8,000 characters or more. */
const LONGEST = 6_000;
const UNKNOWN = "unknown-document";
const MEDIA = "application/graphql-response+json";

/** A client of one service, by the address of its GraphQL. */
export class Coterminous {
  readonly #address: string;
  readonly #options: Options;
  readonly #ids = new Map<string, Promise<string>>();

  constructor(address: string, options: Options = {}) {
    this.#address = address;
    this.#options = options;
  }

  /** The answer to a document; throws `AnswerError` where it has errors. */
  async ask<Data, Variables>(
    document: TypedDocument<Data, Variables>,
    ...[variables, asking = {}]: Given<Variables>
  ): Promise<Answer<Data>> {
    const response = await this.#sent(document, variables ?? {}, asking);
    const body = await bodyOf(response);
    if (body.errors?.length) {
      throw new AnswerError(body.errors, body.data ?? null, response.status);
    }
    return { data: body.data as Data, release: body.extensions?.release ?? "" };
  }

  /**
   * Every item of a list, page by page, all from the release that answered first.
   *
   * `page` picks the list from an answer. The document has a variable `after`.
   */
  async *all<Data, Variables extends { after?: unknown }, Item>(
    document: TypedDocument<Data, Variables>,
    variables: Variables,
    page: (data: Data) => Page<Item> | null | undefined,
    asking: Asking = {},
  ): AsyncGenerator<Item, void, undefined> {
    let release = asking.release ?? this.#options.release;
    let after = variables.after;
    for (;;) {
      const pinned = release === undefined ? asking : { ...asking, release };
      const given = [{ ...variables, after }, pinned] as unknown as Given<Variables>;
      const answer = await this.ask(document, ...given);
      const found = page(answer.data);
      yield* found?.nodes ?? [];
      if (!found?.pageInfo.hasNextPage) return;
      after = found.pageInfo.endCursor;
      release = answer.release;
    }
  }

  async #sent(
    document: TypedDocument<unknown, never>,
    variables: object,
    asking: Asking,
  ): Promise<Response> {
    const query = document.toString().trim();
    const send = this.#options.send ?? "digest";
    if (send === "text") return this.#posted({ query, variables }, asking);
    const documentId =
      send === "trusted" ? String(document.__meta__?.["hash"]) : await this.#id(query);
    const response = await this.#asked(documentId, variables, asking);
    if (send === "trusted" || !(await isUnknown(response))) return response;
    return this.#posted({ query, documentId, variables }, asking);
  }

  #asked(documentId: string, variables: object, asking: Asking): Promise<Response> {
    const address = this.#at(asking, { documentId, variables: JSON.stringify(variables) });
    if (address.length > LONGEST) return this.#posted({ documentId, variables }, asking);
    return this.#fetched(address, { method: "GET" }, asking);
  }

  #posted(body: object, asking: Asking): Promise<Response> {
    const headers = { "content-type": "application/json" };
    const init = { method: "POST", headers, body: JSON.stringify(body) };
    return this.#fetched(this.#at(asking, {}), init, asking);
  }

  #fetched(address: string, init: RequestInit, asking: Asking): Promise<Response> {
    const headers = { ...this.#options.headers, ...init.headers, accept: MEDIA };
    const signal = asking.signal ?? null;
    return (this.#options.fetch ?? fetch)(address, { ...init, headers, signal });
  }

  #at(asking: Asking, query: Record<string, string>): string {
    const release = asking.release ?? this.#options.release;
    const told = new URLSearchParams(release ? { ...query, release } : query).toString();
    return told ? `${this.#address}?${told}` : this.#address;
  }

  #id(query: string): Promise<string> {
    const known = this.#ids.get(query) ?? digest(query).then((each) => `sha256:${each}`);
    this.#ids.set(query, known);
    return known;
  }
}

async function digest(text: string): Promise<string> {
  const bytes = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return Array.from(new Uint8Array(bytes), (each) => each.toString(16).padStart(2, "0")).join("");
}

async function isUnknown(response: Response): Promise<boolean> {
  if (response.ok) return false;
  const body = await bodyOf(response.clone());
  return body.errors?.[0]?.extensions?.code === UNKNOWN;
}

/** The answer; what is none, such as a proxy's page, becomes an error. */
async function bodyOf(response: Response): Promise<Body> {
  const kind = response.headers.get("content-type") ?? "";
  const body = kind.includes("json") ? ((await response.json()) as Body & Problem) : {};
  if (body.errors !== undefined || "data" in body) return body;
  const { detail, code, hint } = body as Problem;
  const extensions = { ...(code && { code }), ...(hint && { hint }) };
  return { errors: [{ message: detail ?? `HTTP status ${response.status}`, extensions }] };
}
