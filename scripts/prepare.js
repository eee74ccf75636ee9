// npm runs this after an installation. Without development packages (`npm ci --omit=dev`) there is no
// bundler: an existing build is kept, and without one clippings.js explains what to do.
import { execSync } from 'node:child_process';
import { existsSync } from 'node:fs';

if (existsSync(new URL('../node_modules/esbuild', import.meta.url))) {
  execSync('npm run build', { stdio: 'inherit' });
}
