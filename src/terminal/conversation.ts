import type { Answer, AskOptions, NoAnswer, Snippet } from '../answer/answer.js';
import { conversationSoFar, goesOn } from '../answer/question/follow-up.js';
import { readIntent } from '../answer/question/intent.js';
import { withoutMarkup } from '../answer/question/markup.js';
import { quoteContext } from '../answer/quotes/context.js';
import type { Archive } from '../archive/archive.js';
import { answerText, quotesText } from './rendering/answer-text.js';
import { contextText } from './rendering/context-text.js';
import type { Screen } from './rendering/screen.js';

const PROMPT_HELP = `Ask in plain words: who, what, when, where, why, how many. Words alone work too.
"And how many voted against?" goes on from the question before.

  more         further quotes for the last question
  context 2    the paragraphs around quote 2
  help         this
  quit         leave (so does Ctrl-C)

Other things you can do: npx clippings --help`;

export type Ask = (question: string, options: AskOptions) => Promise<Answer | NoAnswer>;

/** How many quotes are shown with an answer, and with each `more`. */
const PAGE = 3;

/**
 * A conversation at the prompt. It remembers what the last answer showed, which `more` and `context 2` refer
 * to.
 */
export class Conversation {
  readonly #archive: Archive;
  readonly #ask: Ask;
  readonly #screen: () => Screen;
  #question: string | null = null;
  #previous: string | null = null;
  #options: AskOptions = {};
  #shown: readonly Snippet[] = [];

  /** @param screen asked before each reply, as a terminal's width changes */
  constructor(archive: Archive, ask: Ask, screen: () => Screen) {
    this.#archive = archive;
    this.#ask = ask;
    this.#screen = screen;
  }

  /**
   * Returns the reply to a typed line, or null if the person wants to leave.
   *
   * @throws UserError for a question that cannot be asked
   */
  async reply(line: string): Promise<string | null> {
    // People who know the bot type /help here too.
    const words = line.trim().toLowerCase().replace(/^\//, '');
    const [, quoteNumber] = /^context\s+\[?(\d+)\]?$/.exec(words) ?? [];
    if (quoteNumber !== undefined) return this.#context(Number(quoteNumber));
    switch (words) {
      case 'quit':
      case 'exit':
      case 'q':
        return null;
      case 'help':
      case '?':
        return PROMPT_HELP;
      case 'more':
        return this.#more();
      case 'context':
        return 'Which quote? Say its number: context 1';
      default:
        return this.#answer(withoutMarkup(line));
    }
  }

  async #answer(question: string): Promise<string> {
    const before = this.#question === null ? null : { question: this.#question, previous: this.#previous };
    const previous = before !== null && goesOn(question) ? conversationSoFar(before) : null;
    const options = previous === null ? {} : { previous };
    const result = await this.#ask(question, { ...options, top: PAGE });
    // Thanks are no turn of it: the next question goes on from the one before.
    if (readIntent(question).kind === 'small talk') return answerText(result, this.#screen());
    this.#question = question;
    this.#previous = previous;
    this.#options = options;
    this.#shown = result.answered ? result.snippets : result.verdict === 'maybe' ? result.related : [];
    return answerText(result, this.#screen());
  }

  async #more(): Promise<string> {
    if (this.#question === null) return 'Ask something first.';
    const result = await this.#ask(this.#question, { ...this.#options, top: this.#shown.length + PAGE });
    const further = (result.answered ? result.snippets : result.related)
      .filter((snippet) => !this.#shown.some((shown) => isSame(shown, snippet)))
      .slice(0, PAGE);
    if (further.length === 0) return 'There are no more quotes for that question.';
    const firstNumber = this.#shown.length + 1;
    this.#shown = [...this.#shown, ...further];
    return quotesText(further, this.#screen(), firstNumber);
  }

  async #context(number: number): Promise<string> {
    const snippet = this.#shown[number - 1];
    if (snippet === undefined) return `There is no quote ${number} in the last answer.`;
    const article = await this.#archive.article(snippet.source.article);
    const context = article === undefined ? null : quoteContext(article, snippet);
    if (context === null) return 'The article was changed or removed since. Ask again.';
    return contextText(context, this.#screen());
  }
}

function isSame(one: Snippet, other: Snippet): boolean {
  return one.source.article === other.source.article && one.first === other.first && one.last === other.last;
}
