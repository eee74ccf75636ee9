import { MiniSearchIndex } from '../../src/archive/memory/minisearch-index.js';
import { describePassageIndex } from './passage-index-contract.js';

describePassageIndex({ name: 'MiniSearch', make: async () => new MiniSearchIndex(), share: 1 });
