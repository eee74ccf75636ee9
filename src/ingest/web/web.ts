import { promises as dns, type LookupAddress } from 'node:dns';
import { isIP } from 'node:net';
import { Agent, buildConnector, fetch, type Headers, type Response } from 'undici';
import { UserError } from '../../user-error.js';
import { Cookies } from './cookies.js';
import { fetchableAddress, redirectTarget } from './fetchable-address.js';
import { isPublicAddress } from './public-address.js';

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

export interface Resource {
  /** Where it was found, after redirects. */
  readonly address: URL;
  /** Where it has moved for good: as far as all redirects say so; null if the first does not. */
  readonly movedTo: URL | null;
  readonly status: number;
  readonly headers: Headers;
  readonly body: Uint8Array;
}

const DEADLINE = 30_000;
const CONNECT_TIMEOUT = 10_000;
const MOST_REDIRECTS = 5;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const FOR_GOOD = new Set([301, 308]);

/**
 * Fetches from the web, at addresses that anybody may have made up. Allows only http and https. For every
 * redirect anew, the host is resolved once, all its addresses are checked, and the connection is made to the
 * very addresses that were checked. Size, time and redirects are limited.
 */
export class Web {
  readonly #agent: Agent;
  readonly #userAgent: string;
  readonly #deadline: number;
  readonly #mayConnect: (address: string) => boolean;

  constructor({ userAgent, deadline = DEADLINE, ...options }: WebOptions) {
    const { mayConnect = isPublicAddress, resolve = (host) => dns.lookup(host, { all: true }) } = options;
    this.#userAgent = userAgent;
    this.#deadline = deadline;
    this.#mayConnect = mayConnect;
    const connect = buildConnector({
      timeout: CONNECT_TIMEOUT,
      lookup: (host, { all }, found) => {
        this.#checked(host, resolve).then(
          (addresses) =>
            all ? found(null, addresses) : found(null, addresses[0]?.address ?? '', addresses[0]?.family),
          (error: Error) => found(error, []),
        );
      },
    });
    this.#agent = new Agent({
      connect: (target, connected) => {
        // Numeric addresses never reach `lookup`.
        const host = target.hostname.replace(/^\[(.*)\]$/, '$1');
        if (isIP(host) !== 0 && !mayConnect(host)) connected(new RefusedHost(host), null);
        else connect(target, connected);
      },
    });
  }

  /**
   * Fetches a resource. Returns every status but a redirect, including 404 and the like.
   * @throws UserError when the address may not be fetched, nobody answers, or a limit is exceeded
   */
  async get(address: string, request: ResourceRequest): Promise<Resource> {
    const deadline = AbortSignal.timeout(this.#deadline);
    const cookies = new Cookies();
    let next = fetchableAddress(address);
    let movedTo: URL | null = null;
    let isForGood = true;
    for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      const response = await this.#request(next, request, cookies, deadline);
      const location = REDIRECTS.has(response.status) ? response.headers.get('location') : null;
      if (location === null) {
        const body = await this.#read(response, next, request.mostBytes);
        return { address: next, movedTo, status: response.status, headers: response.headers, body };
      }
      await response.body?.cancel();
      cookies.keep(next, response.headers);
      next = redirectTarget(location, next);
      isForGood &&= FOR_GOOD.has(response.status);
      if (isForGood) movedTo = next;
    }
    throw new UserError('web-redirects', `${address} redirects more than ${MOST_REDIRECTS} times.`);
  }

  close(): Promise<void> {
    return this.#agent.destroy();
  }

  async #checked(host: string, resolve: NonNullable<WebOptions['resolve']>): Promise<LookupAddress[]> {
    const addresses = await resolve(host);
    // One bad address among good ones is a trick.
    if (!addresses.every(({ address }) => this.#mayConnect(address))) throw new RefusedHost(host);
    return [...addresses];
  }

  async #request(
    address: URL,
    { accept, headers }: ResourceRequest,
    cookies: Cookies,
    signal: AbortSignal,
  ): Promise<Response> {
    try {
      return await fetch(address, {
        dispatcher: this.#agent,
        redirect: 'manual',
        headers: { ...headers, ...cookies.header(address), accept, 'user-agent': this.#userAgent },
        signal,
      });
    } catch (error) {
      throw this.#asUserError(error, address);
    }
  }

  async #read(response: Response, address: URL, mostBytes: number): Promise<Uint8Array> {
    const chunks: Uint8Array[] = [];
    let bytes = 0;
    try {
      for await (const chunk of response.body ?? []) {
        bytes += chunk.byteLength;
        if (bytes > mostBytes) break;
        chunks.push(chunk);
      }
    } catch (error) {
      throw this.#asUserError(error, address);
    }
    if (bytes <= mostBytes) return Buffer.concat(chunks);
    const most = `${Math.round(mostBytes / 1024)} KB`;
    throw new UserError('web-too-large', `${address.href} is too large (${most} at most).`);
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

/** A host that is, or resolves to, an address that may not be connected to. */
class RefusedHost extends Error {
  override readonly name = 'RefusedHost';
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
