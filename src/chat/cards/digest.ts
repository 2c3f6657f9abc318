/** A digest as cards: a head for the channel, the stories in detail for its thread. */
import type { DigestContent } from '../../core/digest/content.ts';
import type { DigestStory } from '../../core/digest/selection.ts';
import type { Block, Card, Inline } from '../card.ts';
import { count, formatDate, words } from '../words.ts';
import { statementInlines } from './brief.ts';
import { citations, heading, note, paragraph, plain, sourcesBlock, standingAlone, strong } from './inline.ts';

/** Stories that stand in the head; the others are in the thread. */
const DROP_STORY = 1;

/** Empty where nothing is new and the digest keeps silent then. Broken is never silent. */
export function buildDigestCards(content: DigestContent): Card[] {
  const { digest, stories, failing } = content;
  const notes = noteBlocks(content);
  if (stories.length === 0) {
    if (failing.length === 0 && !content.isEmpty && digest.empty === 'silent') return [];
    const line = content.isEmpty
      ? words.digestEmptyIndex
      : failing.length > 0
        ? words.digestBroken
        : words.nothingNew;
    return [{ ...head(content, [paragraph(line), ...notes]), summary: line }];
  }
  const lines: Block = {
    type: 'list',
    items: stories.map((story) => headlineInlines(story, content)),
    keep: 3,
    drop: DROP_STORY,
    noun: ['story', 'stories'],
  };
  const isLong = digest.length !== 'headline';
  const card = head(content, [
    lines,
    ...(content.left > 0 ? [note(words.storiesLeft(count(content.left, 'story', 'stories')))] : []),
    ...notes,
    ...(isLong && digest.place.platform !== 'terminal' ? [note(words.detailInThread)] : []),
    ...(isLong ? [] : [sourcesBlock(content.sources)]),
  ]);
  if (!isLong) return [card];
  const blocks = [...stories.flatMap((story) => storyBlocks(story, content)), sourcesBlock(content.sources)];
  return [card, { summary: words.detail, blocks }];
}

function head({ digest, slot, late }: DigestContent, blocks: readonly Block[]): Card {
  const topics = digest.topics.join(', ') || words.everythingNew;
  const title = words.digestTitle(topics, formatDate(slot));
  const isLate = late === null ? [] : [note(words.digestLate(slot.slice(11, 16), late.missed))];
  return {
    summary: title,
    blocks: [
      heading(title),
      ...isLate,
      ...blocks,
      { type: 'actions', actions: headActions(topics, digest.topics[0]) },
    ],
    mark: { digest: digest.id, slot },
  };
}

function headActions(topics: string, first: string | undefined) {
  const about = `digest:${topics}`;
  return [
    {
      label: words.askAction,
      command: { type: 'form', form: 'ask', about: '' },
      emphasis: 'primary',
    } as const,
    ...(first === undefined
      ? []
      : [{ label: words.briefAction, command: { type: 'brief', query: first } as const }]),
    { label: words.helpful, command: { type: 'feedback', about, helpful: true } as const },
    { label: words.notHelpful, command: { type: 'feedback', about, helpful: false } as const },
  ];
}

/** "Update: Harbour strike ends [1] (3 voices)". Who is not named may be anybody, also one of the others. */
function headlineInlines(story: DigestStory, { sources }: DigestContent): Inline[] {
  const voices = count(story.voices, 'independent voice');
  const unstated = sources.some(
    ({ number, publisher }) => story.sources.includes(number) && publisher === null,
  );
  return [
    ...(story.update ? [plain(words.update)] : []),
    strong(story.headline ?? words.untitled),
    ...citations([story.source], sources),
    ...(story.voices > 1 ? [plain(` (${unstated ? words.atMost(voices) : voices})`)] : []),
  ];
}

function storyBlocks(story: DigestStory, { sources }: DigestContent): Block[] {
  const title = `${story.update ? words.update : ''}${story.headline ?? words.untitled}`;
  const quote: Block[] = story.quote
    ? [
        {
          type: 'quote',
          words: standingAlone(story.quote.words),
          by: [
            strong(story.quote.speaker),
            ...(story.quote.role === null ? [] : [plain(`, ${story.quote.role}`)]),
            ...citations(story.quote.sources, sources),
          ],
          drop: DROP_STORY,
          noun: ['quote', 'quotes'],
        },
      ]
    : [];
  const items = story.statements.map((statement) => statementInlines(statement, sources));
  return [heading(title, 2), ...(items.length > 0 ? [{ type: 'list', items } as const] : []), ...quote];
}

/** What fails is said beside what is new: broken is not the same as nothing new. */
function noteBlocks({ failing }: DigestContent): Block[] {
  return failing.map(({ source, since, problem }) =>
    note(words.sourceFails(source, formatDate(since), problem)),
  );
}
