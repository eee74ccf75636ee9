import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Web, type WebOptions } from '../../src/ingest/web/web.js';

/** A web server on the loopback interface, answering by path, and what it was asked. */
export class WebServer {
  readonly requests: IncomingMessage[] = [];
  readonly #server;

  private constructor(private readonly answers: Record<string, string | RequestListener>) {
    this.#server = createServer((request, response) => this.#answer(request, response));
  }

  static async start(answers: Record<string, string | RequestListener>): Promise<WebServer> {
    const server = new WebServer(answers);
    await new Promise<void>((resolve) => server.#server.listen(0, '127.0.0.1', resolve));
    return server;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port; // It listens on a port, not on a pipe.
  }

  /** The address of a path, at a host that `loopbackWeb` resolves to this machine. */
  url(path: string, host = 'news.example'): string {
    return `http://${host}:${this.port}${path}`;
  }

  /** Changes what a path answers. */
  put(path: string, answer: string | RequestListener): void {
    this.answers[path] = answer;
  }

  asked(path: string): IncomingMessage[] {
    return this.requests.filter(({ url }) => url === path);
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    this.requests.push(request);
    const { url = '' } = request;
    const answer = this.answers[url] ?? this.answers[url.replace(/\?.*$/, '')];
    if (typeof answer === 'function') answer(request, response);
    else if (answer === undefined) response.writeHead(404).end('Not found');
    else response.writeHead(200, { 'content-type': typeOf(answer) }).end(answer);
  }
}

function typeOf(body: string): string {
  if (body.startsWith('<?xml')) return 'application/xml';
  return body.startsWith('<') ? 'text/html; charset=utf-8' : 'text/plain';
}

/** A web in which every host is this machine: the one place where connecting to it is allowed. */
export function loopbackWeb(options: Partial<WebOptions> = {}): Web {
  return new Web({
    userAgent: 'Clippings/test',
    mayConnect: (address) => address === '127.0.0.1',
    resolve: async () => [{ address: '127.0.0.1', family: 4 }],
    deadline: 5_000,
    ...options,
  });
}
