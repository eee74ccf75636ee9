import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';

/** A request on its way to a node. */
export interface Passing {
  readonly method: string;
  readonly path: string;
  readonly body: string;
  readonly headers: IncomingMessage['headers'];
}

export interface Reply {
  readonly status: number;
  readonly body: string;
}

/** What goes wrong: answers in the node's place, or lets the request (or another in its place) through. */
export type Fault = (passing: Passing, send: (body?: string) => Promise<Reply>) => Promise<Reply>;

/** Stands in front of a real node and does what networks and busy nodes do. */
export class NodeProxy {
  readonly #node: URL;
  readonly #server: Server;
  readonly #scheme: string;
  readonly #port: number;
  /** Milliseconds until a request is passed on. */
  delay = 0;
  fault: Fault = (_passing, send) => send();

  private constructor(node: string, server: Server, scheme: string) {
    this.#node = new URL(node);
    this.#server = server;
    this.#scheme = scheme;
    // A server that listens on a port has such an address.
    this.#port = (server.address() as AddressInfo).port;
    server.on('request', (incoming, outgoing) => {
      this.#pass(incoming, outgoing).catch(() => outgoing.destroy());
    });
  }

  /** @param secure key and certificate, for an https proxy */
  static async before(
    node: string,
    secure: { readonly pfx: Buffer; readonly passphrase: string } | null = null,
  ): Promise<NodeProxy> {
    const server = secure === null ? createServer() : createSecureServer(secure);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new NodeProxy(node, server, secure === null ? 'http' : 'https');
  }

  get url(): string {
    return `${this.#scheme}://127.0.0.1:${this.#port}`;
  }

  /** Shuts the door, also to those who are inside. */
  async leave(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeAllConnections();
    await closed;
  }

  async comeBack(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(this.#port, '127.0.0.1', resolve));
  }

  async #pass(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const body = (await buffer(incoming)).toString();
    const { method = 'GET', url: path = '/', headers } = incoming;
    const passing = { method, path, body, headers };
    if (this.delay > 0) await setTimeout(this.delay);
    const reply = await this.fault(passing, (other = body) => this.#send({ ...passing, body: other }));
    outgoing.writeHead(reply.status, { 'content-type': 'application/json' }).end(reply.body);
  }

  #send({ method, path, body, headers }: Passing): Promise<Reply> {
    return new Promise((resolve, reject) => {
      const { hostname, port } = this.#node;
      const { 'content-type': type = 'application/json' } = headers;
      // Said for every method: searches are sent with GET too.
      const length = Buffer.byteLength(body);
      const passed = request({
        method,
        path,
        hostname,
        port,
        headers: { 'content-type': type, 'content-length': length },
      });
      passed.on('response', async (response) => {
        resolve({ status: response.statusCode ?? 500, body: (await buffer(response)).toString() });
      });
      passed.on('error', reject).end(body);
    });
  }
}

/** One write of a bulk request, and what its answer holds of it. */
export interface BulkEntry {
  readonly lines: readonly string[];
  readonly id: string;
}

export function bulkEntries(body: string): BulkEntry[] {
  const entries: BulkEntry[] = [];
  const lines = body.trimEnd().split('\n');
  for (let at = 0; at < lines.length; ) {
    const [verb, target] = Object.entries(JSON.parse(lines[at] ?? '{}'))[0] ?? [];
    const length = verb === 'delete' ? 1 : 2;
    entries.push({ lines: lines.slice(at, at + length), id: String(Object(target)._id) });
    at += length;
  }
  return entries;
}

/** Refuses some writes of a bulk request in the node's place; the others get through. */
export async function refuseSome(
  { body }: Passing,
  send: (body?: string) => Promise<Reply>,
  refusal: (id: string) => { readonly status: number; readonly error: object } | null,
): Promise<Reply> {
  const entries = bulkEntries(body).map((entry) => ({ ...entry, refused: refusal(entry.id) }));
  const through = entries.filter(({ refused }) => refused === null);
  const items: object[] = [];
  if (through.length > 0) {
    const reply = await send(`${through.flatMap(({ lines }) => lines).join('\n')}\n`);
    items.push(...JSON.parse(reply.body).items);
  }
  return {
    status: 200,
    body: JSON.stringify({
      took: 1,
      errors: true,
      items: entries.map(({ id, refused }) =>
        refused === null ? items.shift() : { index: { _id: id, ...refused } },
      ),
    }),
  };
}
