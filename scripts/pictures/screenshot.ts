import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const FLAGS = [
  ...['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
  ...['--disable-component-update', '--disable-sync', '--hide-scrollbars'],
];

/** Above this height a picture is taken in less detail, so that its file stays small. In CSS pixels. */
const TALL = 600;

/** Takes a screenshot of a page with Chromium. CHROMIUM may name the program. */
export function screenshot(
  html: string,
  picture: string,
  size: { readonly width: number; readonly height: number },
): void {
  const scale = `--force-device-scale-factor=${size.height > TALL ? 1 : 1.5}`;
  chromium(html, [
    scale,
    `--window-size=${size.width},${size.height}`,
    `--screenshot=${path.resolve(picture)}`,
  ]);
}

/** Returns a page as it is after its scripts have run. */
export function rendered(html: string): string {
  return chromium(html, ['--virtual-time-budget=5000', '--dump-dom']);
}

function chromium(html: string, flags: readonly string[]): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'clippings-picture-'));
  try {
    const page = path.join(folder, 'page.html');
    writeFileSync(page, html);
    const all = [...FLAGS, `--user-data-dir=${path.join(folder, 'profile')}`, ...flags, `file://${page}`];
    return execFileSync(process.env.CHROMIUM ?? 'chromium', all, {
      stdio: ['ignore', 'pipe', 'ignore'],
      encoding: 'utf8',
      timeout: 240_000,
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
