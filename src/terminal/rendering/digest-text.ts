import { dateInWords } from '../../answer/quotes/citation.js';
import { type Digest, type DigestStory, type FollowedStory, TOLD_STORIES } from '../../digest/digest.js';
import { otherOutlets, quotedRuns } from '../../digest/quoted-runs.js';
import type { Day } from '../../digest/schedule/days.js';
import { shownHeadline } from '../../digest/shown-headline.js';
import { webAddress } from '../../web-address.js';
import { harmless } from './harmless.js';
import { outletText } from './outlet-text.js';
import { HARD_SPACE, linked, type Screen, styled, wrapped } from './screen.js';

/**
 * A digest as it is read in a terminal: the first stories with their quotes and figures, each linked to its
 * outlet, and a line for each of the others.
 */
export function digestText(
  digest: Digest,
  { from, to }: { readonly from: Day; readonly to: Day },
  screen: Screen,
): string {
  const span = from === to ? dateInWords(from) : `${dateInWords(from)} to ${dateInWords(to)}`;
  const counts = `${counted(digest.articles, 'article', 'articles')}, ${counted(digest.stories.length, 'story', 'stories')}`;
  const rest = digest.stories.slice(TOLD_STORIES);
  return [
    wrapped(
      `${styled('bold', `The news of ${span}`, screen)} ${styled('dim', `(${counts})`, screen)}`,
      screen,
    ),
    ...digest.stories.slice(0, TOLD_STORIES).map((story) => storyText(story, screen)),
    ...(rest.length > 0 ? [restText(rest, screen)] : []),
  ].join('\n\n');
}

function storyText(story: DigestStory, screen: Screen): string {
  const quoted = [...story.sentences, ...story.figures.flatMap(({ values }) => values)];
  const others = otherOutlets(story.articles, quoted);
  return [
    wrapped(headlineText(story, screen), screen),
    ...(story.follows ? [wrapped(followsText(story.follows, screen), screen, '  ')] : []),
    ...quotedRuns(story.sentences).map(({ source, text }) =>
      wrapped(
        `${harmless(text)}${HARD_SPACE}${styled('dim', '—', screen)} ${outletText(source, source.text, screen)}`,
        screen,
        '  ',
      ),
    ),
    ...story.figures.map(({ values, isCourse }) => {
      const printed = values.map(
        (figure) =>
          `${styled('bold', harmless(figure.value), screen)} (${outletText(figure, figure.text, screen)})`,
      );
      return isCourse
        ? wrapped(`The count grew: ${printed.join(' → ')}`, screen, '  ')
        : wrapped(`Figures differ: ${printed.join(`${HARD_SPACE}· `)}`, screen, '  ');
    }),
    ...(others.length > 0
      ? [wrapped(`Also in ${others.map((each) => outletText(each, null, screen)).join(', ')}`, screen, '  ')]
      : []),
  ].join('\n');
}

function followsText(earlier: FollowedStory, screen: Screen): string {
  const outlets = earlier.publisher === null ? [] : [earlier.publisher];
  const headline = harmless(shownHeadline({ headline: earlier.headline, outlets }));
  return styled('dim', `Follows: ${linked(headline, webAddress(earlier.url)?.href ?? null, screen)}`, screen);
}

/** The stories that are not told: a line each. */
function restText(stories: readonly DigestStory[], screen: Screen): string {
  const lines = stories.map((story) => {
    const [first] = story.articles;
    const outlet = first ? ` — ${outletText(first, null, screen)}` : '';
    return wrapped(`${headlineText(story, screen)}${outlet}`, screen, '  ', '- ');
  });
  return [counted(stories.length, 'more story:', 'more stories:'), ...lines].join('\n');
}

function headlineText(story: DigestStory, screen: Screen): string {
  const { length: outlets } = story.outlets;
  const heading = styled('bold', harmless(shownHeadline(story)), screen);
  return outlets > 1 ? `${heading} · in${HARD_SPACE}${outlets}${HARD_SPACE}outlets` : heading;
}

function counted(count: number, one: string, many: string): string {
  return count === 1 ? `1 ${one}` : `${count} ${many}`;
}
