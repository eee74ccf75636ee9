import { promises as dns, type LookupAddress } from 'node:dns';
import type { Agent, Headers, Response } from 'undici';
import { UserError } from '../../user-error.js';
import { Cookies } from './cookies.js';
import { fetchableAddress, redirectTarget } from './fetchable-address.js';
import type * as Guarded from './guarded-agent.js';
import { isPublicAddress } from './public-address.js';
import { RefusedHost } from './refused-host.js';

export interface WebOptions {
  /** The name that we give to every server. */
  readonly userAgent: string;
  /** Whether an IP address may be connected to; by default, those of the public internet. */
  readonly mayConnect?: (address: string) => boolean;
  /** Resolves a host name to addresses; by default, as the system does. */
  readonly resolve?: (host: string) => Promise<readonly LookupAddress[]>;
  /** Milliseconds that one resource may take, including redirects. */
  readonly deadline?: number;
}

export interface ResourceRequest {
  /** For the header `Accept`. */
  readonly accept: string;
  /** Larger resources are refused; counted after decompression. */
  readonly mostBytes: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What came before the body. */
export interface ResourceHead {
  /** Where it was found, after redirects. */
  readonly address: URL;
  /** Where it has moved for good: as far as all redirects say so; null if the first does not. */
  readonly movedTo: URL | null;
  readonly status: number;
  readonly headers: Headers;
}

export interface Resource<Body = Uint8Array> extends ResourceHead {
  readonly body: Body;
}

/** Takes a body while it comes. What it throws ends the request. */
export interface BodyReader<Body> {
  push(chunk: Uint8Array): void;
  end(): Body;
}

/** What it takes to fetch. */
interface Connection extends Pick<typeof Guarded, 'fetch' | 'getSetCookies'> {
  readonly agent: Agent;
}

const DEADLINE = 30_000;
const MOST_REDIRECTS = 5;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const FOR_GOOD = new Set([301, 308]);

/**
 * Fetches from the web, at addresses that anybody may have made up. Allows only http and https. For every
 * redirect anew, the host is resolved once, all its addresses are checked, and the connection is made to the
 * very addresses that were checked. Size, time and redirects are limited.
 */
export class Web {
  readonly #connect: () => Promise<Connection>;
  #connection: Promise<Connection> | null = null;
  readonly #userAgent: string;
  readonly #deadline: number;

  constructor({ userAgent, deadline = DEADLINE, ...options }: WebOptions) {
    const { mayConnect = isPublicAddress, resolve = (host) => dns.lookup(host, { all: true }) } = options;
    this.#userAgent = userAgent;
    this.#deadline = deadline;
    this.#connect = async () => {
      const { guardedAgent, fetch, getSetCookies } = await import('./guarded-agent.js');
      return { agent: guardedAgent(mayConnect, resolve), fetch, getSetCookies };
    };
  }

  /**
   * Fetches a resource. Returns every status but a redirect, including 404 and the like.
   * @throws UserError when the address may not be fetched, nobody answers, or a limit is exceeded
   */
  get(address: string, request: ResourceRequest): Promise<Resource> {
    return this.read(address, request, () => new WholeBody());
  }

