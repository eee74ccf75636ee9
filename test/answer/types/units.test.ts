import { describe, expect, it } from 'vitest';
import { readQuestion } from '../../../src/answer/question/question.js';
import { dimensionAsked, dimensionOf } from '../../../src/answer/types/units.js';

describe('what a figure measures', () => {
  it.each([
    ['5 km', 'length'],
    ['6-foot', 'length'],
    ['40 mph', 'speed'],
    ['40 miles per hour', 'speed'],
    ['40 knots', 'speed'],
    ['500 square miles', 'area'],
    ['5 acres', 'area'],
    ['5 cubic metres', 'volume'],
    ['3 barrels', 'volume'],
    ['5 tonnes', 'mass'],
    ['40 degrees', 'temperature'],
    ['60 watts', 'energy'],
    ['5 GB', 'data'],
    ['two centuries', 'time'],
    ['40 men', null],
    ['40', null],
    ['', null],
    ['5 thermometers', null],
  ])('is told by its last words: %j', (figure, dimension) => {
    expect(dimensionOf(figure)).toBe(dimension);
  });
});

describe('what is asked to be measured', () => {
  it.each([
    ['how heavy is it', 'mass'],
    ['how much did it weigh', 'mass'],
    ['how fast was it', 'speed'],
    ['how hot will it get', 'temperature'],
    ['how tall is the tower', 'length'],
    ['how many miles did it fly', 'length'],
    ['how many acres burned', 'area'],
    ['how much oil was spilled', null],
    ['who won', null],
  ])('is told by a word or by a unit: %s', (question, dimension) => {
    expect(dimensionAsked(readQuestion(question))).toBe(dimension);
  });
});
