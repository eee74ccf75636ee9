import { describe, expect, it } from 'vitest';
import { addressKey, isSameSite } from '../../src/ingest/address.js';

describe('the key of an address', () => {
  it.each([
    'https://www.news.example/2024/bridge',
    'http://news.example/2024/bridge/',
    'https://news.example/2024/bridge?utm_source=rss&utm_medium=feed#comments',
    'https://m.news.example/2024/bridge?fbclid=abc',
    'https://amp.news.example/2024/bridge/amp',
    'HTTPS://NEWS.EXAMPLE:443/2024/bridge/index.html',
  ])('is one for %s', (address) => {
    expect(addressKey(address)).toBe('https://news.example/2024/bridge');
  });

  it('keeps what names the article', () => {
    expect(addressKey('https://news.example/story?page=2&id=7')).toBe(
      'https://news.example/story?id=7&page=2',
    );
    expect(addressKey('https://news.example/a')).not.toBe(addressKey('https://news.example/b'));
  });

  it('is none for what is no address of the web', () => {
    expect(['mailto:a@b.example', 'urn:uuid:1', 'bridge', 'https://'].map(addressKey)).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });
});

describe('a site', () => {
  it.each([
    ['https://www.news.example/a', 'http://news.example/b', true],
    ['https://feeds.news.example/rss', 'https://www.news.example/b', true],
    ['https://world.news.example/a', 'https://news.example/b', true],
    ['https://news.example/a', 'https://othernews.example/b', false],
    ['https://news.example.evil.example/a', 'https://news.example/b', false],
  ])('%s and %s: %s', (one, other, same) => {
    expect(isSameSite(one, other)).toBe(same);
  });
});
