import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { UserError } from '../user-error.js';
import { ailments, type Condition } from './condition.js';
import type { Metrics } from './metrics.js';

export interface EndpointOptions {
  readonly host: string;
  /** The port to listen on; 0 picks a free one. */
  readonly port: number;
  readonly metrics: Metrics;
  readonly condition: () => Promise<Condition>;
}

/** Serves `/healthz` and `/metrics` to the operator's monitoring. */
export interface Endpoint {
  /** The address it listens on, such as `http://127.0.0.1:9100`. */
  readonly address: string;
  stop(): Promise<void>;
}

/** @throws UserError `metrics-port` if it cannot listen on the port */
export async function openEndpoint({ host, port, metrics, condition }: EndpointOptions): Promise<Endpoint> {
  const server = createServer((request, response) => {
    answer(request, metrics, condition).then(
      (reply) => send(response, reply),
      (error: unknown) => send(response, { status: 500, type: 'text/plain', body: `${error}\n` }),
    );
  });
  server.listen({ port, host });
  try {
    await once(server, 'listening');
  } catch (error) {
    throw cannotListen(error, host, port);
  }
  const { address, family, port: bound } = server.address() as AddressInfo; // It listens on TCP, so it is no path.
  return {
    address: `http://${family === 'IPv6' ? `[${address}]` : address}:${bound}`,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

interface Reply {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

async function answer(
  { method, url = '/' }: IncomingMessage,
  metrics: Metrics,
  condition: () => Promise<Condition>,
): Promise<Reply> {
  if (method !== 'GET' && method !== 'HEAD') {
    return { status: 405, type: 'text/plain', body: 'Only GET is answered here.\n' };
  }
  const [path] = url.split('?');
  if (path === '/metrics') {
    return { status: 200, type: metrics.contentType, body: await metrics.text(await condition()) };
  }
  if (path === '/healthz') return health(await condition());
  return { status: 404, type: 'text/plain', body: 'There are /healthz and /metrics.\n' };
}

function health(condition: Condition): Reply {
  const reasons = ailments(condition);
  return {
    status: reasons.length === 0 ? 200 : 503,
    type: 'application/json',
    body: `${JSON.stringify({ healthy: reasons.length === 0, reasons, ...condition })}\n`,
  };
}

function send(response: ServerResponse, { status, type, body }: Reply): void {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
}

function cannotListen(error: unknown, host: string, port: number): UserError {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  const reason =
    code === 'EADDRINUSE'
      ? 'another program uses it'
      : code === 'EACCES'
        ? 'this user may not'
        : error instanceof Error
          ? error.message
          : String(error);
  return new UserError(
    'metrics-port',
    `The metrics cannot be served at port ${port} of ${host}: ${reason}.`,
    'Choose another METRICS_PORT (or METRICS_HOST), or leave METRICS_PORT out.',
    { cause: error },
  );
}
