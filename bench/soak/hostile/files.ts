import fc from 'fast-check';
import { markup } from './pages.js';
import { JSON_VALUES, piecesOf, prose, repeated } from './pieces.js';

const YAML_PARTS = [
  'title: a',
  'title: [',
  'title: {a: ',
  'title: "',
  'title: !!js/function x',
  'title: !unknown y',
  'published: 2020-99-99',
  '__proto__: {polluted: 1}',
  'constructor: {prototype: {polluted: 1}}',
  '<<: *a',
  'a: &a [*a]',
  'a: *b',
  '? ',
  '- - - -',
  'x: |',
  '  y',
  'copies: 5',
  'authors: {a: b}',
  '\t: b',
  '#',
] as const;

const frontMatter = fc
  .array(repeated(fc.constantFrom(...YAML_PARTS).map((line) => `${line}\n`)), { minLength: 1, maxLength: 8 })
  .map((lines) => `---\n${lines.join('')}---\n`);

const MARKDOWN = [
  '# ',
  '- ',
  '  - a\n',
  '1. ',
  '> ',
  '**a',
  '_a ',
  '`',
  '```\n',
  '[a](',
  '[a]: b\n',
  '![',
  '](',
  '|a',
  '|-|-|\n',
  '<div>',
  '<!--',
  '~~a~',
  'www.a',
  'a@b.',
  '&a',
  '    ',
  'a\n==\n',
  '\\',
  '\n',
] as const;

const body = fc.oneof(prose, markup, piecesOf(MARKDOWN, 8));

/** What a file is called, with a line's end, and what it holds. */
export const file = fc
  .tuple(fc.constantFrom('a.md', 'a.txt', 'a.html'), fc.oneof(fc.constant(''), frontMatter), body)
  .map(([name, front, text]) => `${name}\n${front}${text}`);

export const line = fc.oneof(
  fc.constantFrom(...JSON_VALUES),
  fc.json(),
  fc
    .tuple(fc.constantFrom(...JSON_VALUES), prose)
    .map(([value, text]) => `{"text":${JSON.stringify(text)},"title":${value},"__proto__":{"polluted":1}}`),
);
