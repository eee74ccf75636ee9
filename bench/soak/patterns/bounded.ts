/**
 * Where what is read is so short that an expression may take its square, and why it is. A path that ends in a slash
 * stands for all that is in the folder.
 */
const BOUNDED: Readonly<Record<string, string>> = {
  'answer/question/': 'questions have 1,000 characters at most',
  'answer/types/': 'sentences and questions have 1,000 characters at most',
  'articles/cleaning/': 'lines over 20,000 characters are not cleaned, over 400 not taken for invitations',
  'articles/encoding/declared-encoding.ts': 'what follows the last ">" is cut off before',
  'articles/page/templates.ts': 'what follows the last ">" is cut off before',
  'articles/html-blocks.ts': 'headings over 200 characters are not asked',
  'digest/schedule/': 'options of commands, 6,000 characters at most',
  'digest/telling/headline.ts': 'titles have 1,000 characters at most',
  'shown-address.ts': 'settings of the operator',
  'store/store.ts': 'settings of the operator',
};

/** Why what the expressions of a file read is short; null where it may be of any length. */
export function boundOf(file: string): string | null {
  const [, why] =
    Object.entries(BOUNDED).find(([path]) => (path.endsWith('/') ? file.startsWith(path) : file === path)) ??
    [];
  return why ?? null;
}
