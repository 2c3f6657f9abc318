/** `briefwire ingest <path or url>`. */
import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { App } from '../app.ts';
import { count } from '../chat/words.ts';
import { BriefwireError } from '../core/errors.ts';
import { ingestAddress } from '../ingest/ingest-address.ts';
import { EMPTY_REPORT, type IngestReport } from '../ingest/ports.ts';
import { readFileArticles } from '../ingest/readers/files.ts';
import { createFolderReader } from '../ingest/readers/folder.ts';
import { openSetup } from './context.ts';
import { createProgress } from './progress.ts';
import { printJson } from './say.ts';

const BY_HAND = { source: null, space: null, asked: true };

export async function ingest(what: string, options: { json?: boolean }): Promise<void> {
  const app = await openSetup('warn');
  try {
    const report = /^https?:\/\//i.test(what) ? await readAddress(app, what) : await readPath(app, what);
    if (options.json) printJson(report);
    else process.stdout.write(`${reportWords(report)}\n`);
    const { added, unchanged, replaced, refused } = report;
    if (added + unchanged + replaced === 0 && refused.length > 0) process.exitCode = 1;
  } finally {
    await app.close();
  }
}

async function readAddress({ openWeb, pipeline }: App, url: string): Promise<IngestReport> {
  const { fetcher } = await openWeb();
  const progress = createProgress(process.stderr);
  try {
    return await ingestAddress(url, { fetcher, sink: pipeline, fullText: false, onProgress: progress.show });
  } finally {
    progress.end();
  }
}

async function readPath({ pipeline, logger }: App, path: string): Promise<IngestReport> {
  const found = await stat(path).catch((cause: unknown) => {
    if (/^[a-z][a-z\d+.-]*:\/\//i.test(path))
      throw new BriefwireError('bad-request', `${path} is not fetched: only http:// and https:// are`, {
        cause,
      });
    throw new BriefwireError('not-found', `${path} is not there, or may not be read`, { cause });
  });
  if (found.isDirectory()) {
    // What is refused stands in the report that is printed.
    const quiet = { ...logger, warn: () => {} };
    const reader = createFolderReader({ folder: path, origin: BY_HAND, pipeline, logger: quiet });
    return reader.read().finally(() => reader.close());
  }
  const result = await readFileArticles(path, dirname(path));
  if ('gone' in result) throw new BriefwireError('not-found', `${path} vanished while it was read`);
  if ('refusal' in result) return { ...EMPTY_REPORT, refused: [result.refusal] };
  return pipeline.take(result.found, BY_HAND);
}

/** "2 articles read, 0 unchanged, 0 replaced, 1 refused", then a line for each that was refused. */
export function reportWords({ added, unchanged, replaced, refused }: IngestReport): string {
  const counts = [
    `${count(added, 'article')} read`,
    `${unchanged} unchanged`,
    `${replaced} replaced`,
    `${refused.length} refused`,
  ];
  return [counts.join(', '), ...refused.map(({ what, why }) => `  ${what}: ${why}`)].join('\n');
}
