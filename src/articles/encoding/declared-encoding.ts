import { isomorphicDecode, labelToName } from '@exodus/bytes/encoding.js';

/** Bytes in which a declaration is looked for. Browsers look at 1,024; pages with scripts first need more. */
const HEAD = 64 * 1024;

const COMMENT = /<!--[\s\S]*?(?:-->|$)/g;
const META = /<meta[\s/][^>]*>/gi;
const ATTRIBUTE = /(?<![^\s"'<>/=])([^\s"'<>/=]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/g;
const CHARSET = /charset\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s;"']+))/i;
const XML_DECLARATION = /^\s*<\?xml\s[^>]*?\bencoding\s*=\s*(?:"([^"]*)"|'([^']*)')/;

/** What declares an encoding where: feeds hold pieces of pages, whose meta elements say nothing about the feed. */
export type Declaring = 'page' | 'feed';

/**
 * Finds the encoding that a page or feed declares in its own text: `<meta charset>`, `<meta http-equiv>` or the XML
 * declaration. Null if it declares none, or none that the Encoding Standard knows.
 * @returns the name of an encoding, in lower case
 */
export function declaredEncoding(bytes: Uint8Array, kind: Declaring): string | null {
  const head = isomorphicDecode(bytes.subarray(0, HEAD));
  const [, double, single] = XML_DECLARATION.exec(head) ?? [];
  const found = (kind === 'page' ? metaEncoding(head) : null) ?? knownEncoding(double ?? single);
  // Whoever could read the declaration byte by byte did not read UTF-16.
  return found?.startsWith('utf-16') ? 'utf-8' : found;
}

/** Returns the standard's name for a label such as "latin1"; null if it is not known, or not safe to decode. */
export function knownEncoding(label: string | null | undefined): string | null {
  const name = label ? labelToName(label.trim()) : null;
  if (name === 'x-user-defined') return 'windows-1252';
  return name === null || name === 'replacement' ? null : name.toLowerCase();
}

function metaEncoding(head: string): string | null {
  const shown = head.replace(COMMENT, '');
  // After the last ">" no tag ends, and looking for one from each beginning would take long.
  for (const [tag] of shown.slice(0, shown.lastIndexOf('>') + 1).matchAll(META)) {
    const attributes = new Map<string, string>();
    for (const [, name = '', double, single, bare] of tag.matchAll(ATTRIBUTE)) {
      const key = name.toLowerCase();
      if (!attributes.has(key)) attributes.set(key, double ?? single ?? bare ?? '');
    }
    const isType = attributes.get('http-equiv')?.toLowerCase() === 'content-type';
    const [, double, single, bare] = (isType && CHARSET.exec(attributes.get('content') ?? '')) || [];
    const found = knownEncoding(attributes.get('charset') ?? double ?? single ?? bare);
    if (found !== null) return found;
  }
  return null;
}
