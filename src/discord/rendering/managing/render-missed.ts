import { dateInWords } from '../../../answer/quotes/citation.js';
import { customId } from '../custom-id.js';
import { fittedAndEscaped } from '../fit.js';
import { button, buttonRow, container, notice, type Outgoing, separator, text } from '../message.js';
import { texts } from '../texts.js';
import { managingTexts } from './managing-texts.js';

/** The action of the buttons below the list of missed questions. */
export const MISSED = 'missed';

/** What a page holds fits into one message, with its buttons. */
const PAGE = 5;
const QUESTION = 140;
/** How many other wordings are shown. */
const OTHER_WORDS = 3;

/** What is shown of questions that ask the same. */
interface ShownGroup {
  readonly key: string;
  readonly questions: readonly { readonly question: string }[];
  readonly unanswered: number;
  readonly notIt: number;
  readonly firstAsked: string;
  readonly lastAsked: string;
}

/**
 * Renders a page of the missed questions, with what can be done about each.
 * @param page 0-based; one past the end gives the last
 */
export function renderMissed(groups: readonly ShownGroup[], page: number, isStored: boolean): Outgoing {
  const off = isStored ? [] : [text(`-# ${managingTexts.unansweredOff}`)];
  if (groups.length === 0) return isStored ? notice(managingTexts.unansweredNone) : container(off);
  const pages = Math.ceil(groups.length / PAGE);
  const at = Math.max(0, Math.min(page, pages - 1));
  return container([
    text(managingTexts.unansweredTitle),
    ...groups
      .slice(at * PAGE, (at + 1) * PAGE)
      .flatMap((group) => [
        text(groupText(group)),
        buttonRow(
          button(customId(MISSED, 'done', at, group.key), managingTexts.done),
          button(customId(MISSED, 'forget', at, group.key), managingTexts.forget),
        ),
      ]),
    separator(),
    text([managingTexts.whatTheyDo, ...(pages > 1 ? [`-# ${texts.page(at + 1, pages)}`] : [])].join('\n')),
    ...(pages > 1
      ? [
          buttonRow(
            button(customId(MISSED, 'page', at - 1), texts.back, at === 0),
            button(customId(MISSED, 'page', at + 1), texts.next, at === pages - 1),
          ),
        ]
      : []),
    ...off,
  ]);
}

function groupText({ questions, unanswered, notIt, firstAsked, lastAsked }: ShownGroup): string {
  const counts = [
    ...(unanswered > 0 ? [managingTexts.timesUnanswered(unanswered)] : []),
    ...(notIt > 0 ? [managingTexts.timesNotIt(notIt)] : []),
    managingTexts.asked(dateInWords(firstAsked), dateInWords(lastAsked)),
  ];
  const [first = '', ...others] = questions.map(({ question }) => fittedAndEscaped(question, QUESTION));
  return [
    `${first} (${counts.join(', ')})`,
    ...(others.length > 0 ? [managingTexts.otherWords(others.slice(0, OTHER_WORDS))] : []),
  ].join('\n');
}
