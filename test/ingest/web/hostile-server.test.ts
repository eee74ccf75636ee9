import type { AddressInfo } from 'node:net';
import { createServer, type Server, type Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fetchPage } from '../../../src/ingest/web/page.js';
import { Robots } from '../../../src/ingest/web/robots.js';
import type { Web } from '../../../src/ingest/web/web.js';
import { UserError } from '../../../src/user-error.js';
import { loopbackWeb } from '../web-server.js';

const MB = 1024 * 1024;
const REQUEST = { accept: 'text/html', mostBytes: MB };
/** So long a test waits for a server that never ends, in milliseconds. */
const DEADLINE = 400;

/** Writes what no honest server sends; what it returns is called when the connection closes. */
type Answer = (socket: Socket) => (() => void) | undefined;

/** A server that sends raw bytes, and how much it could send. */
let server: Server;
let web: Web;
let port: number;
const sent = new Map<string, number>();
const closed = new Set<string>();

const text =
  (words: string): Answer =>
  (socket) => {
    socket.end(words.replaceAll('\n', '\r\n'), 'latin1');
    return undefined;
  };
const openEnded =
  (words: string): Answer =>
  (socket) => {
    socket.write(words.replaceAll('\n', '\r\n'), 'latin1');
    return undefined;
  };
const dripping =
  (begin: string, piece: string): Answer =>
  (socket) => {
    socket.write(begin.replaceAll('\n', '\r\n'));
    const timer = setInterval(() => socket.write(piece.replaceAll('\n', '\r\n')), 20);
    return () => clearInterval(timer);
  };
const layers = (depth: number): Buffer =>
  Array.from({ length: depth }).reduce<Buffer>((inner) => gzipSync(inner), Buffer.alloc(MB));

const OK = 'HTTP/1.1 200 OK\ncontent-type: text/html\n';
const ANSWERS: Readonly<Record<string, Answer>> = {
  '/silent': () => undefined,
  '/slow-status': dripping('', 'H'),
  '/slow-headers': dripping('HTTP/1.1 200 OK\n', 'x: y\n'),
  '/endless-header': dripping('HTTP/1.1 200 OK\nx: ', 'y'.repeat(4_000)),
  '/many-headers': text(`HTTP/1.1 200 OK\n${'x: y\n'.repeat(50_000)}\nHi`),
  '/endless-hints': dripping('', 'HTTP/1.1 103 Early Hints\nlink: </a>\n\n'),
  '/a-byte-at-a-time': dripping(`${OK}\n`, '.'),
  '/bad-chunk': text(`${OK}transfer-encoding: chunked\n\nzz\nHi\n0\n\n`),
  '/huge-chunk': openEnded(`${OK}transfer-encoding: chunked\n\nffffffffffffffff\nHi\n`),
  '/negative-chunk': text(`${OK}transfer-encoding: chunked\n\n-1\nHi\n0\n\n`),
  '/chunk-that-breaks-off': text(`${OK}transfer-encoding: chunked\n\n10\nHi\n`),
  '/endless-extension': dripping(`${OK}transfer-encoding: chunked\n\n1;`, 'a'.repeat(1_000)),
  '/endless-trailers': dripping(`${OK}transfer-encoding: chunked\n\n2\nHi\n0\n`, 'x: y\n'),
  '/length-and-chunks': text(`${OK}content-length: 2\ntransfer-encoding: chunked\n\n2\nHi\n0\n\n`),
  '/two-lengths': text(`${OK}content-length: 2\ncontent-length: 40\n\nHi`),
  '/negative-length': text(`${OK}content-length: -1\n\nHi`),
  '/huge-length': openEnded(`${OK}content-length: 99999999999999999999\n\nHi`),
  '/ends-early': text(`${OK}content-length: 100\n\nHi`),
  '/never-ends': openEnded(`${OK}content-length: 100\n\nHi`),
  '/unknown-encoding': text(`${OK}content-encoding: rot13\n\nHi`),
  '/broken-encoding': text(`${OK}content-encoding: br, gzip\ncontent-length: 2\n\nHi`),
  '/no-http': text('SSH-2.0-OpenSSH_9.6\n'),
  '/bad-status': text('HTTP/1.1 999999 What\n\nHi'),
  '/bad-location': text('HTTP/1.1 302 Found\nlocation: http://[\n\n'),
  '/redirect-without-end': text(`HTTP/1.1 302 Found\nlocation: /${'a'.repeat(10)}\ncontent-length: 9999\n\n`),
  '/bomb': (socket) => {
    const bomb = layers(3);
    socket.write(
      `${OK}content-encoding: gzip, gzip, gzip\r\ncontent-length: ${bomb.length}\r\n\r\n`.replace(
        /(?<!\r)\n/g,
        '\r\n',
      ),
    );
    socket.end(bomb);
    return undefined;
  },
  '/many-layers': text(
    `${OK}content-encoding: ${Array.from({ length: 300 }, () => 'gzip').join(', ')}\n\nHi`,
  ),
};

