/** `npm run bench [-- name … --option …]`: runs the benches one after the other, each in this process. */
import { readdir } from 'node:fs/promises';

const here = new URL('.', import.meta.url);
const wanted = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const files = (await readdir(here)).filter((file) => file.endsWith('.bench.ts')).sort();
for (const file of files) {
  const name = file.replace('.bench.ts', '');
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.log(`\n== ${name}`);
  const bench = (await import(new URL(file, here).href)) as { run(): Promise<void> };
  await bench.run();
}
