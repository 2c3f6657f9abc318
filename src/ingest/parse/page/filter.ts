/** Which blocks of the main part of a page are the article's own, told by markup, words, links and place. */
import {
  isCommentHeading,
  isCredit,
  isLinkHeading,
  isPageLine,
  isRequest,
  isSignOff,
} from '../scraped/vocabulary.ts';
import type { Block } from './blocks.ts';

/** An element with less than this share of the text may be a part beside the article; one with more holds it. */
const SMALL = 0.3;

const HEADING = /^h[1-6]$/;
const SENTENCE_END = /[.!?…。！？][)\]"”’'»]*$/u;

/** Words in classes and ids of parts that are never the article's, in any of the usual spellings. */
const FOREIGN_NAME =
  /(?:^|[-_])(?:captions?|photo-?credits?|image-?credits?|credits?|\w*newsletters?|\w*sign-?up|subscri(?:be|ption)\w*|promos?|share|sharing|social|(?:article)?byline\w*|author|authors|bio|related\w*|read-?more|recirc\w*|trending|popular|most-?read|recommend\w*|slide-?count|timestamp|pub-?date|post-?date|date-?line|published|tags|tag-?list|breadcrumbs?|comments?|disclaimer|copyrights?|copyrighted|advert\w*|sponsor\w*|outbrain|taboola|syndigate|print-header|print-block|toolbar|control-bar|sidebar|attribution\w*|cookie\w*|paywall|popup|modal)(?=$|[-_])/;
const STANDFIRST_NAME =
  /(?:^|[-_])(?:stand-?first|dek|deck|sub-?(?:title|head|heading|headline)|strapline|summary|teaser)(?=$|[-_])/;

/** Readers' comments can be longer than the article. */
const COMMENTS_NAME =
  /^(?:(?:\w+-)?comments?(?:-?(?:list|area|section|thread|wrap\w*|container|body|content|text|block))?|disqus\w*|respond|replies)$/;

/** Slugs of headings ("sharing-with-a-developer") are no names of parts: those have few words. */
const named = (names: string, pattern: RegExp): boolean =>
  names.split(/\s+/).some((name) => pattern.test(name) && name.split(/[-_]+/).length <= 4);