  /**
   * Does the same, but keeps of the body only what a reader makes of it.
   * @param readerFor is called when the body begins
   * @throws UserError as `get` does; and what the reader throws
   */
  async read<Body>(
    address: string,
    request: ResourceRequest,
    readerFor: (head: ResourceHead) => BodyReader<Body>,
  ): Promise<Resource<Body>> {
    const deadline = AbortSignal.timeout(this.#deadline);
    const cookies = new Cookies();
    let next = fetchableAddress(address);
    let movedTo: URL | null = null;
    let isForGood = true;
    for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      const response = await this.#request(next, request, cookies, deadline);
      const location = REDIRECTS.has(response.status) ? response.headers.get('location') : null;
      if (location === null) {
        const { status, headers } = response;
        const head = { address: next, movedTo, status, headers };
        return { ...head, body: await this.#read(response, next, request.mostBytes, readerFor(head)) };
      }
      await response.body?.cancel();
      cookies.keep(next, (await this.#connected()).getSetCookies(response.headers));
      next = redirectTarget(location, next);
      isForGood &&= FOR_GOOD.has(response.status);
      if (isForGood) movedTo = next;
    }
    throw new UserError('web-redirects', `${address} redirects more than ${MOST_REDIRECTS} times.`);
  }

  async close(): Promise<void> {
    await (await this.#connection)?.agent.destroy();
  }

  #connected(): Promise<Connection> {
    this.#connection ??= this.#connect();
    return this.#connection;
  }

  async #request(
    address: URL,
    { accept, headers }: ResourceRequest,
    cookies: Cookies,
    signal: AbortSignal,
  ): Promise<Response> {
    const { agent, fetch } = await this.#connected();
    try {
      return await fetch(address, {
        dispatcher: agent,
        redirect: 'manual',
        headers: { ...headers, ...cookies.header(address), accept, 'user-agent': this.#userAgent },
        signal,
      });
    } catch (error) {
      throw this.#asUserError(error, address);
    }
  }

  async #read<Body>(
    response: Response,
    address: URL,
    mostBytes: number,
    reader: BodyReader<Body>,
  ): Promise<Body> {
    let bytes = 0;
    for await (const chunk of this.#chunks(response, address)) {
      bytes += chunk.byteLength;
      if (bytes > mostBytes) throw tooLarge(address, mostBytes);
      reader.push(chunk);
    }
    return reader.end();
  }

  /** The body as it comes. Whoever stops before its end closes the connection. */
  async *#chunks(response: Response, address: URL): AsyncGenerator<Uint8Array> {
    const chunks = response.body?.values();
    if (chunks === undefined) return;
    try {
      for (;;) {
        const { done, value } = await chunks.next().catch((error: unknown) => {
          throw this.#asUserError(error, address);
        });
        if (done) return;
        yield value;
      }
    } finally {
      await chunks.return?.();
    }
  }

  #asUserError(error: unknown, { href, hostname }: URL): UserError {
    const options = { cause: error };
    for (let cause = error; cause instanceof Error; cause = cause.cause) {
      if (cause instanceof RefusedHost) return refused(hostname, options);
      if (cause.name === 'TimeoutError' || ('code' in cause && cause.code === 'UND_ERR_CONNECT_TIMEOUT')) {
        return new UserError(
          'web-timeout',
          `${href} did not answer within ${this.#deadline / 1000} seconds.`,
          'Try again later.',
          options,
        );
      }
      if ('code' in cause && cause.code === 'ENOTFOUND') {
        return new UserError(
          'web-no-host',
          `There is no site ${hostname}.`,
          'Check the spelling of the address.',
          options,
        );
      }
    }
    return new UserError(
      'web-unreachable',
      `${href} cannot be fetched (${reasonOf(error)}).`,
      'Try again later.',
      options,
    );
  }
}

class WholeBody implements BodyReader<Uint8Array> {
  readonly #chunks: Uint8Array[] = [];

  push(chunk: Uint8Array): void {
    this.#chunks.push(chunk);
  }

  end(): Uint8Array {
    return Buffer.concat(this.#chunks);
  }
}

/** Words the refusal of what is larger than it may be. */
export function tooLarge({ href }: URL, mostBytes: number): UserError {
  const most = `${Math.round(mostBytes / 1024)} KB`;
  return new UserError('web-too-large', `${href} is too large (${most} at most).`);
}

function refused(host: string, options?: ErrorOptions): UserError {
  return new UserError(
    'web-refused',
    `${host} is not on the public internet, so nothing is fetched from there.`,
    'Save the page as a file and add that.',
    options,
  );
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}