beforeAll(async () => {
  server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', (head) => {
      const path = /^GET (\S+)/.exec(String(head))?.[1] ?? '';
      const answer =
        path === '/gigabyte'
          ? gigabyte(path)
          : (ANSWERS[path] ?? text('HTTP/1.1 404 No\ncontent-length: 0\n\n'));
      const end = answer(socket);
      socket.on('close', () => {
        closed.add(path);
        end?.();
      });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port; // It listens on a port, not on a pipe.
  web = loopbackWeb({ deadline: DEADLINE });
});
afterAll(async () => {
  await web.close();
  server.close();
});

function gigabyte(path: string): Answer {
  return (socket) => {
    socket.write(`${OK}content-length: 1073741824\n\n`.replaceAll('\n', '\r\n'));
    const piece = Buffer.alloc(MB);
    const more = (): void => {
      if (socket.destroyed) return;
      sent.set(path, (sent.get(path) ?? 0) + piece.length);
      if (socket.write(piece)) setImmediate(more);
      else socket.once('drain', more);
    };
    more();
    return undefined;
  };
}

const address = (path: string): string => `http://news.example:${port}${path}`;

/** What became of fetching: the body, or the code of a refusal. */
async function outcome(fetched: Promise<unknown>): Promise<string> {
  try {
    await fetched;
    return 'fetched';
  } catch (error) {
    if (error instanceof UserError) return error.code;
    throw error;
  }
}

describe('a server that means harm', () => {
  it.concurrent.each(Object.keys(ANSWERS))(
    '%s gets no more than its time, and a refusal in words',
    async (path) => {
      expect(await outcome(web.get(address(path), REQUEST))).toMatch(/^(?:web-|fetched$)/);
    },
  );

  it.concurrent.each(['/length-and-chunks', '/two-lengths', '/ends-early', '/chunk-that-breaks-off'])(
    '%s passes nothing on of which nobody knows where it ends',
    async (path) => {
      expect(await outcome(web.get(address(path), REQUEST))).toBe('web-unreachable');
    },
  );

  it('with a gigabyte is left after the first piece that is too much', async () => {
    expect(await outcome(web.get(address('/gigabyte'), REQUEST))).toBe('web-too-large');
    expect(sent.get('/gigabyte')).toBeLessThan(64 * MB);
    await expect.poll(() => closed.has('/gigabyte')).toBe(true);
  });

  it('holds up robots.txt no longer than a page, and nothing is fetched without it', async () => {
    const silent = { get: () => web.get(address('/silent'), REQUEST) };
    // Robots asks the web for nothing else.
    const robots = new Robots(silent as unknown as Web, 'Clippings');
    expect(await outcome(fetchPage(web, robots, address('/a')))).toBe('web-timeout');
  });
});

it('a second answer on a connection is nobody’s', async () => {
  const both = text(
    'HTTP/1.1 200 OK\ncontent-length: 3\n\nown' + 'HTTP/1.1 200 OK\ncontent-length: 6\n\nforged',
  );
  const twice = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.on('data', (head) => {
      if (String(head).startsWith('GET /first')) openEndedTwice(socket);
      else text('HTTP/1.1 200 OK\ncontent-length: 5\n\nright')(socket);
    });
    const openEndedTwice = (to: Socket): void => void both(to);
  });
  await new Promise<void>((resolve) => twice.listen(0, '127.0.0.1', resolve));
  const at = `http://news.example:${(twice.address() as AddressInfo).port}`;
  expect(new TextDecoder().decode((await web.get(`${at}/first`, REQUEST)).body)).toBe('own');
  expect(new TextDecoder().decode((await web.get(`${at}/second`, REQUEST)).body)).toBe('right');
  twice.close();
});
