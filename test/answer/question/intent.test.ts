import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Intent, readIntent, type SmallTalk } from '../../../src/answer/question/intent.js';
import { QUESTION_LIMIT } from '../../../src/answer/question/question.js';
import { anyText } from '../../text/any-text.js';

const SMALL_TALK: Readonly<Record<SmallTalk, readonly string[]>> = {
  greeting: [
    'hi',
    'Hello!',
    'hey there',
    'hi Clippings',
    'Hello everyone!',
    'good morning',
    'Good evening, Clippings.',
    'yo',
    "what's up",
    'whats up?',
    'how are you?',
    'hi, how are you',
    "how's it going",
    'hi <@123>',
    '<@123> hi',
    'hi 👋',
    '🙂 hello',
    'hi hi hi',
  ],
  thanks: [
    'thanks',
    'Thank you!',
    'thank you so much',
    'thanks a lot, Clippings',
    'ok thanks',
    'great, thanks!',
    'perfect, thanks',
    'thx',
    'ty',
    'cheers',
    'thanks for the help',
    'thanks <@123>!',
    'thank you ❤️',
    '🙏 thanks 🙏',
    'thanks thanks',
  ],
  praise: [
    'good bot',
    'nice',
    'well done!',
    'awesome',
    "that's great",
    'that’s great',
    "you're great",
    'love it',
    'very helpful',
    'great answer',
    'that was helpful',
    'lol nice',
    'good bot <@123>',
  ],
  blame: [
    'bad bot',
    'wrong',
    "that's wrong",
    'that’s wrong',
    'no thats wrong',
    'That is not what I asked!',
    "you're wrong",
    'this is nonsense',
    'useless',
    'wrong answer',
    'wrong, that is not what i asked',
  ],
  help: [
    'help',
    'help!',
    'help me',
    'pls help',
    'can you help me?',
    'how can you help',
    'how does this work?',
    'how do I use this',
    'what can you do?',
    'what do you do',
    'what can I ask?',
    'commands',
  ],
  identity: [
    'who are you',
    'What are you?',
    'who r u',
    'are you a bot?',
    'are you an AI',
    'are you ai',
    'are you a real person',
    'are you human',
    "what's your name?",
    'what’s your name?',
    'whats your name',
    'who made you',
    'what is Clippings?',
    'whats clippings',
  ],
  goodbye: [
    'bye, thanks for the help!',
    'bye',
    'Goodbye!',
    'good night everyone',
    'see you',
    'see ya',
    'cya',
    'bye bye',
  ],
};

describe.each(Object.entries(SMALL_TALK))('%s', (about, messages) => {
  it.each(messages)('is small talk: %s', (message) => {
    expect(readIntent(message)).toEqual({ kind: 'small talk', about });
  });
});

describe('a message that says nothing', () => {
  it.each(['?', '...', 'hmm', 'lol', 'haha', 'ok', 'wow', 'please', '😂', '👍🏽', '<@123>', '<#123>', ' '])(
    'asks nothing: %j',
    (message) => {
      expect(readIntent(message).kind).toBe('small talk');
    },
  );
});

describe('a question inside chatter', () => {
  it.each([
    [
      'hi Clippings, how many troops are in Iraq right now? thanks!',
      'how many troops are in Iraq right now?',
    ],
    ['<@123> who won?', 'who won?'],
    ['hi <@123> who won?', 'who won?'],
    ['hey does anyone know who won the election', 'who won the election'],
    ['Does anybody remember if it rained', 'it rained'],
    ['ok so who won', 'who won'],
    ['ok so what happened to google', 'what happened to google'],
    ['lol who won', 'who won'],
    ['yo - who won', 'who won'],
    ['hi!who won', 'who won'],
    ['quick question: who is the mayor of Jackson?', 'who is the mayor of Jackson?'],
    ['please tell me who won', 'who won'],
    ['can you tell me how many people died?', 'how many people died?'],
    ['do you know when the vote was?', 'when the vote was?'],
    ['I was wondering why gas is so expensive', 'why gas is so expensive'],
    ['wait, did the queen die?', 'did the queen die?'],
    ['good morning, who won?', 'who won?'],
    ['hello, is twitter down?', 'is twitter down?'],
    ['Clippings, how many died?', 'how many died?'],
    ['ok, troops in iraq?', 'troops in iraq?'],
    ['man is it over?', 'is it over?'],
    ['thanks! and who won the final?', 'who won the final?'],
    ['Nice, who scored?', 'who scored?'],
    ['No, who won the women’s final?', 'who won the women’s final?'],
    ['who won? thanks in advance', 'who won?'],
    ['who won? 🤔', 'who won?'],
    ['who won lol', 'who won'],
    ['who died btw', 'who died'],
    ['is there a deal though', 'is there a deal'],
    ['who won, mate?', 'who won?'],
    ['how many troops are in iraq, Clippings?', 'how many troops are in iraq?'],
    ['hi there guys, quick question: so who won? lol thx', 'who won?'],
  ])('is read without it: %s', (message, question) => {
    expect(readIntent(message)).toEqual({ kind: 'question', question });
  });
});

