import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { parseFrontMatter } from '../../src/articles/front-matter-yaml.js';
import { UserError } from '../../src/user-error.js';

function read(yaml: string): unknown {
  return parseFrontMatter(yaml, (why) => new UserError('article-front-matter', why));
}

it.each([
  'title: Iraq votes, 170 to 0\npublished: 2020-01-05\n',
  'title: "Vote: all of it #1"\nurl: https://example.com/a#b\npublished: 2020-01-05T18:30:00+03:00\n',
  'title: Null and void\npublisher: null\n',
  'title: True\nadded: 1e3\n',
  'title: A "B" {c} [d] & e*\n',
  'title: "a \\u0062"\n',
  'title: Vote # a comment\n',
  'title: Vote\n  of the parliament\n',
])('front matter that YAML understands is what YAML reads: %j', (yaml) => {
  expect(read(yaml)).toEqual(parse(yaml));
});

it('is what YAML reads whatever simple values it has', () => {
  const value = fc.string({
    unit: fc.constantFrom(...'aB9.,’-&!%@;()/?é ', '"'),
    minLength: 1,
    maxLength: 8,
  });
  const entries = fc.array(value, { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(entries, (values) => {
      const yaml = values.map((each, at) => `key-${at}: a${each}\n`).join('');
      expect(read(yaml)).toEqual(parse(yaml));
    }),
  );
});
