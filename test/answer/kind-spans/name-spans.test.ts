import { describe, expect, it } from 'vitest';
import { bestFit } from './spans.js';

describe('a place', () => {
  const question = 'where did they meet';

  it.each(['They met in Baghdad.', 'They met at the Baghdad airport.', 'They met near Beirut.'])(
    'is best where something is said to be there: %s',
    (sentence) => {
      expect(bestFit(question, sentence)).toBe(1);
    },
  );

  it.each(['They spoke to Iraq’s president.', "They spoke to Iraq's president."])(
    'is no such place where something belongs to it: %s',
    (sentence) => {
      expect(bestFit(question, sentence)).toBeLessThan(1);
    },
  );

  it('counts less where it only tells whose something is, or where something came from', () => {
    expect(bestFit(question, 'They met at the Baghdad airport.')).toBe(1);
    expect(bestFit(question, 'They fled in the Iraq war.')).toBeLessThan(1);
    expect(bestFit(question, 'They fled from Iraq.')).toBeLessThan(1);
  });

  it('is where something is, not what it is said to, unless somebody goes there', () => {
    expect(bestFit('where was the funeral', 'They chanted “Death to America” at it.')).toBeLessThan(0.5);
    expect(bestFit('where did they flee', 'They fled to America.')).toBe(1);
  });

  it('may be a name that is not known as one, after “in”', () => {
    expect(bestFit(question, 'They met in Kadhimiya.')).toBeGreaterThan(
      bestFit(question, 'They met Kadhimiya.'),
    );
  });

  it('counts less where something else happened there', () => {
    const killed = 'where was Smith killed';
    expect(bestFit(killed, 'They killed Smith in Beirut.')).toBe(1);
    expect(bestFit(killed, 'In response to the killing thousands gathered in Beirut.')).toBeLessThan(1);
  });

  it('counts less where it qualifies something else', () => {
    expect(bestFit(question, 'They met the president of Iraq.')).toBeLessThan(1);
    expect(bestFit(question, 'They met the president of Iraq.')).toBeGreaterThan(0);
  });
});

describe('an organisation', () => {
  const question = 'Which group does Nasrallah lead?';

  it('is not led by whoever stands before it', () => {
    const fits = [
      'The leader of the Quds Force spoke.',
      'Commander Nasrallah spoke; leaders heard that the Quds Force met.',
    ];
    const [led = 0, notLed = 0] = fits.map((sentence) => bestFit(question, sentence));
    expect(notLed).toBeLessThan(led);
  });

  it('fits best beside words for leading, where it is asked whom somebody leads', () => {
    expect(bestFit(question, 'The leader of Lebanon’s Hezbollah group spoke.')).toBe(1);
    expect(bestFit(question, 'A senator of the Foreign Relations Committee met Nasrallah.')).toBeLessThan(1);
  });

  it('needs no such words in other questions', () => {
    expect(
      bestFit('Which group met Nasrallah?', 'A senator of the Foreign Relations Committee met Nasrallah.'),
    ).toBe(1);
  });
});
