import { describe, expect, it } from 'vitest';
import { shownAddress, withShownAddresses } from '../src/shown-address.js';

describe('an address of the settings is shown', () => {
  it.each([
    ['libsql://db.example.org/', 'libsql://db.example.org/'],
    ['libsql://db.example.org/?authToken=SECRET', 'libsql://db.example.org/'],
    ['libsql://db.example.org?authToken=SECRET@x', 'libsql://db.example.org'],
    ['https://user:SECRET@db.example.org:8080/a#SECRET', 'https://db.example.org:8080/a'],
    ['wss://SECRET@db.example.org', 'wss://db.example.org/'],
    ['https://user:SE?CRET@db.example.org/', 'https://…'],
    ['libsql://a b?authToken=SECRET', 'libsql://…'],
    ['libsql:SECRET', 'libsql:…'],
    ['SECRET', '…'],
    ['file:data/clippings.db', 'file:data/clippings.db'],
    ['file:/srv/clippings.db?authToken=SECRET', 'file:/srv/clippings.db'],
    [':memory:', '…'],
  ])('%s as %s', (address, shown) => {
    expect(shownAddress(address)).toBe(shown);
  });

  it('also within a text', () => {
    expect(
      withShownAddresses(
        'It cannot be had from https://user:SECRET@x.example/v2, “wss://y.example?t=SECRET”.',
      ),
    ).toBe('It cannot be had from https://x.example/v2, “wss://y.example/”.');
  });
});
