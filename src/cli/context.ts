/** What the commands share: settings read and checked, the house opened, and closed whatever happens. */
import { type App, openApp } from '../app.ts';
import { loadConfig, loadSettings, readEnvironment } from '../config/load.ts';
import type { Settings } from '../config/schema.ts';
import { BriefwireError } from '../core/errors.ts';
import { createLogger } from '../observability/log.ts';

/** Checks everything that a person may set; throws one `bad-settings` that lists all problems. */
export function readSetup() {
  const loaded = loadSettings(readEnvironment(process.env));
  const problems = 'problems' in loaded ? [...loaded.problems] : [];
  const settings: Settings | undefined = 'settings' in loaded ? loaded.settings : undefined;
  const files = loadConfig(settings?.configDir ?? 'config');
  problems.push(...files.problems);
  if (settings === undefined || problems.length > 0)
    throw new BriefwireError(
      'bad-settings',
      `these settings have to be changed:\n${problems.map((line) => `  - ${line}`).join('\n')}`,
    );
  return { settings, config: files.config, warnings: files.warnings };
}

/** Opens the house for one command, with the articles folder read. Only warnings are logged: the answer is what counts. */
export async function withApp<T>(work: (app: App) => Promise<T>): Promise<T> {
  const { settings, config, warnings } = readSetup();
  const level = settings.logLevel === 'info' ? 'warn' : settings.logLevel;
  const logger = createLogger({ level });
  for (const warning of warnings) logger.warn(warning);
  const app = await openApp({ settings, config, logger });
  try {
    await app.readFolder();
    return await work(app);
  } finally {
    await app.close();
  }
}
