import { describe, expect, test } from 'vitest';
import { suggestZones, zonesMeant } from '../../../src/digest/schedule/zones.js';

function zones(typed: string): string[] {
  return zonesMeant(typed).map(({ zone }) => zone);
}

describe('a zone is known', () => {
  test.each([
    ['by its IANA name', 'Asia/Kolkata', 'Asia/Kolkata'],
    ['by its IANA name in any case', 'europe/berlin', 'Europe/Berlin'],
    ['by the name it had before', 'Asia/Calcutta', 'Asia/Kolkata'],
    ['by another name of it', 'US/Pacific', 'America/Los_Angeles'],
    ['by a name in three parts', 'America/Argentina/Ushuaia', 'America/Argentina/Ushuaia'],
    ['by a name that data about places lack', 'Etc/GMT+5', 'Etc/GMT+5'],
    ['by its city', 'new york', 'America/New_York'],
    ['by its city as it was called', 'Saigon', 'Asia/Ho_Chi_Minh'],
    ['by its city with a space too many', '  kyiv ', 'Europe/Kyiv'],
    ['as universal time', 'utc', 'UTC'],
    ['as Greenwich time', 'GMT', 'UTC'],
  ])('%s: %s', (_, typed, zone) => {
    expect(zones(typed)).toEqual([zone]);
  });

  test.each([
    ['UTC+2', 'Etc/GMT-2'],
    ['gmt -5', 'Etc/GMT+5'],
    ['+00:00', 'UTC'],
    ['utc+5:30', 'Asia/Kolkata'],
    ['UTC+0545', 'Asia/Kathmandu'],
  ])('by its offset: %s', (typed, zone) => {
    expect(zones(typed)).toEqual([zone]);
  });

  test.each([
    ['Mumbai', 'Asia/Kolkata'],
    ['Delhi', 'Asia/Kolkata'],
    ['Munich', 'Europe/Berlin'],
    ['San Francisco', 'America/Los_Angeles'],
    ['Beijing', 'Asia/Shanghai'],
    ['São Paulo', 'America/Sao_Paulo'],
    ['Sao Paulo', 'America/Sao_Paulo'],
    ['ZÜRICH', 'Europe/Zurich'],
    ['Zurich', 'Europe/Zurich'],
    ['Washington, D.C.', 'America/New_York'],
    ['Portland, Maine', 'America/New_York'],
    ['London', 'Europe/London'],
  ])('by a big city: %s', (typed, zone) => {
    expect(zones(typed)).toEqual([zone]);
  });

  test.each([
    ['UK', 'Europe/London'],
    ['U.K.', 'Europe/London'],
    ['India', 'Asia/Kolkata'],
    ['Germany', 'Europe/Berlin'],
    ['china', 'Asia/Shanghai'],
    ['Türkiye', 'Europe/Istanbul'],
    ['hawaii', 'Pacific/Honolulu'],
    ['Texas', 'America/Chicago'],
  ])('by a country or state of one clock: %s', (typed, zone) => {
    expect(zones(typed)).toEqual([zone]);
  });

  test.each([
    ['est', 'America/New_York'],
    ['EDT', 'America/New_York'],
    ['pt', 'America/Los_Angeles'],
    ['Pacific Time', 'America/Los_Angeles'],
    ['cet', 'Europe/Berlin'],
    ['CEST', 'Europe/Berlin'],
    ['jst', 'Asia/Tokyo'],
    ['msk', 'Europe/Moscow'],
  ])('by an abbreviation or name of one time: %s', (typed, zone) => {
    expect(zones(typed)).toEqual([zone]);
  });
});

describe('several zones may be meant', () => {
  test.each([
    ['ist', ['Asia/Kolkata', 'Asia/Jerusalem', 'Europe/Dublin']],
    ['pst', ['America/Los_Angeles', 'Asia/Manila']],
    ['bst', ['Europe/London', 'Asia/Dhaka']],
    ['cst', ['Asia/Shanghai', 'America/Chicago']],
  ])('by an abbreviation of several times, whoever is more: %s', (typed, some) => {
    expect(zones(typed)).toEqual(expect.arrayContaining(some));
  });

  test.each([
    ['US', ['America/New_York', 'America/Los_Angeles']],
    ['Russia', ['Europe/Moscow', 'Asia/Vladivostok']],
    ['Georgia', ['America/New_York', 'Asia/Tbilisi']],
    ['Birmingham', ['Europe/London', 'America/Chicago']],
    ['mst', ['America/Denver', 'America/Phoenix']],
  ])('by a name of places with different clocks: %s', (typed, some) => {
    expect(zones(typed)).toEqual(expect.arrayContaining(some));
  });

  test('once for each clock, with what makes them fit', () => {
    expect(zonesMeant('ist').map(({ label }) => label)).toEqual([
      'Asia/Kolkata (IST, India)',
      'Asia/Jerusalem (IST, Israel)',
      'Europe/Dublin (IST, Ireland)',
    ]);
  });
});

test.each(['', '?', 'Atlantis', 'Europe/Atlantis', 'Berl', 'utc+25', '5', '\u0000'])(
  '“%s” is no zone',
  (typed) => {
    expect(zones(typed)).toEqual([]);
  },
);

describe('while a zone is typed', () => {
  function suggested(typed: string, limit: number): string[] {
    return suggestZones(typed, limit).map(({ zone }) => zone);
  }

  test('typical ones are offered first', () => {
    expect(suggested('', 3)).toEqual(['UTC', 'Europe/London', 'Europe/Berlin']);
  });

  test.each([
    ['sao', 'America/Sao_Paulo'],
    ['berl', 'Europe/Berlin'],
    ['york', 'America/New_York'],
    ['mumb', 'Asia/Kolkata'],
    ['germ', 'Europe/Berlin'],
    ['europe/be', 'Europe/Berlin'],
    ['utc+5:30', 'Asia/Kolkata'],
  ])('%s offers what it is the beginning of', (typed, zone) => {
    expect(suggested(typed, 25)).toContain(zone);
    expect(suggested(typed, 1)).toEqual([zone]);
  });

  test('all that an abbreviation may mean is offered before what only begins so', () => {
    expect(suggested('ist', 5)).toEqual([
      'Asia/Kolkata',
      'Asia/Jerusalem',
      'Europe/Dublin',
      'Asia/Colombo',
      'Europe/Istanbul',
    ]);
  });

  test('each zone is offered once, with the place that fits', () => {
    const choices = suggestZones('san', 25);
    expect(new Set(choices.map(({ zone }) => zone)).size).toBe(25);
    expect(suggestZones('munich', 1)).toEqual([
      { zone: 'Europe/Berlin', label: 'Europe/Berlin (Munich, Germany)' },
    ]);
  });
});

test('every zone that is offered is one', () => {
  for (const letter of 'abcdefghijklmnopqrstuvwxyz') {
    for (const { zone } of suggestZones(letter, 1000)) {
      expect(() => new Intl.DateTimeFormat('en', { timeZone: zone })).not.toThrow();
    }
  }
});
