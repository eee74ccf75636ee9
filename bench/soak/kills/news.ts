import type { Incoming } from '../../../src/ingest/incoming.js';

/** Articles of so many rounds stay; older ones are deleted, so that the archive does not grow. */
export const ROUNDS_KEPT = 4;

export const DAY = 24 * 60 * 60 * 1000;

/** An article as somebody drops it into the folder. */
export function dropped(round: number, at: number, now: number): string {
  return `---\ntitle: Harbour ${round} of Town${at} opened\npublisher: Post${at}\npublished: ${dayOf(now)}\n---\n\n${text(round, `t${at}`)}\n`;
}

/** An article as an import brings it. */
export function incoming(round: number, at: number, now: number): Incoming {
  return {
    metadata: {
      title: `Bridge ${round} of River${at} closed`,
      publisher: 'Gazette',
      url: `https://news.example/${round}/${at}`,
      published: dayOf(now),
    },
    blocks: [{ kind: 'text', text: text(round, `b${at}`) }],
  };
}

/** The address of a feed's item, by which its article is known. */
export function itemAddress(round: number, at: number): string {
  return `https://feed.example/${round}/${at}`;
}

/** A feed that holds its articles whole. */
export function feed(rounds: readonly number[], items: number, now: number): string {
  const each = rounds.flatMap((round) =>
    Array.from({ length: items }, (_, at) => {
      const paragraphs = Array.from({ length: 12 }, (_, part) => `<p>${text(round, `i${at}p${part}`)}</p>`);
      return `<item><title>Market ${round} of Hill${at} held</title><link>${itemAddress(round, at)}</link><pubDate>${new Date(
        now - DAY / 24,
      ).toUTCString()}</pubDate><description><![CDATA[${paragraphs.join('')}]]></description></item>`;
    }),
  );
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Hill News</title>${each.join('')}</channel></rss>`;
}

function dayOf(now: number): string {
  return new Date(now - DAY / 24).toISOString();
}

/** No two are alike, so that none counts as a copy of another. */
function text(round: number, at: string): string {
  const words = Array.from({ length: 20 }, (_, place) => `${at}w${(round * 31 + place * 7) % 997}x${place}`);
  return `The harbour number ${round} of Town${at} was opened on Monday by the mayor Jane Doe${round}${at}, who came with 47 guests from ${words.join(' ')}.`;
}
