/** What the commands share: settings read and checked, the house opened, and closed whatever happens. */
import { type App, openApp } from '../app.ts';
import type { Config } from '../config/files.ts';
import { checkEnvironment, loadConfig, loadSettings, readEnvironment } from '../config/load.ts';
import type { Settings } from '../config/schema.ts';
import { BriefwireError } from '../core/errors.ts';
import { type LogOptions, openLog } from '../observability/log.ts';
import { whyNeverDue } from '../runtime/scheduler.ts';

export interface Setup {
  readonly settings: Settings;
  readonly config: Config;
  /** What is left out because it is wrong, while the rest holds. */
  readonly warnings: readonly string[];
}

/** Checks everything that a person may set; throws one `bad-settings` that lists all problems. */
export function readSetup(): Setup {
  const env = readEnvironment(process.env);
  const loaded = loadSettings(env);
  const settings = 'settings' in loaded ? loaded.settings : undefined;
  const files = loadConfig(settings?.configDir ?? 'config', whyNeverDue);
  const around = checkEnvironment(env);
  const problems = [...('problems' in loaded ? loaded.problems : []), ...around.problems, ...files.problems];
  if (settings === undefined || problems.length > 0) throw new SetupError(problems);
  return { settings, config: files.config, warnings: [...around.warnings, ...files.warnings] };
}

/** All that is wrong with the settings, a line each. */
class SetupError extends BriefwireError {
  constructor(problems: readonly string[]) {
    super(
      'bad-settings',
      ['these settings have to be changed:', ...problems.map((line) => `  - ${line}`)].join('\n'),
    );
    this.name = 'SetupError';
  }
}

/** Opens the house. `quietest`: lines less important than this are not logged, whatever LOG_LEVEL says. `output`: where they go, if not to standard error. */
export async function openSetup(quietest: 'info' | 'warn', output?: LogOptions['output']): Promise<App> {
  const { settings, config, warnings } = readSetup();
  const { logLevel, slack, discord } = settings;
  const level = quietest === 'warn' && logLevel === 'info' ? 'warn' : logLevel;
  const slackSecret = slack?.via.mode === 'socket' ? slack.via.appToken : slack?.via.signingSecret;
  const secrets = [slack?.botToken, slackSecret, discord?.token].filter((secret) => secret !== undefined);
  const logger = openLog({ level, secrets, ...(output ? { output } : {}) });
  for (const warning of warnings) logger.warn(warning);
  return openApp({ settings, config, logger });
}

/** Opens the house for one command, with the folders read. Only warnings are logged: the answer is what counts. */
export async function withApp<T>(work: (app: App) => Promise<T>, output?: LogOptions['output']): Promise<T> {
  const app = await openSetup('warn', output);
  try {
    await app.readFolders();
    return await work(app);
  } finally {
    await app.close();
  }
}
