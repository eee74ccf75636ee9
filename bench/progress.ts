/** Shows how far a long piece of work has come: a bar on a terminal, a line now and then elsewhere. On stderr. */
export interface Progress {
  tick(): void;
  done(): void;
}

export type StartProgress = (label: string, total: number) => Progress;

const BAR_WIDTH = 30;
const REDRAW_MS = 100;
const LOG_LINE_MS = 15_000;

export function progressOn(stream: NodeJS.WriteStream): StartProgress {
  return (label, total) => {
    let count = 0;
    const started = Date.now();
    let shown = started;
    const show = () => {
      shown = Date.now();
      const seconds = Math.round((shown - started) / 1000);
      if (stream.isTTY) stream.write(`\r${label} ${bar(count / total)} ${count}/${total} ${seconds} s\x1b[K`);
      else stream.write(`${label} ${count}/${total} ${seconds} s\n`);
    };
    if (stream.isTTY) show();
    return {
      tick() {
        count += 1;
        if (Date.now() - shown >= (stream.isTTY ? REDRAW_MS : LOG_LINE_MS)) show();
      },
      done() {
        if (stream.isTTY) stream.write('\r\x1b[K');
        else show();
      },
    };
  };
}

export const silentProgress: StartProgress = () => ({ tick() {}, done() {} });

function bar(share: number): string {
  const filled = Math.round(Math.min(1, share) * BAR_WIDTH);
  return `[${'#'.repeat(filled)}${'.'.repeat(BAR_WIDTH - filled)}]`;
}
