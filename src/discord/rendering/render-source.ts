import {
  type APIActionRowComponent,
  type APIComponentInContainer,
  type APIComponentInMessageActionRow,
  ButtonStyle,
  ComponentType,
} from 'discord.js';
import { citationParts } from '../../answer/quotes/citation.js';
import type { ArticleSummary } from '../../archive/archive.js';
import { keySentences } from '../../archive/key-sentences.js';
import type { ArchivedArticle } from '../../archive/passage.js';
import type { Mention } from '../../archive/text-lookup.js';
import type { ArticlePage } from '../../service/archive-service.js';
import { articleKey } from '../../service/article-key.js';
import { addressOf, citedOutlet, sourceWithLink } from './citation-line.js';
import { customId } from './custom-id.js';
import { escaped, visible } from './escape.js';
import { fitted, fittedAndEscaped } from './fit.js';
import { CHOICE_NAME, CUSTOM_ID, SELECT_LABEL, SELECT_OPTIONS } from './limits.js';
import { ACCENT, button, buttonRow, container, notice, type Outgoing, separator, text } from './message.js';
import { sourceParts } from './render-quotes.js';
import { texts } from './texts.js';

/** How much of each key sentence a card shows, and how much of an article a page shows, in characters. */
const KEY_SENTENCE = 500;
const PAGE = 1500;
/** The longest list of articles, in characters. */
const LIST = 3500;
/** How many articles a page lists. */
export const NEWEST_LISTED = 10;

/** What a card shows beside its article. */
export interface CardView {
  /** The words that were looked for, and as what they were read if they were mistyped. */
  readonly looked?: { readonly words: string; readonly meant: string | undefined };
  /** The sentence that holds the words looked for, if the article was found by its text. */
  readonly mention?: Mention | undefined;
  /** Other articles that may have been meant, best first. */
  readonly alternatives?: readonly ArticleSummary[];
  /** Other articles that report the same story. */
  readonly story?: readonly ArticleSummary[];
}

/** Renders a source as a card: what is known about it, its first sentences, its link, its story. */
export function renderCard(
  summary: ArticleSummary,
  article: ArchivedArticle,
  { looked, mention, alternatives = [], story = [] }: CardView = {},
): Outgoing {
  const details = [
    sourceWithLink({ ...summary, title: null }, addressOf(summary)),
    texts.paragraphs(article.paragraphs.length),
  ];
  const sentences = keySentences(article).map((sentence) => `> ${fittedAndEscaped(sentence, KEY_SENTENCE)}`);
  return container([
    ...(looked?.meant ? [text(`-# ${texts.didYouMean(...wordsOf(looked.words, looked.meant))}`)] : []),
    text(`**${heading(summary)}**\n-# ${details.join(' · ')}`),
    ...(mention ? [text(mentioned(mention))] : []),
    ...(sentences.length > 0 ? [text(sentences.join('\n> \n'))] : []),
    cardButtons(summary),
    ...storyParts(story),
    ...alternativeParts(alternatives, looked?.words ?? ''),
  ]);
}

function wordsOf(words: string, meant: string): [string, string] {
  return [fittedAndEscaped(words, CHOICE_NAME), fittedAndEscaped(meant, CHOICE_NAME)];
}

/** How many outlets a card names that report the same story, and how many alternatives it offers. */
const OUTLETS = 4;
const ALTERNATIVES = 5;

function storyParts(story: readonly ArticleSummary[]): APIComponentInContainer[] {
  if (story.length === 0) return [];
  const outlets = story.slice(0, OUTLETS).map((each) => citedOutlet(each, addressOf(each)));
  const more = story.length - outlets.length;
  const named = [...outlets, ...(more > 0 ? [texts.moreReports(more)] : [])].join(', ');
  return [
    separator(),
    text(`-# ${texts.alsoReported} ${named}`),
    articleMenu(story, texts.chooseReport, customId('card', 'story')),
  ];
}

function alternativeParts(alternatives: readonly ArticleSummary[], words: string): APIComponentInContainer[] {
  if (alternatives.length === 0) return [];
  const all = customId(FOUND, 0, words);
  const hasMore = alternatives.length > ALTERNATIVES && words !== '' && all.length <= CUSTOM_ID;
  return [
    separator(),
    text(`-# ${texts.othersItCouldBe}`),
    articleMenu(alternatives.slice(0, ALTERNATIVES)),
    ...(hasMore ? [buttonRow(button(all, texts.allFound))] : []),
  ];
}

/** Says that no article is what was looked for, and offers those that are near. */
export function renderNear(words: string, near: readonly ArticleSummary[]): Outgoing {
  const none = texts.noSource(fittedAndEscaped(words, CHOICE_NAME));
  return container([text(`${none}\n-# ${texts.nearest}`), articleMenu(near)], ACCENT.quiet);
}

/** The action of the buttons that page through what was found. */
export const FOUND = 'found';

/**
 * Renders a page of the articles that were found.
 * @param hasMore whether there is a page after it
 */
export function renderFound(
  words: string,
  articles: readonly ArticleSummary[],
  page: number,
  hasMore: boolean,
): Outgoing {
  const title = texts.found(fittedAndEscaped(words, CHOICE_NAME));
  if (articles.length === 0) return container([text(`**${title}**\n${texts.foundNoMore}`)], ACCENT.quiet);
  return container([
    text(`**${title}**\n${listed(articles, page)}`),
    articleMenu(articles),
    ...pageButtons(page, hasMore, (to) => customId(FOUND, to, words)),
  ]);
}

