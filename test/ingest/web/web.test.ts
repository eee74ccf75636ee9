import type { LookupAddress } from 'node:dns';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Web, type WebOptions } from '../../../src/ingest/web/web.js';
import { loopbackWeb, WebServer } from '../web-server.js';

const REQUEST = { accept: 'text/html', mostBytes: 100_000 };

let server: WebServer;
let webs: Web[];

beforeEach(async () => {
  webs = [];
  server = await WebServer.start({ '/': '<p>Hello</p>' });
});
afterEach(async () => {
  await Promise.all(webs.map((web) => web.close()));
  await server.stop();
});

function opened(web: Web): Web {
  webs.push(web);
  return web;
}

/** A web with the rules of a real one, but for how names are resolved. */
function realWeb(resolve?: WebOptions['resolve']): Web {
  return opened(new Web({ userAgent: 'Clippings/test', deadline: 5_000, ...(resolve ? { resolve } : {}) }));
}

async function get(path: string, web = opened(loopbackWeb())) {
  const resource = await web.get(server.url(path), REQUEST);
  return { ...resource, text: new TextDecoder().decode(resource.body) };
}

describe('fetching', () => {
  it('gives the body, its status and its address, and says who asks', async () => {
    const { text, status, address } = await get('/');
    expect({ text, status, path: address.pathname }).toEqual({
      text: '<p>Hello</p>',
      status: 200,
      path: '/',
    });
    expect(server.requests[0]?.headers['user-agent']).toBe('Clippings/test');
  });

  it('gives back what is not found, with its status', async () => {
    expect((await get('/gone')).status).toBe(404);
  });

  it('follows redirects, relative ones too, and decompresses', async () => {
    server.put('/old', (_, response) => response.writeHead(301, { location: 'new?x=1' }).end());
    server.put('/new?x=1', (_, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('Packed')),
    );
    const { text, address } = await get('/old');
    expect([text, address.pathname]).toEqual(['Packed', '/new']);
  });

  it('knows where a resource has moved for good', async () => {
    server.put('/old', (_, response) => response.writeHead(301, { location: '/new' }).end());
    server.put('/new', (_, response) => response.writeHead(302, { location: '/today' }).end());
    server.put('/today', 'Here');
    expect((await get('/old')).movedTo?.pathname).toBe('/new');
    expect((await get('/new')).movedTo).toBeNull();
  });

  it('gives a site its cookies back on the way, and forgets them then', async () => {
    server.put('/', ({ headers }, response) => {
      if (headers.cookie === 'seen=1') response.end('Hello again');
      else response.writeHead(302, { location: '/', 'set-cookie': 'seen=1; Path=/; HttpOnly' }).end();
    });
    const web = opened(loopbackWeb());
    expect((await get('/', web)).text).toBe('Hello again');
    expect((await get('/', web)).text).toBe('Hello again');
    expect(server.requests.map(({ headers }) => headers.cookie)).toEqual([
      undefined,
      'seen=1',
      undefined,
      'seen=1',
    ]);
  });

  it('gives no cookie to another site', async () => {
    server.put('/', (_, response) =>
      response
        .writeHead(302, { location: server.url('/other', 'other.example'), 'set-cookie': 'seen=1' })
        .end(),
    );
    server.put('/other', 'Hello');
    await get('/');
    expect(server.asked('/other')[0]?.headers.cookie).toBeUndefined();
  });
});

