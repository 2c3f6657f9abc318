/** A chat at the prompt, or over a pipe line by line. */
import { clearScreenDown, createInterface, cursorTo, type Interface, moveCursor } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { Action, Form } from '../../chat/card.ts';
import type { Address, Command, MessageReference } from '../../chat/command.ts';
import { buildForm, parseForm } from '../../chat/forms.ts';
import type { ChatAdapter, ChatHandler, Delivery } from '../../chat/port.ts';
import { classifyFailure } from './failures.ts';
import { parseTyped } from './inbound.ts';
import { TERMINAL_LIMITS } from './limits.ts';
import { renderTerminal, wrap } from './render.ts';

export interface TerminalSettings {
  readonly input: Readable & { readonly isTTY?: boolean };
  readonly output: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  /** The value of NO_COLOR: colour is off when it is set and not empty (no-color.org). */
  readonly noColour: boolean;
  /** Shown above the first prompt. */
  readonly greeting: string;
}

export interface TerminalAdapter extends ChatAdapter {
  /** Resolves when the person leaves or the input ends, and all that was typed is answered. */
  readonly closed: Promise<void>;
  /** Writes a line that nobody asked for, such as one of the log, above the prompt and what is typed there. */
  tell(line: string): void;
}

const PROMPT = 'briefwire> ';
const ADDRESS: Address = { platform: 'terminal', space: 'terminal', channel: 'terminal' };

export function createTerminalAdapter(settings: TerminalSettings): TerminalAdapter {
  const { input, output } = settings;
  const isInteractive = Boolean(input.isTTY && output.isTTY);
  const colour = Boolean(output.isTTY) && !settings.noColour;
  const delivered = new Map<string, MessageReference>();
  /** What a number presses: the buttons of the last card, and of which message they are. */
  let offered: { readonly actions: readonly Action[]; readonly message: string } = {
    actions: [],
    message: '',
  };
  let lines: Interface | undefined;
  let isAtPrompt = false;
  /** What is answered now was asked for by the number of a button. */
  let isPressed = false;
  let number = 0;
  let finish: () => void = () => {};
  const closed = new Promise<void>((resolve) => {
    finish = resolve;
  });

  const write = (text: string) =>
    new Promise<void>((resolve, reject) =>
      output.write(text, (error) => (error ? reject(error) : resolve())),
    );

  function prompt(): void {
    if (!isInteractive) return;
    isAtPrompt = true;
    lines?.prompt();
  }

  /** What comes unasked stands above the prompt, which is given back with what was typed. */
  async function unasked<T>(work: () => T | Promise<T>): Promise<T> {
    if (!isAtPrompt || lines === undefined) return work();
    moveCursor(output, 0, -lines.getCursorPos().rows);
    cursorTo(output, 0);
    clearScreenDown(output);
    try {
      return await work();
    } finally {
      if (isAtPrompt) lines.prompt(true);
    }
  }

  const widthNow = () => output.columns ?? TERMINAL_LIMITS.defaultWidth;

  async function deliver(...[address, card, { key }]: Parameters<ChatAdapter['deliver']>): Promise<Delivery> {
    const known = delivered.get(key);
    if (known) return { ok: true, message: known };
    const message = { address, id: `${number + 1}` };
    number += 1;
    delivered.set(key, message);
    try {
      const rendered = renderTerminal(card, {
        width: widthNow(),
        colour,
      });
      // A card without buttons takes away those of the one before. The detail of a message leaves it its own, and so does what
      // one of them brings: whoever pressed "Timeline" still sees "Compare" above it.
      if (rendered.actions.length > 0 || !(isPressed || address.thread === offered.message))
        offered = { actions: rendered.actions, message: message.id };
      await unasked(() => write(`\n${rendered.text}\n\n`));
      return { ok: true, message };
    } catch (error) {
      delivered.delete(key);
      return { ok: false, failure: classifyFailure(error) };
    }
  }

  async function converse(handler: ChatHandler, reader: Interface): Promise<void> {
    const ask = createAsker(reader);
    prompt();
    let left: string | undefined;
    for (let line = await ask(); line !== undefined; line = left ?? (await ask())) {
      left = undefined;
      isAtPrompt = false;
      const typed = parseTyped(line, offered.actions);
      if (typed.type === 'leave') break;
      if (typed.type === 'unknown-number')
        await write(typed.most === 0 ? 'There is nothing to choose here.\n' : `Choose 1 to ${typed.most}.\n`);
      isPressed = typed.type === 'command' && typed.pressed;
      if (typed.type === 'command') left = await hand(handler, typed.command, ask);
      isPressed = false;
      if (left === undefined) prompt();
    }
    isAtPrompt = false;
    reader.close();
  }

  /** @returns a line that was typed instead of filling in a form: a command of its own */
  async function hand(
    handler: ChatHandler,
    command: Command,
    ask: () => Promise<string | undefined>,
  ): Promise<string | undefined> {
    const given = command.type === 'form' ? await fill(buildForm(command.form, command.about), ask) : command;
    if (given === undefined || typeof given === 'string') return given;
    number += 1;
    const request = {
      command: given,
      actor: { id: 'terminal', mayManage: true, zone: Intl.DateTimeFormat().resolvedOptions().timeZone },
      address: ADDRESS,
      addressed: true,
      keys: [`terminal/${process.pid}/${number}`],
    };
    // A handler never rejects; if one does, the prompt must still come back.
    await handler.handle(request).catch(() => undefined);
    return undefined;
  }

  /** A form at a prompt: a question a field; an empty line takes what is suggested, and a command leaves it. */
  async function fill(
    form: Form,
    ask: () => Promise<string | undefined>,
  ): Promise<Command | string | undefined> {
    const values: Record<string, string> = {};
    for (const field of form.fields) {
      const suggested = field.value ? ` [${field.value}]` : '';
      await write(`${field.label}${suggested}: `);
      const line = await ask();
      if (line === undefined || line.trim().startsWith('/')) return line;
      values[field.name] = line.trim() === '' ? (field.value ?? '') : line;
    }
    return parseForm(form.name, form.about, values);
  }

  return {
    platform: 'terminal',
    closed,
    deliver,
    tell(line) {
      void unasked(() => write(`${wrap(line.trimEnd(), widthNow())}\n`)).catch(() => undefined);
    },
    async start(handler) {
      const greeting = isInteractive ? wrap(settings.greeting, widthNow()) : settings.greeting;
      if (greeting !== '') await write(`${greeting}\n`);
      const reader = createInterface({
        input,
        output,
        terminal: isInteractive,
        prompt: PROMPT,
        historySize: 200,
      });
      lines = reader;
      void converse(handler, reader).then(finish, finish);
    },
    async find(_address, key) {
      return delivered.get(key);
    },
    findSpace: async () => ADDRESS.space,
    async stop() {
      if (!lines) return;
      lines.close();
      await closed;
    },
  };
}

/** The lines of a reader one at a time, also those that arrive while an answer is written; undefined at the end. */
function createAsker(reader: Interface): () => Promise<string | undefined> {
  const waiting: string[] = [];
  let isClosed = false;
  let wake: () => void = () => {};
  reader.on('line', (line) => {
    waiting.push(line);
    wake();
  });
  // Ctrl-C leaves as Ctrl-D does.
  reader.on('SIGINT', () => reader.close());
  reader.on('close', () => {
    isClosed = true;
    wake();
  });
  return async () => {
    while (waiting.length === 0 && !isClosed)
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    return waiting.shift();
  };
}
