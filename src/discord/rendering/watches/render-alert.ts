import type { KeySentence } from '../../../digest/digest.js';
import type { Watch } from '../../../store/watches/watches.js';
import type { Alert, WhatIsNew } from '../../../watch/alert.js';
import { customId } from '../custom-id.js';
import { fittedAndEscaped } from '../fit.js';
import { DISPLAY_TEXT } from '../limits.js';
import { ACCENT, button, buttonRow, container, type Outgoing, text } from '../message.js';
import { outletLink } from '../outlet-link.js';
import { watchTexts as texts } from './watch-texts.js';

export const STOP_WATCH = 'unwatch';

/** The longest name of a watch, headline and quote that are shown whole, in characters. */
const WORDS = 150;
const HEADLINE = 250;
const QUOTE = 700;
/** How many articles a summary shows; of the others it says how many they are. */
export const SUMMED = 10;

/**
 * Renders what a watch found: one article with what is new in it, or a list of several.
 * @param alerts oldest first, at least one
 * @param left how many more there are
 * @param mark a component id by which the message can be found in its channel again
 */
export function renderAlert(watch: Watch, alerts: readonly Alert[], left: number, mark: number): Outgoing {
  const words = fittedAndEscaped(watch.words, WORDS);
  const [first, second] = alerts;
  const parts =
    first !== undefined && second === undefined && left === 0
      ? [
          text(watch.story === null ? texts.alert(words) : texts.storyAlert(words), mark),
          text(alertText(first)),
        ]
      : [text(texts.summary(words, alerts.length + left), mark), text(summaryText(alerts, left))];
  return container([...parts, buttonRow(button(customId(STOP_WATCH, watch.id), texts.stop))], ACCENT.quiet);
}

function alertText({ article, sentence, news }: Alert): string {
  const headline = article.title === null ? [] : [`**${fittedAndEscaped(article.title, HEADLINE)}**`];
  return [...headline, quoteText(sentence), ...(news === null ? [] : newsLines(news, sentence))].join('\n');
}

function newsLines({ sentence, figures }: WhatIsNew, shown: KeySentence): string[] {
  const lines = figures.map(({ values, isCourse }) => {
    const printed = values.map(
      (figure) => `**${fittedAndEscaped(figure.value, HEADLINE)}** (${outletLink(figure, figure.text)})`,
    );
    return `${texts.isNew} ${printed.join(isCourse ? ' → ' : ' · ')}`;
  });
  // The sentence above may be what is new.
  if (sentence !== null && sentence.number !== shown.number) lines.push(texts.isNew, quoteText(sentence));
  return lines.length === 0 && sentence === null ? [texts.nothingNew] : lines;
}

function summaryText(alerts: readonly Alert[], left: number): string {
  const room = DISPLAY_TEXT / (2 * SUMMED);
  const lines = alerts.map(({ article, sentence }) => {
    const said = fittedAndEscaped(article.title ?? sentence.text, room);
    return `- **${said}** — ${outletLink(article, sentence.text)}`;
  });
  return [...lines, ...(left > 0 ? [texts.more(left)] : [])].join('\n');
}

function quoteText(sentence: KeySentence): string {
  return `> ${fittedAndEscaped(sentence.text, QUOTE)} — ${outletLink(sentence, sentence.text)}`;
}
