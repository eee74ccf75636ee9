import { toBlocks } from '../../src/articles/block.js';
import type { Incoming } from '../../src/ingest/incoming.js';

/** A report long enough to be told from others, in paragraphs. */
export const REPORT = [
  'The harbour bridge was closed on Monday after engineers found cracks in two of its 24 cables, the city council said.',
  'About 12,000 drivers use the bridge every day, and ferries will carry commuters for free until the repairs are done.',
  'Mayor Ines Calder said that safety came first and that nobody could yet tell how long the work would take.',
  'Shopkeepers near the bridge feared for their business, as most of their customers come from the other side.',
];

/** Another report, on something else. */
export const OTHER_REPORT = [
  'Farmers in the north harvested the largest crop of apples in 30 years, the ministry of agriculture said on Friday.',
  'A mild spring and a wet summer helped the trees, while prices fell by a fifth, to 80 cents a kilogram.',
  'Juice makers bought more than half of the crop, and exports to neighbouring countries doubled within the year.',
];

export interface IncomingParts extends Partial<Incoming['metadata']> {
  readonly text?: readonly string[];
}

export function incoming({ text = REPORT, ...metadata }: IncomingParts = {}): Incoming {
  return {
    metadata: {
      title: 'Harbour bridge closed for repairs',
      publisher: 'The Port Gazette',
      url: 'https://gazette.example/bridge',
      published: '2024-03-11T08:00:00Z',
      ...metadata,
    },
    blocks: toBlocks(text),
  };
}

/** A report in another language. */
export const FRENCH_REPORT = [
  'Le pont du port a été fermé lundi, après que des ingénieurs ont trouvé deux câbles rompus.',
  'La maire a dit que le pont resterait fermé pendant six semaines, et que les bacs seraient gratuits.',
  'Environ 12 000 voitures passent chaque jour sur le pont, qui a été construit en 1962.',
];
