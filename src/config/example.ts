/** `.env.example` and the settings table of the README, written from the schema so that neither can be out of date. */
import { describeVariable, type VariableName, variables } from './schema.ts';

const names = Object.keys(variables).filter((name): name is VariableName => name in variables);

/** The whole of `.env.example`: every variable commented out, with its default or an example. */
export function renderEnvExample(): string {
  const entries = names.map((name) => {
    const { about, example, default: otherwise } = describeVariable(name);
    return `# ${about}\n${otherwise === null ? '# Not set by default, for example:\n' : ''}# ${name}=${otherwise ?? example}\n`;
  });
  const head =
    '# Copy this file to .env and uncomment what you want to set. Nothing has to be: without a token the chat is in the terminal.\n# Written from src/config/schema.ts by tests/config/example.test.ts.\n';
  return [head, ...entries].join('\n');
}

/** The same as a Markdown table: variable, default, meaning. */
export function renderSettingsTable(): string {
  const rows = names.map((name) => {
    const { about, default: otherwise } = describeVariable(name);
    return `| \`${name}\` | ${otherwise === null ? '' : `\`${otherwise}\``} | ${about.replaceAll('|', '\\|')} |`;
  });
  return ['| variable | default | meaning |', '|---|---|---|', ...rows, ''].join('\n');
}
