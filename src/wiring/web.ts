/** Everything that fetches: loaded when it is first needed, since the prompt must not wait for it. */
import type { Storage } from '../chat/stores.ts';
import type { Config, SourceConfig } from '../config/files.ts';
import type { Clock, Logger } from '../core/ports.ts';
import { createFetcher, type Fetcher } from '../ingest/guarded-fetch.ts';
import type { ArticleSink } from '../ingest/ports.ts';
import { createSources, type Source, type Sources } from '../ingest/sources.ts';
import type { Notices } from '../runtime/notices.ts';
import { tellFailing } from './digests.ts';

export interface Web {
  readonly fetcher: Fetcher;
  readonly polled: Sources;
  close(): Promise<void>;
}

export interface WebDeps {
  readonly config: Config;
  readonly storage: Storage;
  readonly pipeline: ArticleSink;
  readonly notices: Notices;
  readonly clock: Clock;
  readonly logger: Logger;
}

export function createWeb({ config, storage, pipeline, notices, clock, logger }: WebDeps): Web {
  const { contact, allowedPrivateHosts } = config.bot;
  const fetcher = createFetcher({ contact, allowedPrivateHosts }, { clock });
  const polled = createSources({
    store: storage.sources,
    articles: storage.articles,
    sink: pipeline,
    fetcher,
    clock,
    logger,
    configured: config.sources.flatMap(readSource),
    onFailing: (source, state) => tellFailing(source.id, state, storage, notices),
  });
  return {
    fetcher,
    polled,
    async close() {
      await polled.stop();
      await fetcher.close();
    },
  };
}

function readSource({ id, url, publisher, every, fullText }: SourceConfig): Source[] {
  if (url === undefined) return [];
  return [{ id, url, space: null, publisher: publisher ?? null, every, fullText }];
}
