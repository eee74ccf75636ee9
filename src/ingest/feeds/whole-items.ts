import { writtenTimestamp } from '../../text/dates/written-timestamp.js';

const OPENING = /<(item|entry)(?=[\s>])/gi;
const DATE =
  /<(?:pubDate|dc:date|dcterms:issued|published|issued|updated)(?:\s[^<>]*)?>\s*(?:<!\[CDATA\[)?([^<\]]{6,60})/i;
const ROOT = /<(rss|feed|rdf:RDF)(?=[\s>])/i;
const CHANNEL = /<channel(?=[\s>])/i;

/**
 * Cuts an XML feed down to its newest whole items, without parsing it: an archive of all that a site ever published
 * is read in little time and memory, and one that broke off on its way gives what came. Items without a date count as
 * old as the one before them.
 * @param most items to keep; in their order
 */
export function wholeItems(text: string, most: number): string {
  const root = ROOT.exec(text)?.[1];
  const items = itemsOf(text);
  const [first] = items;
  if (root === undefined || first === undefined) return text;
  let time = 0;
  const dated = items.map(({ item }, position) => {
    time = Date.parse(writtenTimestamp(DATE.exec(item)?.[1] ?? '') ?? '') || time;
    return { item, position, time };
  });
  const kept = dated
    .sort((one, other) => other.time - one.time || one.position - other.position)
    .slice(0, most)
    .sort((one, other) => one.position - other.position);
  const head = text.slice(0, first.index);
  // RDF closes its channel before the first item.
  const end = CHANNEL.test(head) && !/<\/channel\s*>/i.test(head) ? '</channel>' : '';
  return `${head}${kept.map(({ item }) => item).join('\n')}${end}</${root}>`;
}

/** Each item from its opening to its closing tag. The end of the text is looked for once, however many open. */
function itemsOf(text: string): { readonly item: string; readonly index: number }[] {
  const items: { item: string; index: number }[] = [];
  const unclosed = new Set<string>();
  let end = 0;
  for (const { index, 1: name = '' } of text.matchAll(OPENING)) {
    if (index < end || unclosed.has(name)) continue;
    const closing = new RegExp(`</${name}\\s*>`, 'gi');
    closing.lastIndex = index;
    if (closing.test(text)) {
      end = closing.lastIndex;
      items.push({ item: text.slice(index, end), index });
    } else unclosed.add(name);
  }
  return items;
}
