#!/usr/bin/env node
/** The command line. Each command is a file of its own, loaded when it is asked for: the prompt must not wait for the chats. */
import { Command } from 'commander';

const program = new Command('briefwire');

program
  .command('pipe')
  .description('the briefing core as JSON Lines on standard input and output (PIPE.md)')
  .option(
    '--articles <path>',
    'a folder of article files, or a .jsonl of articles: the index of this pipe, in memory',
  )
  .action(async (options: { articles?: string }) => (await import('./pipe-command.ts')).pipe(options));

await program.parseAsync();
