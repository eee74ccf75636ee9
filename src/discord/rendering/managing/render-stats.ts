import { dateInWords } from '../../../answer/quotes/citation.js';
import type { GuildStats, Tally } from '../../../store/counts/tallies.js';
import { fittedAndEscaped } from '../fit.js';
import { container, notice, type Outgoing, text } from '../message.js';
import { managingTexts } from './managing-texts.js';

/** How many topics and sources are listed, and how many days. */
export const LISTED = 8;
const BUSIEST = 3;
const NAME = 60;

/** Renders what was asked in a server in the last days. */
export function renderStats(stats: GuildStats, days: number, isStored: boolean): Outgoing {
  const { answered, maybe, unanswered } = stats.outcomes;
  const asked = answered + maybe + unanswered;
  const off = isStored ? [] : [`-# ${managingTexts.unansweredOff}`];
  if (asked === 0) return notice([managingTexts.statsNone, ...off].join('\n'));
  const busiest = stats.days.toSorted((a, b) => b.count - a.count).slice(0, BUSIEST);
  return container([
    text(managingTexts.statsTitle(days)),
    text(
      [
        `${managingTexts.questions(asked, perDay(asked, days))}${managingTexts.outcomes(answered, maybe, unanswered)}`,
        managingTexts.votes(stats.helpful, stats.notIt),
        managingTexts.busiest(busiest.map(({ name, count }) => `${dateInWords(name)} (${count})`)),
        ...(stats.topics.length > 0 ? [managingTexts.topics(stats.topics.map(tallyText))] : []),
        ...(stats.sources.length > 0 ? [managingTexts.sources(stats.sources.map(tallyText))] : []),
      ].join('\n'),
    ),
    text([managingTexts.statsFooter, ...off].join('\n')),
  ]);
}

function perDay(count: number, days: number): string {
  return (count / days).toLocaleString('en-GB', { maximumFractionDigits: 1 });
}

function tallyText({ name, count }: Tally): string {
  return `${fittedAndEscaped(name, NAME)} (${count})`;
}