function listed(articles: readonly ArticleSummary[], page: number): string {
  const lines = articles.map((article, index) => {
    const source = sourceWithLink(article, addressOf(article));
    return `${page * NEWEST_LISTED + index + 1}\\. ${source}`;
  });
  // Addresses can be long; a list without its last lines is better than none.
  while (lines.join('\n').length > LIST) lines.pop();
  return lines.join('\n');
}

function mentioned({ text: sentence, paragraph, isCaption }: Mention): string {
  const where = isCaption ? texts.foundInCaption : texts.foundInText(paragraph);
  return `-# ${where}\n> ${fittedAndEscaped(sentence, KEY_SENTENCE)}`;
}

function heading({ title, label }: ArticleSummary): string {
  const [words = label] = sourceParts({ publisher: null, published: null, title, label });
  return words;
}

function cardButtons({ id, url }: ArticleSummary): APIComponentInContainer {
  const address = addressOf({ url });
  const read = button(customId('read', 0, articleKey(id)), texts.read);
  if (address === null) return buttonRow(read);
  const link = {
    type: ComponentType.Button,
    style: ButtonStyle.Link,
    url: address,
    label: texts.openArticle,
  } as const;
  return { type: ComponentType.ActionRow, components: [read, link] };
}

/** Renders a menu whose values are article keys. Picking one opens the article's card. */
function articleMenu(
  articles: readonly ArticleSummary[],
  placeholder: string = texts.chooseSource,
  id = customId('card'),
): APIActionRowComponent<APIComponentInMessageActionRow> {
  const options = articles.slice(0, SELECT_OPTIONS).map((article) => ({
    label: fitted(visible(article.title ?? article.label), SELECT_LABEL) || article.id.slice(0, SELECT_LABEL),
    value: articleKey(article.id),
    ...description(article),
  }));
  return {
    type: ComponentType.ActionRow,
    components: [
      {
        type: ComponentType.StringSelect,
        custom_id: id,
        placeholder,
        options,
      },
    ],
  };
}

function description({ publisher, published }: ArticleSummary): { description?: string } {
  const parts = citationParts({ publisher, published, title: null, label: '' });
  return parts.length === 0 ? {} : { description: fitted(visible(parts.join(' · ')), SELECT_LABEL) };
}

/** Renders a page of the newest articles. */
export function renderNewest({ articles, page, pages }: ArticlePage): Outgoing {
  if (articles.length === 0) return notice(texts.emptyArchive);
  return container([
    text(`**${texts.newest}**\n${listed(articles, page)}`),
    articleMenu(articles),
    ...pageControls(page, pages, (to) => customId('newest', to)),
  ]);
}

/** Renders a page of an article's own text. */
export function renderPage(article: ArchivedArticle, summary: ArticleSummary, page: number): Outgoing {
  const pages = pagesOf(article);
  const at = Math.min(Math.max(page, 0), pages.length - 1);
  return container(
    [
      text(`**${heading(summary)}**`),
      text(pages[at] ?? texts.articleGone),
      ...pageControls(at, pages.length, (to) => customId('read', to, articleKey(article.id))),
    ],
    ACCENT.quiet,
  );
}

/**
 * Splits the paragraphs into pages, as many to a page as fit. A paragraph that is too long for one page is
 * split between sentences.
 */
function pagesOf(article: ArchivedArticle): string[] {
  const pieces = article.paragraphs.flatMap(({ text: paragraph }, number) => {
    const whole = escaped(paragraph);
    if (whole.length <= PAGE) return [{ piece: whole, opens: true }];
    const sentences = article.sentences.filter((sentence) => sentence.paragraph === number);
    return sentences
      .flatMap((sentence) => slices(visible(sentence.text)).map(escaped))
      .map((piece, index) => ({ piece, opens: index === 0 }));
  });
  const pages: string[] = [];
  for (const { piece, opens } of pieces) {
    const last = pages.at(-1);
    const joined = last === undefined ? piece : `${last}${opens ? '\n\n' : ' '}${piece}`;
    if (last !== undefined && joined.length <= PAGE) pages[pages.length - 1] = joined;
    else pages.push(piece);
  }
  return pages;
}

/** Text that fits on a page however much of it must be escaped. It ends between words where possible. */
const SLICE = new RegExp(`.{1,${PAGE / 2 - 1}}(?:\\s|$)|.{1,${PAGE / 2}}`, 'gsu');

function slices(sentence: string): string[] {
  return sentence.match(SLICE) ?? [];
}

function pageControls(at: number, pages: number, id: (page: number) => string): APIComponentInContainer[] {
  if (pages < 2) return [];
  return [text(`-# ${texts.page(at + 1, pages)}`), ...pageButtons(at, at < pages - 1, id)];
}

function pageButtons(at: number, hasMore: boolean, id: (page: number) => string): APIComponentInContainer[] {
  if (at === 0 && !hasMore) return [];
  return [buttonRow(button(id(at - 1), texts.back, at === 0), button(id(at + 1), texts.next, !hasMore))];
}
