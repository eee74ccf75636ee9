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
import { webAddress } from '../../web-address.js';
import { customId } from './custom-id.js';
import { escaped, visible } from './escape.js';
import { fitted, fittedAndEscaped } from './fit.js';
import { LINK_URL, SELECT_LABEL, SELECT_OPTIONS } from './limits.js';
import { ACCENT, button, buttonRow, container, notice, type Outgoing, text } from './message.js';
import { sourceParts } from './render-quotes.js';
import { texts } from './texts.js';

/** How much of each key sentence a card shows, and how much of an article a page shows, in characters. */
const KEY_SENTENCE = 500;
const PAGE = 1500;
/** How many of the newest articles a page lists. */
export const NEWEST_LISTED = 10;

/**
 * Renders a source as a card: what is known about it, its first sentences, its link, and other articles that
 * may have been meant.
 * @param mention the sentence that holds the words looked for, if the article was found by its text
 */
export function renderCard(
  summary: ArticleSummary,
  article: ArchivedArticle,
  alternatives: readonly ArticleSummary[],
  mention?: Mention,
): Outgoing {
  const details = [
    ...sourceParts({ ...summary, title: null, label: '' }),
    texts.paragraphs(article.paragraphs.length),
  ];
  const sentences = keySentences(article).map((sentence) => `> ${fittedAndEscaped(sentence, KEY_SENTENCE)}`);
  const parts: APIComponentInContainer[] = [
    text(`**${heading(summary)}**\n-# ${details.join(' · ')}`),
    ...(mention ? [text(mentioned(mention))] : []),
    ...(sentences.length > 0 ? [text(sentences.join('\n> \n'))] : []),
    cardButtons(summary),
  ];
  if (alternatives.length > 0) parts.push(text(`-# ${texts.othersItCouldBe}`), articleMenu(alternatives));
  return container(parts);
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
  const address = webAddress(url)?.href ?? null;
  const read = button(customId('read', 0, articleKey(id)), texts.read);
  if (address === null || address.length > LINK_URL) return buttonRow(read);
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
        custom_id: customId('card'),
        placeholder: texts.chooseSource,
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
  const lines = articles.map(
    (article, index) => `${page * NEWEST_LISTED + index + 1}\\. ${sourceParts(article).join(' · ')}`,
  );
  return container([
    text(`**${texts.newest}**\n${lines.join('\n')}`),
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
  return [
    text(`-# ${texts.page(at + 1, pages)}`),
    buttonRow(button(id(at - 1), texts.back, at === 0), button(id(at + 1), texts.next, at === pages - 1)),
  ];
}