describe('addresses that are refused', () => {
  it.each([
    'file:///etc/passwd',
    'ftp://example.org/',
    'data:text/html,hello',
    'javascript:alert(1)',
    'gopher://example.org',
    '//example.org',
    'http://',
    'https://user:secret@example.org/',
    '',
  ])('%s, for what it is', async (address) => {
    await expect(realWeb().get(address, REQUEST)).rejects.toMatchObject({ code: 'web-address' });
  });

  it.each([
    'http://127.0.0.1/',
    'http://127.1/',
    'http://2130706433/',
    'http://0x7f000001/',
    'http://0177.0.0.1/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://169.254.169.254/latest/meta-data/',
    'http://0.0.0.0/',
    'http://192.168.0.1/',
    'http://localhost/',
  ])('%s, for where it leads', async (address) => {
    const target = new URL(address);
    target.port = String(server.port);
    await expect(realWeb().get(target.href, REQUEST)).rejects.toMatchObject({ code: 'web-refused' });
    expect(server.requests).toEqual([]);
  });

  it('a name that resolves to this machine', async () => {
    const web = realWeb(async () => [{ address: '127.0.0.1', family: 4 }]);
    await expect(get('/', web)).rejects.toMatchObject({ code: 'web-refused' });
    expect(server.requests).toEqual([]);
  });

  it('a name with one private address among public ones', async () => {
    const web = realWeb(async () => [
      { address: '93.184.216.34', family: 4 },
      { address: '10.0.0.7', family: 4 },
    ]);
    await expect(get('/', web)).rejects.toMatchObject({ code: 'web-refused' });
  });

  it('a redirect to where one may not go', async () => {
    const inside = await WebServer.start({ '/': 'secret' });
    server.put('/out', (_, response) =>
      response.writeHead(302, { location: inside.url('/', 'inside.example') }).end(),
    );
    const web = opened(
      loopbackWeb({
        mayConnect: (address) => address === '127.0.0.1',
        resolve: async (host) => [
          { address: host === 'inside.example' ? '127.0.0.2' : '127.0.0.1', family: 4 },
        ],
      }),
    );
    await expect(get('/out', web)).rejects.toMatchObject({ code: 'web-refused' });
    expect(inside.requests).toEqual([]);
    await inside.stop();
  });

  it('a redirect to another kind of address', async () => {
    server.put('/out', (_, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end());
    await expect(get('/out')).rejects.toMatchObject({ code: 'web-address' });
  });

  it('a name that changes its address between the check and the connection', async () => {
    let asked = 0;
    const rebinding = async (): Promise<LookupAddress[]> => [
      { address: asked++ === 0 ? '127.0.0.1' : '127.0.0.2', family: 4 },
    ];
    const web = opened(loopbackWeb({ resolve: rebinding }));
    expect((await get('/', web)).status).toBe(200);
    // Resolved once: what was checked is what was connected to.
    expect(asked).toBe(1);
  });
});

describe('limits', () => {
  it('refuse what is larger than asked for', async () => {
    server.put('/', (_, response) => {
      response.writeHead(200);
      const timer = setInterval(() => response.write(Buffer.alloc(50_000)), 1);
      response.on('close', () => clearInterval(timer));
    });
    await expect(get('/')).rejects.toMatchObject({ code: 'web-too-large' });
  });

  it('refuse what is larger once it is decompressed', async () => {
    const bomb = gzipSync(Buffer.alloc(20_000_000));
    expect(bomb.length).toBeLessThan(REQUEST.mostBytes);
    server.put('/', (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb));
    await expect(get('/')).rejects.toMatchObject({ code: 'web-too-large' });
  });

  it('refuse redirects without end', async () => {
    server.put('/', (_, response) => response.writeHead(302, { location: '/' }).end());
    await expect(get('/')).rejects.toMatchObject({ code: 'web-redirects' });
    expect(server.requests.length).toBeLessThan(10);
  });

  it('refuse what drips without end, and who never answers', async () => {
    server.put('/drip', (_, response) => {
      response.writeHead(200);
      const timer = setInterval(() => response.write('.'), 20);
      response.on('close', () => clearInterval(timer));
    });
    server.put('/silent', () => {});
    const web = opened(loopbackWeb({ deadline: 300 }));
    await expect(get('/drip', web)).rejects.toMatchObject({ code: 'web-timeout' });
    await expect(get('/silent', web)).rejects.toMatchObject({ code: 'web-timeout' });
  });
});

describe('what goes wrong', () => {
  it('is said in words: broken compression, a closed connection, no such site', async () => {
    server.put('/broken', (_, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end('not gzip'),
    );
    server.put('/closed', (request) => request.socket.destroy());
    await expect(get('/broken')).rejects.toMatchObject({ code: 'web-unreachable' });
    await expect(get('/closed')).rejects.toMatchObject({ code: 'web-unreachable' });
    const nobody = realWeb(() => Promise.reject(Object.assign(new Error('no'), { code: 'ENOTFOUND' })));
    await expect(get('/', nobody)).rejects.toMatchObject({
      code: 'web-no-host',
      message: 'There is no site news.example.',
    });
  });
});
