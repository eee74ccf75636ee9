import { describe, expect, it } from 'vitest';
import { readArticle } from '../../src/articles/read-article.js';

const MAIL =
  'Return-Path: <a@b.example>\r\nReceived: from x\r\n by y; Mon, 11 Mar 2024\r\nFrom: Ann <a@b.example>\r\nSubject: Bridge\r\nMIME-Version: 1.0\r\n\r\nThe bridge is closed.\r\n';

describe('what is no text is refused by what it is:', () => {
  it.each([
    ['a mail', 'bridge.txt', MAIL, /is an e-mail/],
    ['a mail by its name', 'bridge.eml', 'Hello.', /is an e-mail/],
    ['RTF', 'bridge.txt', '{\\rtf1\\ansi The bridge is closed.}', /is an RTF document/],
    ['a PDF', 'bridge.md', '%PDF-1.7\n1 0 obj', /is a PDF/],
    ['a Word file', 'bridge.txt', 'PK\u0003\u0004word/document.xml', /is a Word/],
    [
      'a page with its pictures',
      'bridge.html',
      'From: <Saved by Blink>\r\nSubject: Bridge\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html"\r\n\r\n',
      /MHTML/,
    ],
    ['a feed', 'bridge.html', '<?xml version="1.0"?><rss version="2.0"><channel/></rss>', /is a feed/],
  ])('%s', (_, file, content, message) => {
    expect(() => readArticle(file, Buffer.from(content))).toThrow(message);
  });

  it('a page that begins with comments is told from a feed at once', () => {
    const page = `${'<!---->'.repeat(1_000)}<p>The bridge was closed on Monday.</p>`;
    expect(readArticle('a.html', Buffer.from(page)).paragraphs).toHaveLength(1);
  });

  it.each([
    'From: the mayor. To: everybody. The bridge is closed.',
    'Subject: the bridge\n\nIt was closed on Monday.',
    'The police found a file that began with %PDFs and closed the bridge.',
  ])('but %j is one', (text) => {
    expect(readArticle('a.txt', Buffer.from(text)).paragraphs.length).toBeGreaterThan(0);
  });
});
