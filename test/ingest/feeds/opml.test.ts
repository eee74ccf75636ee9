import { describe, expect, it } from 'vitest';
import { LARGEST_LIST, readOpml, writeOpml } from '../../../src/ingest/feeds/opml.js';

const read = (text: string | Uint8Array) => readOpml({ body: Buffer.from(text), name: 'list.opml' });
const outline = (attributes: string, inside = '') => `<outline ${attributes}>${inside}</outline>`;
const list = (outlines: string) => `<?xml version="1.0"?><opml version="2.0"><body>${outlines}</body></opml>`;

describe('a list of feeds', () => {
  it('gives each feed once, whatever folder it is in, and counts the rest', () => {
    const gazette = outline('text="Gazette &amp; Post" xmlUrl="https://gazette.example/feed"');
    const folder = outline(
      'text="News"',
      gazette + outline('text="Planet" title="The Planet" xmlUrl="https://planet.example/rss"'),
    );
    const broken = outline('text="Mail" xmlUrl="mailto:a@b.example"') + outline('text="Empty folder"');
    expect(read(list(folder + gazette + broken))).toEqual({
      subscriptions: [
        { title: 'Gazette & Post', url: 'https://gazette.example/feed' },
        { title: 'The Planet', url: 'https://planet.example/rss' },
      ],
      duplicates: 1,
      unusable: 1,
    });
  });

  it('is written so that it can be read again', () => {
    const subscriptions = [
      { title: 'A "quoted" <title> & more', url: 'https://a.example/feed?x=1&y=2' },
      { title: null, url: 'https://b.example/' },
    ];
    const written = writeOpml(subscriptions, 'Mine', new Date('2024-03-12T09:00:00Z'));
    expect(read(written).subscriptions).toEqual([
      subscriptions[0],
      { title: 'https://b.example/', url: 'https://b.example/' },
    ]);
  });

  it.each([
    ['no list', 'hello', 'opml-unreadable'],
    ['a page', '<!doctype html><html><body><p>Hi</p></body></html>', 'opml-unreadable'],
    ['a list without feeds', list(outline('text="News"')), 'opml-empty'],
    ['too large', 'x'.repeat(LARGEST_LIST + 1), 'opml-large'],
    ['what is no text', Uint8Array.from({ length: 4000 }, (_, at) => at % 256), 'opml-unreadable'],
  ])('is refused when it is %s', (_, text, code) => {
    expect(() => read(text)).toThrow(expect.objectContaining({ code }));
  });

  it('takes no entity of its own for text, and no depth without end', () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE opml [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]>
      <opml version="2.0"><body><outline text="&b;&b;" xmlUrl="https://a.example/feed"/></body></opml>`;
    const titles = () => {
      try {
        return read(bomb).subscriptions[0]?.title?.length ?? 0;
      } catch {
        return 0;
      }
    };
    expect(titles()).toBeLessThan(200);
    const deep = '<outline text="x">'.repeat(3_000) + outline('text="Deep" xmlUrl="https://a.example/feed"');
    expect(() => read(list(deep + '</outline>'.repeat(3_000)))).toThrow(/list\.opml/);
  });
});
