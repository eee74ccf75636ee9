import fc from 'fast-check';
import { JSON_VALUES, piecesOf } from './pieces.js';

const MARKUP = [
  '<div>',
  '</div>',
  '<p>',
  '<b><i>',
  '<table><tr><td>',
  '<ul><li>',
  '<!--',
  '<!---->',
  '<?a?>',
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

export const markup = piecesOf(MARKUP, 12);

export const page = fc
  .tuple(fc.constantFrom(...JSON_VALUES), markup, fc.boolean())
  .map(([json, body, hasJson]) =>
    hasJson ? `<html><head><script type="application/ld+json">${json}</script></head><body>${body}` : body,
  );
