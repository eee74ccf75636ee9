import { describe, expect, it } from 'vitest';
import { foreignLanguage, isForeignQuestion } from '../../src/text/language.js';

describe('a question in another language', () => {
  it.each([
    '¿Quién ganó el partido de ayer?',
    'quien gano el partido de ayer',
    'wieviel hat die neue brücke gekostet',
    'combien a coûté le nouveau pont',
    'quanto è costato il nuovo ponte',
    'hoeveel heeft de nieuwe brug gekost',
    'ile kosztował nowy most w warszawie',
    'сколько стоил новый мост',
    '新しい橋はいくらでしたか',
    'كم كلف الجسر الجديد',
  ])('is told: %s', async (question) => {
    expect(await isForeignQuestion(question)).toBe(true);
  });
});

describe('a question in English', () => {
  it.each([
    'who won the match yesterday',
    'wat did teh mayor sya',
    'bolsonaro lula',
    'Le Pen Macron',
    'las vegas gp',
    'gold medals norway',
    'how much is a grande vanilla latte in São Paulo',
    'what does schadenfreude mean',
    'who sings "La Vie en rose"',
    'Where is Amsterdam?',
    'Qasem Soleimani killed when',
    '?',
    '',
    '5 000',
  ])('is never taken for another: %s', async (question) => {
    expect(await isForeignQuestion(question)).toBe(false);
  });
});

describe('the language of an article', () => {
  it('is named where it is another than English', async () => {
    expect(
      await foreignLanguage('Le pont a été fermé lundi parce que deux câbles sont rompus, a dit la mairie.'),
    ).toBe('French');
    expect(await foreignLanguage('Die Brücke wurde am Montag gesperrt, weil zwei Seile gerissen sind.')).toBe(
      'German',
    );
    expect(await foreignLanguage('Мост закрыли в понедельник, потому что лопнули два троса.')).toBe(
      'Russian',
    );
    expect(await foreignLanguage('橋は月曜日に閉鎖された。二本のケーブルが切れたためだ。')).toBe('Japanese');
  });

  it('is English though it quotes another', async () => {
    const text =
      'The mayor said on Monday that the bridge would stay closed. “Nous attendons les ingénieurs,” she added, ' +
      'and then went back to the town hall, where the council was meeting.';
    expect(await foreignLanguage(text)).toBeNull();
  });

  it('is not told from names and numbers', async () => {
    expect(await foreignLanguage('Rovers 3, Albion 1. Silva 12, 40; Okoye 81.')).toBeNull();
    expect(await foreignLanguage('')).toBeNull();
  });
});