describe('a question that begins or ends as chatter does', () => {
  it.each([
    'ok google sued by whom',
    'who won best new artist',
    "what's new york's population",
    'is the update on iOS 16 safe',
    'good omens release date',
    'good morning america host',
    'great britain population',
    'nice attack 2016 how many died',
    'Nice, France: how many died',
    'what is the good friday agreement',
    'thank you for smoking author',
    'thanks to whom did they win',
    'love island winner',
    'bad bunny tour dates',
    'wrong way driver how many killed',
    'help wanted ads law who passed',
    'cool britannia who coined it',
    'man united score',
    'Man, 32, shot in Memphis',
    'bored ape price',
    'wow air bankrupt when',
    'wait times at airports why',
    'right to repair law',
    'right now who is president',
    'so long marianne who wrote it',
    'well being index',
    'yo-yo ma age',
    'how does the draft work',
    'how do you use the new app',
    'what can you do with bitcoin',
    'who are you voting for',
    'what are you doing about the war',
    "who is trump's running mate",
    'what is a soul mate',
    'did he say please',
    'who wrote "thank you"?',
    'clippings owner',
  ])('is asked as it stands: %s', (question) => {
    expect(readIntent(question)).toEqual({ kind: 'question', question });
  });
});

describe('the latest', () => {
  it.each([
    ['latest on the strike', 'the strike'],
    ["what's the latest on the strike?", 'the strike'],
    ['whats the latest with covid', 'covid'],
    ['any news on Iraq?', 'Iraq'],
    ['any updates on the trial?', 'the trial'],
    ["what's new with Twitter", 'Twitter'],
    ['anything new on brexit', 'brexit'],
    ['news about the queen', 'the queen'],
    ['whats going on in ukraine rn', 'ukraine'],
    ["what's happening in Sri Lanka", 'Sri Lanka'],
    ["what's up with twitter", 'twitter'],
    ['ukraine latest', 'ukraine'],
    ['hurricane ian: latest', 'hurricane ian'],
    ['uvalde shooting update', 'uvalde shooting'],
    ['monkeypox news', 'monkeypox'],
    ["brexit - what's the latest", 'brexit'],
    ['where do things stand on the rail strike', 'the rail strike'],
    ['any news on the WHO', 'the WHO'],
    ["hi Clippings, what's the latest on Iraq? thanks", 'Iraq'],
  ])('is asked for of a topic: %s', (message, topic) => {
    expect(readIntent(message)).toMatchObject({ kind: 'latest', topic });
  });

  it('keeps the question without chatter beside its topic', () => {
    expect(readIntent('hey, latest on the strike? thx')).toEqual({
      kind: 'latest',
      topic: 'the strike',
      question: 'latest on the strike?',
    });
  });

  it.each([
    'what is fake news',
    'is this fake news',
    'which company owns fox news',
    'what caused the latest developments',
    'who made the latest update',
    'in which year was the last update',
    'will there be an update',
    'latest on who won',
    'the latest death toll',
    'latest iphone price',
    'who is the new pope',
    'news corp ceo',
    'why is it news',
  ])('is not asked for by a word in a question: %s', (question) => {
    expect(readIntent(question)).toEqual({ kind: 'question', question });
  });
});

describe('the news of some days', () => {
  it.each([
    'what happened yesterday',
    'what happened today?',
    'What happened on Sunday?',
    'what has happened this week',
    'what happened over the weekend',
    "what's happening now",
    'news today',
    "today's news",
    "what's the news today?",
    'any news today?',
    'headlines',
    'news of yesterday',
    "what's new today",
    "what's in the news today",
    'anything new today?',
    'top stories today',
  ])('is asked for without a topic: %s', (question) => {
    expect(readIntent(question)).toEqual({ kind: 'news', question });
  });

  it.each([
    'news',
    'any news?',
    'any updates',
    'what is the latest',
    'whats the latest?',
    'latest',
    "what's new",
  ])('is of these days where none is named: %s', (question) => {
    expect(readIntent(question)).toEqual({ kind: 'news', question });
  });

  it.each([
    ['what happened in Iraq yesterday', 'Iraq'],
    ['what happened yesterday in Iraq', 'Iraq'],
    ['news from New York on 5 January 2020', 'New York'],
  ])('may be of something: %s', (question, topic) => {
    expect(readIntent(question)).toEqual({ kind: 'news', question, topic });
  });

  it.each(['what happened', 'what happened to Iraq', 'whats today', 'who resigned today'])(
    'is not asked for by a question about something: %s',
    (question) => {
      expect(readIntent(question)).toEqual({ kind: 'question', question });
    },
  );
});

/** The words that an intent goes by. */
function wordsOf(intent: Intent): string[] {
  if (intent.kind === 'small talk') return [];
  return intent.kind === 'latest' ? [intent.question, intent.topic] : [intent.question];
}

describe('any message', () => {
  const chatter =
    'hi hey Clippings guys so ok man, please does anyone know if who is trump the latest on news update what happened today thanks ! ? , - 🙏 <@123> tho lol'.split(
      ' ',
    );
  const anyMessage = fc.oneof(
    anyText(QUESTION_LIMIT),
    fc
      .array(fc.constantFrom(...chatter), { maxLength: 60 })
      .map((words) => words.join(' ').slice(0, QUESTION_LIMIT)),
  );

  it('is read, and what is asked stands in it', () => {
    fc.assert(
      fc.property(anyMessage, (message) => {
        for (const words of wordsOf(readIntent(message))) expect(words.trim()).not.toBe('');
      }),
    );
  });

  it('says the same once its chatter is gone', () => {
    fc.assert(
      fc.property(anyMessage, (message) => {
        const intent = readIntent(message);
        fc.pre(intent.kind === 'question');
        const again = readIntent(intent.question);
        expect(['question', again.kind]).toContain('question');
      }),
    );
  });

  it.each([
    'hi ',
    'hi guys ',
    'so but ',
    'thanks ',
    'who won lol ',
    '- ',
    'what is the latest on ',
    '🙏 ',
    ', ',
  ])('is read however often it repeats itself: %s', (words) => {
    expect(() => readIntent(words.repeat(400).slice(0, QUESTION_LIMIT))).not.toThrow();
  });
});
