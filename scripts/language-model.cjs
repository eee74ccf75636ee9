// Stands in a bundle for the file of the language model's package that reads the model: the same result, from files that
// hold most of it as it is used. See bundle.js, which writes them.
const { readFileSync } = require('node:fs');
const { join } = require('node:path');

/** Features whose values are looked up. */
const LOOKED_UP = ['prefix', 'suffix', 'shape', 'lexeme'];

module.exports = function readModel() {
  const read = (name) => readFileSync(join(__dirname, name));
  const { sizes, ...model } = JSON.parse(read('language-model.json').toString());
  const { buffer, byteOffset, byteLength } = read('language-model.bin');
  const numbers = new Uint32Array(buffer, byteOffset, byteLength / Uint32Array.BYTES_PER_ELEMENT);
  let start = 0;
  const next = (size) => {
    start += size;
    return numbers.subarray(start - size, start);
  };
  model.lexicon = next(sizes.lexicon);
  model.xpansions = next(sizes.xpansions);
  for (const name of LOOKED_UP) {
    const feature = model.features[name];
    feature.hash = placesOf(feature.list, next(sizes[name]));
  }
  const { posClusters } = model.features;
  posClusters.list = posClusters.list.map((parts) => new Set(parts));
  return model;
};

/**
 * An object that has the place of each value of a list. A place is looked for when it is first asked for, and kept from then on:
 * to set down the places of all 90,000 words takes longer than a text that has a hundred of them.
 * @param list stays as it is: analysers add what they meet to lists of their own, see src/text/wink.ts
 * @param order the places in the order of the values
 */
function placesOf(list, order) {
  const lookUp = {
    get(_, value, asked) {
      if (typeof value === 'symbol') return undefined;
      const keep = (place) => {
        const property = { value: place, writable: true, enumerable: true, configurable: true };
        Object.defineProperty(asked, value, property);
        return place;
      };
      let low = 0;
      let high = order.length - 1;
      while (low <= high) {
        const middle = (low + high) >>> 1;
        const place = order[middle];
        if (list[place] === value) return keep(place);
        if (list[place] < value) low = middle + 1;
        else high = middle - 1;
      }
      // A text repeats what is no word of the list, too: "Smith,".
      return keep(undefined);
    },
  };
  return Object.create(new Proxy(Object.create(null), lookUp));
}
