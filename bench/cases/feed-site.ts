import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import path from 'node:path';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { WebServer } from '../../test/ingest/web-server.js';
import type { CaseResponse, FeedStep } from './case.js';

const ENCODERS = { gzip: gzipSync, br: brotliCompressSync, deflate: deflateSync };
const MOST_BYTES = 1e9;

/** The site that a case describes; what it answers changes from poll to poll. `@PORT@` stands for its port. */
export class FeedSite {
  /** From 0. */
  poll = 0;

  private constructor(
    readonly server: WebServer,
    private readonly folder: string,
  ) {}

  static async start(routes: FeedStep['routes'], folder: string): Promise<FeedSite> {
    const site = new FeedSite(await WebServer.start({}), folder);
    for (const [route, responses] of Object.entries(routes))
      site.server.put(route, site.#listener(responses));
    return site;
  }

  #listener(responses: readonly CaseResponse[]): RequestListener {
    return (request, response) => {
      const given = responses[Math.min(this.poll, responses.length - 1)];
      if (given === undefined) throw new Error('A route has no response');
      const { needCookie, ifNoneMatch, status, type, encoding } = given;
      if (needCookie !== undefined && !request.headers.cookie?.includes(needCookie)) {
        const headers = { location: request.url, 'set-cookie': `${needCookie}; Path=/` };
        response.writeHead(302, headers).end();
        return;
      }
      const headers = Object.entries(given.headers).map(([name, value]) => [name, this.#withPort(value)]);
      const isKnown = ifNoneMatch !== undefined && request.headers['if-none-match'] === ifNoneMatch;
      response.writeHead(isKnown ? 304 : status, {
        'content-type': type,
        ...(encoding === undefined ? {} : { 'content-encoding': encoding }),
        ...Object.fromEntries(headers),
      });
      response.end(isKnown ? undefined : this.#body(given));
    };
  }

  #body({ file, gen, text = '', encoding }: CaseResponse): Buffer {
    const raw =
      gen !== undefined
        ? execFileSync(process.execPath, [path.join(this.folder, gen), String(this.poll)], {
            maxBuffer: MOST_BYTES,
          })
        : file !== undefined
          ? readFileSync(path.join(this.folder, file))
          : Buffer.from(text);
    // Latin-1 keeps every byte as it is, whatever the body is written in.
    const body = Buffer.from(this.#withPort(raw.toString('latin1')), 'latin1');
    return encoding === undefined ? body : ENCODERS[encoding](body);
  }

  #withPort(text: string): string {
    return text.replaceAll('@PORT@', String(this.server.port));
  }
}
