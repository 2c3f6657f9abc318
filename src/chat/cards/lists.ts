/** Small cards: help, topics, what was not found, one line of words. */
import type { Source } from '../../core/brief/types.ts';
import type { NotFound, TopicLine } from '../../core/briefing-types.ts';
import type { Action, Block, Card, Inline } from '../card.ts';
import { inlinesWords } from '../plain.ts';
import { count, words } from '../words.ts';
import { heading, note, paragraph, plain, sourcesBlock, strong } from './inline.ts';

/** One line, such as a refusal or a confirmation. */
export function buildLineCard(text: string, actions: readonly Action[] = []): Card {
  const buttons: Block[] = actions.length > 0 ? [{ type: 'actions', actions }] : [];
  return { summary: text, blocks: [paragraph(text), ...buttons] };
}

/** @param unknown what was taken for a command and is none */
export function buildHelpCard(hasThreads: boolean, unknown?: string): Card {
  const items = words.help.map(([command, what]): Inline[] => [strong(command), plain(` — ${what}`)]);
  return {
    summary: words.helpTitle,
    blocks: [
      ...(unknown === undefined ? [] : [paragraph(words.notACommand(unknown))]),
      heading(words.helpTitle),
      { type: 'list', items },
      note(words.helpNote(hasThreads)),
    ],
  };
}

/** What there is to be briefed on, and the headlines of the newest articles: most of them tell no story of several yet. */
export function buildTopicsCard(topics: readonly TopicLine[], newest: readonly Source[]): Card {
  if (topics.length === 0 && newest.length === 0) return buildLineCard(`${words.noTopics} ${words.howToAdd}`);
  const items = topics.map(topicLine);
  const held = topics.filter(({ articles }) => articles > 0).slice(0, 4);
  return {
    summary: count(topics.length, 'topic'),
    blocks: [
      heading(words.topicsTitle),
      topics.length === 0
        ? paragraph(words.noTopics)
        : { type: 'list', items, drop: 1, noun: ['topic', 'topics'] },
      ...(newest.length === 0 ? [] : [heading(words.newestArticles, 2), sourcesBlock(newest)]),
      ...(held.length === 0 ? [] : [{ type: 'actions', actions: held.map(briefAction) } as const]),
    ],
  };
}

/** Topics that are named where nothing comes near. */
const TOPICS = 5;

/** What there is to read, in one line. */
export function topicsNote(topics: readonly TopicLine[]): Block[] {
  const held = topics.filter(({ articles }) => articles > 0).slice(0, TOPICS);
  return held.length === 0 ? [] : [note(words.topicsHere + held.map(({ slug }) => slug).join(' · '))];
}

/** An unknown topic gets the nearest ones, or where none is near the `topics` there are; an empty index says how to add articles. */
export function buildNotFoundCard(query: string, result: NotFound, topics: readonly TopicLine[]): Card {
  if (result.empty) return buildLineCard(`${words.empty} ${words.howToAdd}`);
  const { nearest, leftOut, unread } = result;
  const said = leftOut > 0 ? words.leftOut(query, leftOut) : words.unknownTopic(query);
  const blocks: Block[] = [
    paragraph(said),
    ...(unread > 0 ? [note(words.unreadAbout(unread))] : []),
    ...(nearest.length > 0
      ? [
          heading(words.didYouMean, 2),
          { type: 'list', items: nearest.map(topicLine) } as const,
          { type: 'actions', actions: nearest.slice(0, 4).map(briefAction) } as const,
        ]
      : topicsNote(leftOut > 0 ? [] : topics)),
  ];
  return { summary: said, blocks };
}

/** Lines under headings: what sources and status are. */
export function buildSectionsCard(
  title: string,
  sections: readonly { readonly title: string; readonly lines: readonly (readonly Inline[])[] }[],
  actions: readonly Action[] = [],
): Card {
  const first = sections[0]?.lines[0];
  return {
    summary: first ? `${title}: ${inlinesWords(first)}` : title,
    blocks: [
      heading(title),
      ...sections.flatMap((section): Block[] =>
        section.lines.length === 0
          ? []
          : [
              heading(section.title, 2),
              { type: 'list', items: section.lines, drop: 1, keep: 3, noun: ['line', 'lines'] },
            ],
      ),
      ...(actions.length > 0 ? [{ type: 'actions', actions } as const] : []),
    ],
  };
}

function topicLine(topic: TopicLine): Inline[] {
  return [strong(topic.slug), plain(` — ${topic.title} (${count(topic.articles, 'article')})`)];
}

function briefAction({ slug, title }: TopicLine): Action {
  return { label: title, command: { type: 'brief', query: slug } };
}
