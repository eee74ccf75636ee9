import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const FLAGS = [
  ...['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
  ...['--disable-component-update', '--disable-sync', '--hide-scrollbars', '--force-device-scale-factor=1.5'],
];

/** Takes a screenshot of a page with Chromium. CHROMIUM may name the program. */
export function screenshot(
  html: string,
  picture: string,
  size: { readonly width: number; readonly height: number },
): void {
  const folder = mkdtempSync(path.join(tmpdir(), 'clippings-picture-'));
  try {
    const page = path.join(folder, 'page.html');
    writeFileSync(page, html);
    const place = [
      `--user-data-dir=${path.join(folder, 'profile')}`,
      `--window-size=${size.width},${size.height}`,
    ];
    const files = [`--screenshot=${path.resolve(picture)}`, `file://${page}`];
    execFileSync(process.env.CHROMIUM ?? 'chromium', [...FLAGS, ...place, ...files], {
      stdio: 'ignore',
      timeout: 120_000,
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
