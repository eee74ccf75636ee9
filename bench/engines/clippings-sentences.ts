import type { Snippet } from '../../src/answer/answer.js';
import { rankSentences } from '../../src/answer/ranking/rank.js';
import { ASKED_ON, squadArchive } from '../archives/squad-archive.js';
import type { SquadSet } from '../sets/squad-set.js';
import { askOrRefuse } from './ask-or-refuse.js';
import type { SentenceEngine } from './engine.js';

/** Clippings over the articles of squad, sentences as the set cuts them. */
export async function clippingsSentences(set: SquadSet): Promise<SentenceEngine> {
  const { archive, sentenceId } = await squadArchive(set);
  const sentencesOf = ({ source, first, last }: Snippet) =>
    Array.from({ length: last - first + 1 }, (_, index) => sentenceId(source.article, first + index));
  return {
    name: 'Clippings',
    rank: async (question) => {
      const ranked = await rankSentences(archive, question, ASKED_ON);
      return {
        ids: ranked.map(({ article, sentence }) => sentenceId(article.id, sentence.number)),
        confidence: 0,
      };
    },
    answer: async (question) => {
      const answer = await askOrRefuse(archive, question, { asked: ASKED_ON });
      if (!answer?.answered) {
        const [near] = answer?.related ?? [];
        return {
          answered: false,
          confidence: answer?.confidence ?? 0,
          sentences: [],
          highlight: null,
          text: near?.text ?? '',
        };
      }
      const [first] = answer.snippets;
      return {
        answered: true,
        confidence: answer.confidence,
        sentences: first === undefined ? [] : sentencesOf(first),
        highlight: first?.highlight ? first.text.slice(...first.highlight) : null,
        text: first?.text ?? '',
      };
    },
  };
}
