/** The whole bot in one switch: a command in, a reply out. */
import { isDoubt } from '../core/ask/small-talk.ts';
import { findZone } from '../core/digest/zones.ts';
import { BriefwireError, messageOf } from '../core/errors.ts';
import type { Action, Card } from './card.ts';
import { buildHelpCard, buildLineCard, buildTopicsCard } from './cards/lists.ts';
import type { Command } from './command.ts';
import { buildForm, joinDigestWords } from './forms.ts';
import { replyToQuestion } from './replies/ask.ts';
import { type BriefDeps, replyToBrief } from './replies/brief.ts';
import { type DigestDeps, replyToDigest } from './replies/digest.ts';
import { type PresenceDeps, replyToPresence } from './replies/presence.ts';
import { replyToContext, replyToQuotes } from './replies/quotes.ts';
import { refuse } from './replies/refusal.ts';
import { replyToAdd, replyToRemove, replyToSources } from './replies/sources.ts';
import { replyToHome, replyToStatus, type StatusDeps } from './replies/status.ts';
import type { Context, Dispatch, Reply } from './reply.ts';
import { words } from './words.ts';

export type DispatchDeps = BriefDeps & DigestDeps & StatusDeps & PresenceDeps;

export function createDispatch(deps: DispatchDeps): Dispatch {
  const dispatch: Dispatch = async (command, context) => {
    try {
      return await answer(command, context);
    } catch (error) {
      // What somebody can act upon is said to them; our own mistakes are the handler's to log.
      const isTheirs =
        error instanceof BriefwireError && error.code !== 'internal' && error.code !== 'storage';
      if (isTheirs) return { card: buildLineCard(messageOf(error)), private: true };
      throw error;
    }
  };

  async function listTopics({ space }: Context): Promise<Reply> {
    const [topics, newest] = [await deps.briefings.topics({ space }), await deps.briefings.newest({ space })];
    return { card: buildTopicsCard(topics, newest) };
  }

  async function answer(command: Command, context: Context): Promise<Reply | null> {
    switch (command.type) {
      case 'brief':
        return command.query === '' && command.from === undefined
          ? listTopics(context)
          : privately(command, await replyToBrief(command, context, deps));
      case 'ask':
        return privately(command, await replyToQuestion(command.question, context, deps));
      case 'say':
        return replyToQuestion(command.words, context, deps);
      case 'about':
        // "Is that true?" asks for what the message says.
        if (isDoubt(command.question)) return replyToQuestion(command.words, context, deps);
        return replyToQuestion(command.question, aboutWords(context, command.words), deps);
      case 'quotes':
        return privately(command, await replyToQuotes(command, context, deps));
      case 'context':
        return replyToContext(command, context, deps);
      case 'digest':
        return replyToDigest(command, context, deps);
      case 'help':
        return { card: buildHelpCard(context.platform !== 'terminal', command.unknown), private: true };
      case 'topics':
        return listTopics(context);
      case 'sources':
        return replyToSources(context, deps);
      case 'status':
        return replyToStatus(context, deps);
      case 'add':
        return replyToAdd(command, context, deps);
      case 'remove':
        return replyToRemove(command, context, deps);
      case 'forget':
        await deps.storage.forget(context.space, context.actor.id);
        return { card: buildLineCard(words.forgotten), private: true };
      case 'zone':
        return replyToZone(command.zone, context);
      case 'feedback':
        await deps.storage.feedback.put({
          at: context.now.toISOString(),
          space: context.space,
          actor: context.actor.id,
          about: command.about,
          helpful: command.helpful,
        });
        return { card: buildLineCard(words.thanks), private: true };
      case 'share': {
        const shared = await dispatch(command.command, context);
        return shared && { ...shared, private: false };
      }
      case 'form':
        // An adapter that can show forms has done so and never sends this; the others are told how to say it in words.
        return { card: sayForm(command, context), private: true };
      case 'home':
        return replyToHome(context, deps);
      case 'presence':
        await replyToPresence(command.event, context, deps);
        return null;
      case 'stored':
        // The handler puts the command in its place: one that is still here is no longer kept.
        return { card: buildLineCard(words.gone), private: true };
      case 'unsay':
        return null;
    }
  }

  async function replyToZone(said: string, context: Context): Promise<Reply> {
    const refusal = refuse(context);
    if (refusal) return refusal;
    const zone = findZone(said);
    if (zone === undefined) return { card: buildLineCard(words.notAZone(said)), private: true };
    const { platform, space } = context;
    const known = await deps.storage.spaces.find(space);
    await deps.storage.spaces.put({ space, platform, zone, left: known?.left ?? null });
    return { card: buildLineCard(words.zoneIs(zone)), private: true };
  }

  return dispatch;
}

/** How to say what a form asks for; where there are forms, a button shows it. */
function sayForm(command: Extract<Command, { type: 'form' }>, { platform, actor }: Context): Card {
  if (command.form !== 'follow')
    return buildLineCard(words.sayInstead(buildForm(command.form, command.about)));
  const line = words.followInstead(joinDigestWords(['08:00', 'weekdays', actor.zone ?? ''], command.about));
  const card = buildLineCard(line);
  if (platform === 'terminal') return card;
  return {
    ...card,
    blocks: [...card.blocks, { type: 'actions', actions: [{ label: words.follow, command }] }],
  };
}

/** For the asker alone, with a button that posts it for all. */
function privately(command: Command & { readonly private?: boolean }, reply: Reply): Reply {
  if (!command.private) return reply;
  const { private: _alone, ...open } = command;
  const share: Action = { label: words.share, command: { type: 'share', command: open as Command } };
  const blocks = reply.card.blocks.filter(({ type }) => type !== 'actions');
  const actions = reply.card.blocks.flatMap((block) => (block.type === 'actions' ? block.actions : []));
  const card = {
    ...reply.card,
    blocks: [...blocks, { type: 'actions', actions: [share, ...actions] } as const],
  };
  return { ...reply, card, private: true };
}

/** A question about the words of a message: what they name stands in for what was said before. */
function aboutWords(context: Context, about: string): Context {
  const { thread, address, now } = context;
  const at = now.toISOString();
  const turn = { at, actor: null, question: about, evidence: [] };
  const state = thread ?? { key: '', address, query: '', articles: [], versions: {}, turns: [], created: at };
  return { ...context, thread: { ...state, turns: [...state.turns, turn] } };
}
