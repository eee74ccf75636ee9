import { describe, expect, it } from 'vitest';
import { bestIn, canonicalIn, fitOf } from './spans.js';

describe('a measure', () => {
  it.each([
    ['how tall is the tower', 'The tower of 1889 is 330 metres tall.', '330 metres'],
    ['how tall is the tower', 'It took 12 men 5 hours to build the 330-metre tower.', '330-metre'],
    ['how far is it', 'It is 5km off.', '5km'],
    ['how fast was it', 'Over 3 miles it made 40 miles per hour.', '40 miles per hour'],
    ['how fast was it', 'Over 3 km it made 90 km/h.', '90 km/h'],
    ['how heavy is it', 'It is 6 feet long and weighs 2,000 pounds.', '2,000 pounds'],
    ['how hot was it', 'In 3 days it got to 40 degrees Celsius.', '40 degrees Celsius'],
    ['how hot was it', 'In 3 days it got to 40°C.', '40°C'],
    ['how many acres burned', 'The fire went 3 miles and burned 500 acres.', '500 acres'],
    ['what area burned', 'The fire went 3 miles and burned 500 square miles.', '500 square miles'],
    ['how much oil', 'They sold 3 million barrels on 5 days.', '3 million barrels'],
  ])('fits best in the dimension that is asked for: %s, “%s”', (question, sentence, words) => {
    expect(bestIn('measure', sentence, question)).toEqual([words]);
  });

  it('may be another figure where no dimension is asked for', () => {
    expect(
      fitOf('measure', 'Prices rose 9 percent.', '9 percent', 'how much did prices rise'),
    ).toBeGreaterThan(0);
  });
});

describe('two measures', () => {
  it.each([
    ['330 metres', '330 meters'],
    ['5 km', '5,000m'],
    ['3 lakh tonnes', '300,000 tonnes'],
    ['38C', '38 degrees Celsius'],
    ['1 metre', '1-metre'],
    ['5 km', '5 kilometres'],
    ['5km', '5 kilometers'],
    ['6 feet', '6-foot'],
    ['6 feet', 'six foot'],
    ['5 inches', '5 inch'],
    ['40 mph', '40 miles per hour'],
    ['40 mph', '40 miles an hour'],
    ['90 km/h', '90 kilometers per hour'],
    ['500 square feet', '500 square-foot'],
    ['40 degrees Celsius', '40°C'],
    ['5 kg', '5 kilograms'],
    ['8 litres', '8 liters'],
  ])('are one where they say the same: %s, %s', (left, right) => {
    expect(canonicalIn('measure', left)).toBe(canonicalIn('measure', right));
  });

  it.each([
    ['5 km', '5 miles'],
    ['5 miles', '5 square miles'],
    ['40 miles', '40 miles per hour'],
    ['40 degrees Celsius', '40 degrees Fahrenheit'],
    ['5 feet', '5 cubic feet'],
    ['5 kg', 'more than 5 kg'],
  ])('are two where they do not: %s, %s', (left, right) => {
    expect(canonicalIn('measure', left)).not.toBe(canonicalIn('measure', right));
  });
});
