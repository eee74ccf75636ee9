import { describe, expect, it } from 'vitest';
import { fetchableAddress, redirectTarget } from '../../../src/ingest/web/fetchable-address.js';

describe('an address that is typed', () => {
  it.each([
    ['news.example', 'https://news.example/'],
    ['www.news.example:8080/feed', 'https://www.news.example:8080/feed'],
    ['http://news.example', 'http://news.example/'],
  ])('%s is %s', (typed, href) => {
    expect(fetchableAddress(typed).href).toBe(href);
  });

  it.each([
    ['BBC', 'Give the site’s address, such as bbc.co.uk.'],
    ['ftp://news.example', 'It should begin with https:// or http://.'],
  ])('%s is none', (typed, hint) => {
    expect(() => fetchableAddress(typed)).toThrow(expect.objectContaining({ code: 'web-address', hint }));
  });
});

describe('a redirect', () => {
  it('from https to http is refused', () => {
    const follow = () => redirectTarget('http://news.example/feed', new URL('https://news.example/feed'));
    expect(follow).toThrow(expect.objectContaining({ code: 'web-insecure', name: 'UserError' }));
  });

  it.each([
    ['https://news.example/feed', '/moved', 'https://news.example/moved'],
    ['http://news.example/feed', 'http://other.example/', 'http://other.example/'],
    ['http://news.example/feed', 'https://news.example/feed', 'https://news.example/feed'],
  ])('from %s to %s is followed', (from, location, target) => {
    expect(redirectTarget(location, new URL(from)).href).toBe(target);
  });
});
