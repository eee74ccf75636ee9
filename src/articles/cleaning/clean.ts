import type { Article, Paragraph, Removal, RemovalReason } from '../article.js';
import type { Block } from '../block.js';
import { isSignatureAlone } from './embedded-posts.js';
import { toldByCaption } from './photo-lines.js';
import { pullQuotes } from './pull-quotes.js';
import { LINE_RULES, OPENING_RULES } from './rules.js';

/**
 * Longer lines are not checked. The longest line that is not story text is a gallery of captions, and rules
 * need not be fast on endless lines.
 */
const LONGEST_NOISE = 20_000;

/** What the blocks of each kind become. Captions are kept apart. */
const KIND_OF_BLOCK: Readonly<Record<Exclude<Block['kind'], 'caption'>, Paragraph['kind']>> = {
  text: undefined,
  heading: 'heading',
  'embedded post': 'post',
  row: 'row',
};

/** The result of cleaning the blocks of a source. */
export type Cleaned = Pick<Article, 'paragraphs' | 'captions' | 'removed'>;

/** A line that is going through the rules: its position in the source, and what is left of it. */
interface Line {
  readonly position: number;
  readonly text: string;
  readonly kind: Paragraph['kind'];
}

/** The headline, which a line may repeat. */
interface Headline {
  readonly length: number;
  readonly bare: string;
}

interface RemovedLine extends Removal {
  readonly position: number;
  /** False if only the start of a line was removed: the text around it is still continuous. */
  readonly whole: boolean;
}

/**
 * Removes what is not the story, and records why. Cleaning a clean text changes nothing.
 * @param title the headline, if it is known: a line that only repeats it is removed
 */
export function clean(blocks: readonly Block[], title: string | null): Cleaned {
  const removed: RemovedLine[] = [];
  const headline = title === null ? null : { length: title.length, bare: bare(title) };
  const lines = withoutLooseHeadings(story(withoutCaptions(blocks, removed), headline, removed), removed);
  removed.sort((a, b) => a.position - b.position);
  const captions = captionsAmong(removed);
  return {
    paragraphs: toParagraphs(lines, removed),
    ...(captions.length > 0 ? { captions } : {}),
    removed: removed.map(({ text, reason }) => ({ text, reason })),
  };
}

/**
 * Applies the rules until nothing changes: removing a pull quote can bring another line to the top, or next
 * to its duplicate.
 */
function story(lines: readonly Line[], headline: Headline | null, removed: RemovedLine[]): Line[] {
  const quiet = withoutNoise(lines, headline, removed);
  const rest = withoutPullQuotes(quiet, removed);
  return rest.length === quiet.length ? rest : story(rest, headline, removed);
}

function withoutCaptions(blocks: readonly Block[], removed: RemovedLine[]): Line[] {
  return blocks.flatMap(({ text, kind }, position) => {
    if (kind !== 'caption') return [{ position, text, kind: KIND_OF_BLOCK[kind] }];
    removed.push({ position, text, reason: 'caption', whole: true });
    return [];
  });
}

function withoutNoise(lines: readonly Line[], headline: Headline | null, removed: RemovedLine[]): Line[] {
  const kept: Line[] = [];
  for (const line of lines) {
    const { position, kind } = line;
    const atTop = !kept.some(isRunning);
    const text = isRunning(line) ? withoutOpenings(line.text, position, atTop, removed) : line.text;
    const reason = reasonAgainst({ ...line, text }, headline, atTop);
    if (reason === null) {
      kept.push({ position, text, kind });
      continue;
    }
    if (reason === 'embedded post' && isSignatureAlone(text)) {
      const post = kept.at(-1);
      if (post && isRunning(post)) removed.push({ ...post, reason, whole: true });
      if (post && isRunning(post)) kept.pop();
    }
    removed.push({ position, text, reason, whole: true });
  }
  return kept;
}

/** Running text, as opposed to headings, rows and posts. */
function isRunning({ kind }: Pick<Line, 'kind'>): boolean {
  return kind === undefined;
}

/** A heading belongs to the story where the story goes on below it; the first ones stand above it. */
function withoutLooseHeadings(lines: readonly Line[], removed: RemovedLine[]): Line[] {
  const first = lines.findIndex(({ kind }) => kind !== 'heading');
  const last = lines.findLastIndex(({ kind }) => kind !== 'heading');
  return lines.filter((line, index) => {
    const isLoose = line.kind === 'heading' && (index < first || index > last);
    if (isLoose) removed.push({ ...line, reason: 'heading', whole: true });
    return !isLoose;
  });
}

function withoutOpenings(line: string, position: number, atTop: boolean, removed: RemovedLine[]): string {
  for (const { reason, length } of OPENING_RULES) {
    const end = length(line, { atTop });
    if (end === 0) continue;
    removed.push({ position, text: line.slice(0, end).trim(), reason, whole: false });
    return withoutOpenings(line.slice(end).trimStart(), position, atTop, removed);
  }
  return line;
}

function reasonAgainst(
  { text, kind }: Line,
  headline: Headline | null,
  atTop: boolean,
): RemovalReason | null {
  if (kind === 'row' || kind === 'post') return null;
  if (headline !== null && repeats(text, headline)) return 'headline';
  if (text.length > LONGEST_NOISE) return null;
  const place = { atTop };
  const lower = text.toLowerCase();
  for (const { marks, holds, reason } of LINE_RULES) {
    if (marks !== undefined && !marks.some((mark) => lower.includes(mark))) continue;
    if (holds(text, place)) return reason;
  }
  return null;
}

function repeats(line: string, headline: Headline): boolean {
  if (line.length >= 2 * headline.length) return false;
  // Most lines differ from the headline in their first letters.
  let same = 0;
  for (let at = 0; at < line.length; at++) {
    const character = line.charAt(at);
    if (character > '\x7f') return bare(line) === headline.bare;
    if (!/[a-z0-9]/i.test(character)) continue;
    if (character.toLowerCase() !== headline.bare.charAt(same)) return false;
    same += 1;
  }
  return same === headline.bare.length;
}

/** Only letters and numbers, in lower case. */
function bare(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

function withoutPullQuotes(lines: readonly Line[], removed: RemovedLine[]): Line[] {
  const running = lines.filter(isRunning);
  const positions = [...pullQuotes(running.map(({ text }) => text))].map((index) => running[index]?.position);
  const found = new Set(positions);
  return lines.filter((line) => {
    if (found.has(line.position)) removed.push({ ...line, reason: 'pull quote', whole: true });
    return !found.has(line.position);
  });
}

function captionsAmong(removed: readonly Removal[]): string[] {
  const told = removed.flatMap(({ text, reason }) =>
    reason === 'caption' ? (toldByCaption(text) ?? []) : [],
  );
  return [...new Set(told)];
}

function toParagraphs(lines: readonly Line[], removed: readonly RemovedLine[]): Paragraph[] {
  const gone = new Set(removed.filter(({ whole }) => whole).map(({ position }) => position));
  const opened = new Set(removed.filter(({ whole }) => !whole).map(({ position }) => position));
  return lines.map(({ position, text, kind }, index) => {
    const before = lines[index - 1];
    const afterBreak =
      before !== undefined &&
      (kind !== undefined || before.kind !== undefined || hasBetween(gone, before.position, position));
    return {
      text,
      afterBreak,
      ...(opened.has(position) ? { opened: true } : {}),
      ...(kind === undefined ? {} : { kind }),
    };
  });
}

function hasBetween(gone: ReadonlySet<number>, first: number, last: number): boolean {
  for (let position = first + 1; position < last; position += 1) if (gone.has(position)) return true;
  return false;
}
