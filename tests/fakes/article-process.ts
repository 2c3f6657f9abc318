/** Writes articles fifty at a time until it is killed: `article-process.ts STORE_URL`. */
import { openStorage } from '../../src/storage/open-storage.ts';
import { buildArticle } from './articles.ts';

const store = await openStorage(process.argv[2] ?? 'memory:');
process.stdout.write('ready\n');
for (let batch = 0; ; batch += 1) {
  const text = 'The harbour was closed again. '.repeat(100);
  await store.articles.put(
    Array.from({ length: 50 }, (_, n) => buildArticle({ id: `b${batch}-${n}`, text })),
  );
}
