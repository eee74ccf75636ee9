// Run by npm after an installation. One without development packages (`npm ci --omit=dev`) has no compiler: it keeps
// what was built before, and clippings.js says what to do where nothing was.
import { execSync } from 'node:child_process';
import { existsSync } from 'node:fs';

if (existsSync(new URL('../node_modules/typescript', import.meta.url))) {
  execSync('npm run build', { stdio: 'inherit' });
}
