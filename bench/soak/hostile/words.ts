import fc from 'fast-check';
import { anything, piecesOf, words } from './pieces.js';

/** Members can type so many characters at most. */
const LONGEST_QUESTION = 1_000;

const QUESTIONS = [
  'How many people were killed ',
  'Who is ',
  'what did the minister say about ',
  'when ',
  'and on Friday? ',
  'why?',
  'latest on Iraq ',
  'yesterday',
  'last week ',
  'in the first 3 days of ',
  'between 1 January and ',
  'U.S. ',
  "isn't ",
  '“',
  '?',
  '(',
] as const;

export const question = piecesOf(QUESTIONS, 10).map((text) => text.slice(0, LONGEST_QUESTION));

const OPTIONS = [
  '__proto__',
  'constructor',
  'days,__proto__,x',
  'span,zz,zz,UTC',
  'span,1,1,../..',
  '25:99',
  '08:00',
  '8am 8pm',
  'every 6 hours',
  'every __proto__',
  'weekdays',
  'Mon-Fri',
  'Etc/../..',
  'Europe/Berlin',
  'GMT+99',
  'UTC+14:59',
  '9999-99-99',
  '2020-02-30',
  'last friday',
  'more:0:0',
  'context:__proto__:0',
  'source:%00',
  'card:',
  ':',
  ',',
] as const;

export const option = fc.oneof(piecesOf(OPTIONS, 4), fc.constantFrom(...OPTIONS), question);

const DATES = [
  '2020-01-05',
  'T',
  '99:99:99',
  '11:30 pm',
  '+9999',
  '-00:00',
  'EST',
  'Mon, ',
  '5/1/2020',
  '30 February 2020',
  '٥ يناير ٢٠٢٠',
  '11. März 2024',
  '1er janvier',
  'May ',
  'last ',
  'next ',
  'days ago',
  ', ',
  ' to ',
  '–',
  '20200105',
  '275760-09-13',
  '-271821-04-20',
  '1e9',
  'the 31st of the month before ',
  'christmas ',
] as const;

export const date = fc.oneof(piecesOf(DATES, 6), piecesOf(DATES, 6, ' '));

const ADDRESSES = [
  'http://',
  'https://',
  'HTTPS:/\\',
  'javascript:',
  'file:///etc/passwd',
  '//',
  'news.example',
  'user:password@',
  '127.0.0.1',
  '[::1]',
  '[::ffff:7f00:1]',
  '0x7f.1',
  '2130706433',
  'xn--',
  'ａ．ｂ',
  '%00',
  '%zz',
  '..',
  '/',
  '?utm_source=',
  '&a[]=',
  '#',
  ':99999',
  ':0',
  'index.html',
  '\\',
] as const;

export const address = piecesOf(ADDRESSES, 8);

const RULES = [
  'User-agent: *\n',
  'User-agent: Clippings\n',
  'Disallow: /\n',
  'Disallow: /*a*a*a*a*a*b$\n',
  '*a',
  'Allow: *$\n',
  'Crawl-delay: 1e999\n',
  'Crawl-delay: -1\n',
  'Sitemap: \n',
  'Host: a\n',
  ': : :\n',
  '*',
  '$',
  '\r',
] as const;

export const robots = piecesOf(RULES, 8);

/** What a page may say that it is written in, with a line's end, and bytes as characters of Latin 1. */
export const bytes = fc
  .tuple(
    fc.constantFrom(
      'utf-8',
      'utf-16',
      'utf-16be',
      'iso-2022-jp',
      'shift_jis',
      'gb18030',
      'big5',
      'euc-kr',
      'x-user-defined',
      'replacement',
      'utf-7',
      '__proto__',
      '',
    ),
    fc.constantFrom('', '\xEF\xBB\xBF', '\xFF\xFE', '\xFE\xFF', '\x1B$B', '\x00\x00\xFE\xFF'),
    fc.oneof(
      fc.uint8Array({ maxLength: 400 }).map((some) => Buffer.from(some).toString('latin1')),
      words.map((text) => Buffer.from(text, 'utf16le').toString('latin1')),
      piecesOf(['\x80', '\xC0\xAF', '\xED\xA0\x80', '\x1B(B', '\x8E\xA2'], 8),
      anything,
    ),
  )
  .map(([charset, mark, body]) => `${charset}\n${mark}${body}`);
