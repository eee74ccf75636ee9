import { openStore } from '../../../../src/store/store.js';
import { type Steps, storeUrl } from '../points.js';

/** Opens the database of an older version, and brings it up to date. */
export const migrationSteps: Steps = async ({ folder }, tell) => {
  await tell.begin('migrate');
  const store = await openStore({ url: storeUrl(folder) });
  await tell.done('migrate');
  store.close();
};
