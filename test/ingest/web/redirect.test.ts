import { describe, expect, it } from 'vitest';
import { redirectTarget } from '../../../src/ingest/web/fetchable-address.js';

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
