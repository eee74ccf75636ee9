import fc from 'fast-check';

/** What is read: each kind has a reader of its own. */
export const KINDS = ['page', 'feed', 'file', 'line', 'question', 'option'] as const;
export type Kind = (typeof KINDS)[number];

/** Any characters at all, lone halves of surrogate pairs among them. */
const anything = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 0x7f }), fc.integer({ min: 0, max: 0xffff })), { maxLength: 40 })
  .map((codes) => String.fromCharCode(...codes));

const words = fc.constantFrom(
  'The minister resigned on Monday, 5 January 2020, after a vote.',
  'About 1,200 people were killed in the U.S. and “many more” hurt.',
  'How many people were killed in Iraq?',
  'a',
  ' ',
  '\n\n',
  '\t',
  '\u202E',
  '\u0000',
  '@everyone',
  '<@1>',
  '**',
  '`',
  '[a](',
  '|a|b|\n|-|-|\n',
  '> ',
  '- ',
  '"',
  "'",
  '--',
  '1,',
  '9'.repeat(30),
);

/** Small texts, and now and then one that repeats without end. */
function repeated(part: fc.Arbitrary<string>, most: number): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 4, arbitrary: part },
    {
      weight: 1,
      arbitrary: fc
        .tuple(part, fc.integer({ min: 2, max: most }))
        .map(([text, times]) => text.repeat(Math.min(times, Math.ceil(most / (text.length + 1))))),
    },
  );
}

const prose = fc
  .array(repeated(fc.oneof(words, anything), 5_000), { minLength: 1, maxLength: 6 })
  .map((parts) => parts.join(' '));

const JSON_VALUES = [
  '{"__proto__":{"polluted":1}}',
  '{"constructor":{"prototype":{"polluted":1}}}',
  '{"@type":"NewsArticle","__proto__":{"polluted":1},"datePublished":"2020-01-01"}',
  '{"@graph":[{"@type":"NewsArticle","author":{"__proto__":{"polluted":1}}}]}',
  `${'['.repeat(5_000)}`,
  `${'{"a":'.repeat(5_000)}`,
  '{"@type":"NewsArticle","headline":{"toString":1},"author":[null,1,{"name":{"a":1}}]}',
  'null',
  '[]',
  '1e999',
] as const;

const MARKUP = [
  '<div>',
  '</div>',
  '<p>',
  '<b><i>',
  '<table><tr><td>',
  '<ul><li>',
  '<!--',
  '-->',
  '<script>',
  '</script>',
  '<style>',
  '<svg><foreignObject>',
  '<template>',
  '<select><option>',
  '<title>',
  '<h1>',
  '<meta property="article:published_time" content="2020-13-45T99:99:99Z">',
  '<meta name="author" content="',
  '<time datetime="',
  '<link rel="canonical" href="javascript:alert(1)">',
  '<base href="//[">',
  '<a href="',
  '<img src=x alt="',
  '<p a=1 a=2 ',
  '&amp;',
  '&#x110000;',
  '&#0;',
  '&lt;',
  '<![CDATA[',
  ']]>',
  '<?php',
  '<article><p>',
] as const;

const markup = fc
  .array(repeated(fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...MARKUP) }, words, anything), 3_000), {
    minLength: 1,
    maxLength: 12,
  })
  .map((parts) => parts.join(''));

const page = fc
  .tuple(fc.constantFrom(...JSON_VALUES), markup, fc.boolean())
  .map(([json, body, hasJson]) =>
    hasJson
      ? `<html><head><script type="application/ld+json">${json}</script></head><body>${body}`
      : `<!doctype html><html>${body}`,
  );

const FEED_PARTS = [
  '<item>',
  '</item>',
  '<entry>',
  '<title>',
  '</title>',
  '<link>https://news.example/a</link>',
  '<link href="javascript:x"/>',
  '<guid isPermaLink="true">',
  '<pubDate>Mon, 32 Foo 20200 99:99:99 +9999</pubDate>',
  '<description><![CDATA[',
  ']]></description>',
  '<content:encoded>&lt;p&gt;',
  '&lol9;',
  '&xxe;',
  '&amp;amp;amp;',
  '<a:b xmlns:a="',
  '<x y="1" y="2">',
  '<__proto__><polluted>1</polluted></__proto__>',
  '<constructor><prototype><polluted>1</polluted></prototype></constructor>',
] as const;

const DOCTYPES = [
  '',
  '<!DOCTYPE r [<!ENTITY a "ha"><!ENTITY lol9 "&a;&a;&a;&a;&a;&a;">]>',
  `<!DOCTYPE r [${Array.from({ length: 9 }, (_, at) => `<!ENTITY lol${at + 1} "${`&lol${at};`.repeat(10)}">`).join('')}]>`,
  '<!DOCTYPE r [<!ENTITY xxe SYSTEM "file:///etc/passwd">]>',
  '<!DOCTYPE r SYSTEM "http://127.0.0.1:1/x.dtd">',
] as const;

const feed = fc
  .tuple(
    fc.constantFrom(...DOCTYPES),
    fc.constantFrom(
      '<rss version="2.0"><channel>',
      '<feed xmlns="http://www.w3.org/2005/Atom">',
      '<rdf:RDF>',
      '{"version":"https://jsonfeed.org/version/1.1","items":[',
    ),
    fc
      .array(repeated(fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...FEED_PARTS) }, words), 3_000), {
        minLength: 1,
        maxLength: 12,
      })
      .map((parts) => parts.join('')),
  )
  .map((parts) => `<?xml version="1.0"?>${parts.join('')}`);

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
  .array(repeated(fc.constantFrom(...YAML_PARTS), 300), { minLength: 1, maxLength: 8 })
  .map((lines) => `---\n${lines.join('\n')}\n---\n`);

const file = fc
  .tuple(fc.oneof(fc.constant(''), frontMatter), fc.oneof(prose, markup))
  .map((parts) => parts.join('\n'));

const line = fc.oneof(
  fc.constantFrom(...JSON_VALUES),
  fc.json(),
  fc
    .tuple(fc.constantFrom(...JSON_VALUES), prose)
    .map(([value, text]) => `{"text":${JSON.stringify(text)},"title":${value},"__proto__":{"polluted":1}}`),
);

const question = fc
  .array(fc.oneof(words, anything), { minLength: 1, maxLength: 8 })
  .map((parts) => parts.join(' ').slice(0, 1_000));

const option = fc.oneof(
  question,
  fc.constantFrom(
    '__proto__',
    'constructor',
    'days,__proto__,x',
    'span,zz,zz,UTC',
    'span,1,1,../..',
    '25:99',
    '8am 8pm',
    'every __proto__',
    'Etc/../..',
    '9999-99-99',
    'more:0:0',
    'context:__proto__:0',
    'source:%00',
  ),
);

/** Inputs made to break what reads them, of each kind. */
export const HOSTILE: Readonly<Record<Kind, fc.Arbitrary<string>>> = {
  page,
  feed,
  file,
  line,
  question,
  option,
};