/** A paragraph that can only be running text: long enough, with the end of a sentence, and not mostly links. */
export function isProse(block: Block): boolean {
  return (
    block.text.length >= 80 &&
    block.linked < block.text.length * 0.5 &&
    /[.!?…。！？:"”’'»)]$/u.test(block.text) &&
    !HEADING.test(block.tag)
  );
}

/** Why a block is not the article's; null: it is. */
export type Verdict =
  | 'caption'
  | 'foreign'
  | 'words'
  | 'links'
  | 'other articles'
  | 'comments'
  | 'front'
  | 'back'
  | 'repeated'
  | null;

/** The blocks that are the article's own, in order. Where no running text is found, little is dropped. */
export function keepArticle(blocks: readonly Block[], known: Known): Block[] {
  const verdicts = judge(blocks, known);
  const own = blocks.filter((_, at) => verdicts[at] === null);
  const captions = blocks.filter((block, at) => verdicts[at] === 'caption' && tells(block.text));
  if (captions.length < FEWEST_PICTURES || lengthOf(captions) < PICTURED * lengthOf(own)) return own;
  const kept = new Set([...own, ...captions]);
  return blocks
    .filter((block) => kept.has(block))
    .map((block) => ({ ...block, text: withoutCredit(block.text) }));
}

/** A page of pictures has so many, and says so much more under them than beside them. */
const FEWEST_PICTURES = 3;
const PICTURED = 1.5;

const lengthOf = (blocks: readonly Block[]): number => blocks.reduce((sum, { text }) => sum + text.length, 0);

/** A caption that is a sentence, and not only who took the picture. */
const tells = (text: string): boolean =>
  withoutCredit(text).length >= 40 && SENTENCE_END.test(withoutCredit(text));

/** "Dancers at the fair. Photo: Ada Byron/GT", "Dancers at the fair. (Reuters)" without the end. */
function withoutCredit(text: string): string {
  return text.replace(
    /(?<=[.!?”"’])\s+(?:\(\p{Lu}[^()]{1,40}\)|(?:Photo(?:graph)?|Picture|Image|Credit)s?(?: by|:) [^.!?]{2,60})$/u,
    '',
  );
}

/** What the page states of its article. */
export interface Known {
  readonly title: string | null;
  readonly byline: string | null;
}

export function judge(blocks: readonly Block[], { title, byline }: Known): Verdict[] {
  const foreign = blocks.map(judgeAlone);
  const isBody = (block: Block, at: number): boolean =>
    isProse(block) && foreign[at] === null && !isInHead(block);
  const first = blocks.findIndex(isBody);
  const last = blocks.findLastIndex(isBody);
  if (first < 0) return foreign;
  const lists = linkLists(blocks);
  const prose = blocks.filter(isBody);
  const names = byline?.match(/\p{Lu}[\p{L}.’'-]+ (?:\p{L}[\p{L}.’'-]* ){0,2}\p{Lu}[\p{L}.’'-]+/gu) ?? [];
  let [otherArticles, comments] = [false, false];
  return blocks.map((block, at) => {
    if (comments) return 'comments';
    if (at >= last && isCommentHeading(block.text)) {
      comments = true;
      return 'comments';
    }
    if (isBody(block, at)) otherArticles = false;
    if (isHeadingOfOthers(block)) {
      otherArticles = true;
      return 'other articles';
    }
    if (otherArticles && (HEADING.test(block.tag) || block.linked > 0)) return 'other articles';
    const alone = foreign[at] ?? null;
    if (alone !== null) return alone;
    if (lists.has(at)) return 'links';
    if (at < first && isFront(block, title)) return 'front';
    if (at > last && isBack(block)) return 'back';
    if (at >= last - 1 && at > first && isBiography(block, names)) return 'back';
    if (
      isPullQuote(block) &&
      prose.some((other) => other !== block && other.text.includes(bareQuote(block.text)))
    ) {
      return 'repeated';
    }
    return null;
  });
}

const isLinks = (block: Block): boolean => block.linked >= block.text.length * 0.8;

/** What its own markup and words say about a block. */
function judgeAlone(block: Block): Verdict {
  const near = block.context.filter(({ share }) => share < SMALL);
  if (block.context.slice(0, 2).some(({ tag, share }) => tag === 'figcaption' && share < 0.9))
    return 'caption';
  if (near.slice(0, 2).some(({ tag }) => tag === 'figcaption' || tag === 'figure')) return 'caption';
  if (near.slice(0, 2).some(({ tag }) => tag === 'aside' || tag === 'footer')) return 'foreign';
  if (near.slice(0, 3).some(({ names }) => named(names, FOREIGN_NAME))) return 'foreign';
  if (block.context.some(({ names, share }) => share < 0.9 && named(names, COMMENTS_NAME))) return 'comments';
  if (isCall(block.text)) return 'words';
  const bare = block.text.replace(/^[[(>»•|\s]+/u, '');
  if (/^(?:copyright\b|©|ⓒ)/iu.test(bare) || /^see more:/iu.test(bare)) return 'words';
  const shouted = isLinks(block) && block.text === block.text.toUpperCase() && /\p{L}{3}/u.test(block.text);
  if (shouted || isPageLine(bare) || isRequest(block.text) || isSignOff(block.text)) return 'words';
  return isCredit(block.text) && !isSentence(block.text) ? 'caption' : null;
}

const CALL =
  /\b(?:sign up|subscribe|register|log ?in|sign in) (?:here|now|today)[.!]?$|^to (?:view|read|continue|access|see) (?:reading )?(?:the|this|our) (?:full|whole|rest|entire|complete)\b.{0,80}\b(?:subscribe|register|log ?in|sign)\b|^(?:first-time|new|current|existing) subscribers\b|\balready (?:a|an) (?:\w+ )?(?:subscriber|member)\b|^help us (?:continue|keep|to)\b|^for (?:the )?(?:latest|more|all|breaking)\b.{0,80}\b(?:download|follow|visit|subscribe|click|join|sign up)\b|^(?:join|follow|like|contact|visit|support) (?:us|our)\b/iu;

/** The page asks its reader to do something. */
function isCall(text: string): boolean {
  return text.length <= 300 && CALL.test(text) && !/[“”«»"]/u.test(text);
}

/** "A spokesman declined to comment to Reuters." is no credit. */
function isSentence(text: string): boolean {
  return text.length > 60 && /^["“‘]?\p{Lu}.*\.["”’]?$/u.test(text) && !/[()[\]©]/.test(text);
}

function isHeadingOfOthers(block: Block): boolean {
  return (
    isLinkHeading(block.text) ||
    (block.text.length <= 60 &&
      /^more\b.{0,30}\b(?:stories|articles|news|coverage|reading)$/iu.test(block.text))
  );
}

/** Items of lists in which every item is a link and little else. */
function linkLists(blocks: readonly Block[]): Set<number> {
  const found = new Set<number>();
  let run: number[] = [];
  const close = (): void => {
    if (run.length >= 2 && run.every((at) => isLinks(blocks[at] as Block)))
      for (const at of run) found.add(at);
    run = [];
  };
  for (const [at, block] of blocks.entries()) {
    const list = block.context.slice(0, 3).find(({ tag }) => tag === 'ul' || tag === 'ol' || tag === 'menu');
    if (list === undefined || list.share > SMALL) close();
    else run.push(at);
  }
  close();
  return found;
}

/** In the head of the article: its titles, stand-first, byline and date. */
function isInHead(block: Block): boolean {
  return block.context.some(
    ({ tag, names, share }) => share < SMALL && (tag === 'header' || named(names, STANDFIRST_NAME)),
  );
}

const DATE_LIKE =
  /\b(?:19|20)\d{2}\b|\b\d{1,2}:\d{2}\b|\b(?:today|yesterday|updated|published|posted)\b|^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}/iu;

/** Lines between title and text: repeated titles, stand-first, byline, date, place of a picture. */
function isFront(block: Block, title: string | null): boolean {
  if (isInHead(block)) return true;
  if (HEADING.test(block.tag)) return title !== null && isLike(block.text, title);
  if (SENTENCE_END.test(block.text) || /[:"”’»]$/u.test(block.text)) return false;
  return (
    block.text.length <= 70 &&
    (DATE_LIKE.test(block.text) || /^by\b/i.test(block.text) || block.text.length <= 25)
  );
}

function isBack(block: Block): boolean {
  return isLinks(block) || HEADING.test(block.tag);
}

const BIOGRAPHY =
  /^(?:\p{Lu}[\p{L}.’'-]*\s){1,4}(?:is|was|covers|writes|reports|edits|has (?:been|written|covered))\b.{0,200}\b(?:reporter|correspondent|editor|writer|journalist|columnist|author|curator|freelancer?|contributor|producer|blogger|covers|writes)\b/u;

/** Words of the article that are set apart in large type. */
function isPullQuote({ text, context }: Block): boolean {
  return (
    text.length >= 20 &&
    text.length <= 400 &&
    context
      .slice(0, 3)
      .some(({ tag, names, share }) => share < SMALL && (tag === 'blockquote' || /quote/.test(names)))
  );
}

const bareQuote = (text: string): string => text.replace(/^[“”"‘'\s]+|[“”"’'.\s]+$/gu, '');

/** About the author, at the end: a sentence that begins with the name in the byline, or that names such a trade. */
function isBiography(block: Block, names: readonly string[]): boolean {
  if (block.text.length > 450 || /[“”"]/.test(block.text)) return false;
  const own =
    names.some((name) => block.text.startsWith(name)) &&
    /^.{0,60}\b(?:is|was|has|covers|writes|joined|lives)\b/.test(block.text);
  return own || BIOGRAPHY.test(block.text);
}

/** Most words of the shorter stand in the longer. */
function isLike(a: string, b: string): boolean {
  const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const [short, long] = [words(a), words(b)].sort((x, y) => x.length - y.length) as [string[], string[]];
  const known = new Set(long);
  return short.length > 0 && short.filter((word) => known.has(word)).length >= short.length * 0.75;
}
