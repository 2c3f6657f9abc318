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
  // Also where a variable is wrong: all problems are listed at once.
  const folder = settings?.configDir ?? (env['CONFIG_DIR']?.trim() || 'config');
  const files = loadConfig(folder, whyNeverDue);
  const around = checkEnvironment(env);
  const problems = [...('problems' in loaded ? loaded.problems : []), ...around.problems, ...files.problems];
  const warnings = [...around.warnings, ...files.warnings];
  if (settings === undefined || problems.length > 0) throw new SetupError(problems, warnings);
  return { settings, config: files.config, warnings };
}

/** All that is wrong with the settings, a line each; what is only left out as well, since it may be why the rest is wrong. */
class SetupError extends BriefwireError {
  constructor(problems: readonly string[], warnings: readonly string[]) {
    const list = (lines: readonly string[]) => lines.map((line) => `  - ${line}`);
    const leftOut = warnings.length === 0 ? [] : ['and this is left out:', ...list(warnings)];
    super('bad-settings', ['these settings have to be changed:', ...list(problems), ...leftOut].join('\n'));
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
