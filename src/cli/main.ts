#!/usr/bin/env node
/** The command line. Each command is a file of its own, loaded when it is asked for: the prompt must not wait for the chats. */
import { Command, CommanderError } from 'commander';
import { messageOf } from '../core/errors.ts';

/** Exit codes: 0 done, 1 failed, 2 wrong use. */
const FAILED = 1;
const WRONG_USE = 2;

const program = new Command('briefwire')
  .description('The news desk that lives in Slack and Discord.')
  .exitOverride()
  .showHelpAfterError('(add --help for what can be given)');

program
  .command('pipe')
  .description('the briefing core as JSON Lines on standard input and output')
  .option(
    '--articles <path>',
    'a folder of article files, or a .jsonl of articles: the index of this pipe, in memory',
  )
  .action(async (options: { articles?: string }) => (await import('./pipe-command.ts')).pipe(options));

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : WRONG_USE;
  else {
    process.stderr.write(`briefwire: ${messageOf(error)}\n`);
    process.exitCode = FAILED;
  }
}
