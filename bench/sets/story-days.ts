/**
 * Days of `news/` whose articles were sorted into stories by hand: the stories of more than one article, by article id;
 * every other article of these days is a story of its own. A round-up of several stories belongs to none of them.
 */
export const STORY_DAYS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  '2022-06-14': [
    ['rt00399', 'rt00400', 'rt00402', 'rt00403'], // floods close Yellowstone
    ['rt00405', 'rt23709'], // a day of extreme weather
    ['rt00367', 'rt00368'], // arrests near a Pride parade
    ['rt24615', 'rt05128'], // a president's visit to Saudi Arabia
  ],
  '2022-07-12': [
    ['rt01068', 'rt01074', 'rt01224', 'rt20104'], // first images of a space telescope
    ['rt01077', 'rt01078', 'rt01080', 'rt01082', 'rt01086', 'rt01154', 'rt11839', 'rt21748'], // Emmy nominations
    ['rt01642', 'rt02821'], // a hearing on 6 January
    ['rt01171', 'rt01174'], // a full moon
    ['rt01176', 'rt01177'], // the dollar
    ['rt01191', 'rt22518'], // a fire in Yosemite
    ['rt07331', 'rt07404'], // a president's age
  ],
  '2022-09-08': [
    [
      ...['rt02532', 'rt02533', 'rt02536', 'rt02598', 'rt02599', 'rt02600', 'rt02603', 'rt04047', 'rt04846'],
      ...['rt04847', 'rt06555', 'rt07375', 'rt07696', 'rt08080', 'rt09321', 'rt12855', 'rt20783', 'rt24555'],
    ], // a queen dies
    ['rt08078', 'rt21313'], // a coronation
    ['rt02587', 'rt02590'], // a search at Mar-a-Lago
  ],
};
