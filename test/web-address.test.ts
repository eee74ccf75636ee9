import { describe, expect, it } from 'vitest';
import { webAddress } from '../src/web-address.js';

describe('an address of the web', () => {
  it('is one of http or https', () => {
    expect(webAddress('https://news.example/a b')?.href).toBe('https://news.example/a%20b');
    expect(webAddress('HTTP://news.example')?.href).toBe('http://news.example/');
  });

  it.each(['ftp://news.example/', 'javascript:alert(1)', 'file:///etc/passwd', 'news.example', '', null])(
    'is not %s',
    (text) => {
      expect(webAddress(text)).toBeNull();
    },
  );

  it('may start from another one', () => {
    expect(webAddress('../b', new URL('https://news.example/a/c'))?.href).toBe('https://news.example/b');
    expect(webAddress('mailto:a@news.example', new URL('https://news.example/'))).toBeNull();
  });
});
