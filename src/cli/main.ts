#!/usr/bin/env node
/** The command line. Each command is a file of its own, loaded when it is asked for: the prompt must not wait for the chats. */
import { Argument, Command, CommanderError } from 'commander';
import { BriefwireError, messageOf } from '../core/errors.ts';
import { VERSION } from '../version.ts';

const FAILED = 1;
const WRONG_USE = 2;
const EXIT_CODES =
  'It ends with 0 when it is done, with 1 when it failed or no article is about it, with 2 when it was called wrongly.';

const program = new Command('briefwire')
  .description('The news desk that lives in Slack and Discord.')
  .addHelpText('after', `\n${EXIT_CODES}`)
  .version(VERSION)
  .exitOverride()
  .showHelpAfterError('(add --help for what can be given)');

program
  .command('start')
  .description('run the chats that have a token; without one, the chat in this terminal')
  .action(async () => (await import('./start.ts')).start());

program
  .command('chat')
  .description('the chat in this terminal')
  .action(async () => (await import('./chat.ts')).chat());

program
  .command('brief')
  .description('what happened, who says so')
  .argument('<topic...>', 'a topic or words; "short", "full", "since …", "until …", "from …" may follow')
  .option('--json', 'for programs')
  .option('--explain', 'why each line is there')
  .action(async (topic: string[], options) => (await import('./brief.ts')).brief(topic.join(' '), options));

program
  .command('ask')
  .description('the answer in the articles’ words, or that they do not say')
  .argument('<question...>')
  .option('--json', 'for programs')
  // "--- who won": what looks like an option is part of the question.
  .allowUnknownOption()
  .action(async (question: string[], options) => (await import('./ask.ts')).ask(question.join(' '), options));

program
  .command('quotes')
  .description('who said what, word for word')
  .argument('<topic or speaker...>')
  .option('--json', 'for programs')
  .action(async (query: string[], options) => (await import('./quotes.ts')).quotes(query.join(' '), options));

program
  .command('topics')
  .description('what can be asked for by name')
  .option('--json', 'for programs')
  .action(async (options) => (await import('./topics.ts')).topics(options));

program
  .command('sources')
  .description('what is read, and how it goes')
  .option('--json', 'for programs')
  .action(async (options) => (await import('./sources.ts')).sources(options));

program
  .command('ingest')
  .description('read a file, a folder, a feed, a list of feeds (OPML) or a web page into the store')
  .argument('<path or url>')
  .option('--json', 'for programs')
  .action(async (what: string, options) => (await import('./ingest.ts')).ingest(what, options));

program
  .command('digest')
  .description('list the digests, preview one, or post what is due and end')
  .addArgument(new Argument('<action>').choices(['list', 'preview', 'run']))
  .argument('[id]', 'of the digest to preview')
  .option('--json', 'for programs')
  .action(async (action: 'list' | 'preview' | 'run', id: string | undefined, options, command: Command) => {
    if (action === 'preview' && id === undefined) command.error("error: missing required argument 'id'");
    await (await import('./digest.ts')).digest(action, id, options);
  });

program
  .command('pipe')
  .description('the briefing core as JSON Lines on standard input and output')
  .option(
    '--articles <path>',
    'a folder of article files, or a .jsonl of articles: the index of this pipe, in memory',
  )
  .action(async (options: { articles?: string }) => (await import('./pipe-command.ts')).pipe(options));

program
  .command('doctor')
  .description('check settings, tokens, permissions, store and feeds, and say what to change')
  .action(async () => (await import('./doctor.ts')).doctor());

/** Who reads only the first lines ("| head") has seen enough: that is no failure. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : WRONG_USE;
  else {
    // A list of problems keeps its lines.
    const message = error instanceof BriefwireError ? error.message : messageOf(error);
    process.stderr.write(`briefwire: ${message}\n`);
    process.exitCode = FAILED;
  }
}
