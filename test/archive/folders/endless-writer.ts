import { writeWhole } from '../../../src/archive/folders/write-whole.js';

// Run as a process of its own, to be killed: writes the file of its argument again and again, each time other lines.
const path = process.argv[2] ?? '';
for (let round = 0; ; round++) {
  const line = `${process.pid}-${round}\n`;
  await writeWhole(
    path,
    Array.from({ length: 200 }, () => line.repeat(100)),
  );
  if (round === 0) process.stdout.write('written\n');
}
