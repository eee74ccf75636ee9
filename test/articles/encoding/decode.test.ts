import { describe, expect, it } from 'vitest';
import { decode } from '../../../src/articles/encoding/decode.js';
import { UserError } from '../../../src/user-error.js';

const CURLY = Buffer.from('<p>“Café” – it’s £5 €6</p>', 'utf8');
/** The same in windows-1252. */
const CURLY_1252 = Buffer.from('<p>\x93Caf\xe9\x94 \x96 it\x92s \xa35 \x806</p>', 'latin1');
const TEXT = CURLY.toString();

function page(head: string, body: Buffer): Buffer {
  return Buffer.concat([Buffer.from(head), body]);
}

const RUSSIAN =
  'Мост через гавань закрыли в понедельник, после того как инженеры нашли трещины в двух из двадцати четырёх тросов, сообщили власти города. По мосту каждый день ездят двенадцать тысяч водителей, и до конца ремонта жителей будут бесплатно возить паромы.';

/** Encodes Russian in windows-1251, in which its letters stand in the order of the alphabet. */
function inCyrillic(text: string): Buffer {
  return Buffer.from(
    Array.from(text, (letter) => {
      if (letter === 'ё') return 0xb8;
      return letter < 'А' ? letter.charCodeAt(0) : letter.charCodeAt(0) - 0x410 + 0xc0;
    }),
  );
}

describe('a page is decoded', () => {
  it.each(['windows-1252', 'latin1', 'ISO-8859-1', 'us-ascii', 'x-cp1252'])(
    'as windows-1252, with curly quotes, when its server calls it %s',
    (header) => {
      expect(decode(CURLY_1252, 'a', { header })).toMatchObject({ text: TEXT, encoding: 'windows-1252' });
    },
  );

  it.each([
    ['a meta element', '<meta charset=windows-1252>'],
    [
      'a meta element that stands for a header',
      "<META http-equiv='Content-Type' content='text/html; charset=latin1'>",
    ],
    [
      'a meta element after 60 KB of scripts',
      `<script>${' '.repeat(60_000)}</script><meta charset="cp1252">`,
    ],
    ['an XML declaration', '<?xml version="1.0" encoding="ISO-8859-1"?>'],
    [
      'the second of two meta elements, as nobody knows the first',
      '<meta charset="klingon"><meta charset="l1">',
    ],
  ])('by %s', (_, head) => {
    expect(decode(page(head, CURLY_1252), 'a', { declaring: 'page' }).text).toBe(head + TEXT);
  });

  it.each([
    ['its byte order mark before its header', page('\uFEFF', CURLY), 'iso-8859-1', 'utf-8'],
    [
      'its header before its meta element',
      page('<meta charset="utf-8">', CURLY_1252),
      'windows-1252',
      'windows-1252',
    ],
    ['UTF-8, although a meta element claims UTF-16', page('<meta charset="utf-16">', CURLY), null, 'utf-8'],
  ])('by %s', (_, bytes, header, encoding) => {
    const decoded = decode(bytes, 'a', { header, declaring: 'page' });
    expect(decoded.encoding).toBe(encoding);
    expect(decoded.text).toContain(TEXT);
  });

  it('not by what a comment or a description says', () => {
    const head = '<!-- <meta charset="koi8-r"> --><meta name="description" content="charset=koi8-r">';
    expect(decode(page(head, CURLY), 'a', { declaring: 'page' }).text).toContain(TEXT);
  });

  it('with one replacement character for a stray byte', () => {
    const bytes = Buffer.from('The bridge is closed. \xa9 Gazette', 'latin1');
    expect(decode(bytes, 'a', { header: 'utf-8' }).text).toBe('The bridge is closed. \uFFFD Gazette');
  });

  it('as what it is, where it calls itself UTF-8 and holds none of it', () => {
    expect(decode(CURLY_1252, 'a', { header: 'utf-8' })).toMatchObject({ text: TEXT, isDetected: true });
  });
});

describe('a feed is decoded', () => {
  it('by its XML declaration, not by the pages that it holds', () => {
    const head = '<?xml version="1.0" encoding="windows-1252"?><rss><![CDATA[<meta charset="utf-8">]]>';
    expect(decode(page(head, CURLY_1252), 'a', { declaring: 'feed' }).text).toContain(TEXT);
  });
});

describe('a text that says nothing', () => {
  it.each([
    ['UTF-8', CURLY, TEXT],
    ['windows-1252', CURLY_1252, TEXT],
    ['UTF-16, little end first', Buffer.from('They voted on Monday.', 'utf16le'), 'They voted on Monday.'],
    ['UTF-16, big end first', Buffer.from('They voted.', 'utf16le').swap16(), 'They voted.'],
    ['windows-1251', inCyrillic(RUSSIAN), RUSSIAN],
  ])('is found to be %s', (_, bytes, text) => {
    expect(decode(bytes, 'a').text).toBe(text);
  });

  it('is refused where it is no text', () => {
    const bytes = Uint8Array.from({ length: 2_000 }, (_, at) => (at * 7919) % 256);
    expect(() => decode(bytes, 'a.bin')).toThrow(UserError);
  });
});
