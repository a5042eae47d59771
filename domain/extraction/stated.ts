import { assertionOf } from '../text/assertion.ts';
import type { Found } from '../text/finder.ts';
import { type Match, matchAt } from '../text/pattern.ts';
import type { Span } from '../text/span.ts';
import { dayOf, ownDay } from './context.ts';
import { type Draft, draftOf } from './draft.ts';
import type { ReadPage, SignedSentence } from './page.ts';
import type { ReadyReader, Sign } from './ready.ts';

const placeOf = (s: SignedSentence, match: Match): Span => ({
  from: s.tokens[match.start]?.from ?? s.from,
  to: s.tokens[match.end - 1]?.to ?? s.to,
});

type Phrase = Pick<Found<Sign>, 'match' | 'pattern'>;
type Answer = { readonly answer: boolean; readonly to: number };

/** The answer behind a label: "Plan signed: yes", or the box that is ticked. `silent`: asked and not answered. */
const answerBehind = (read: ReadPage, s: SignedSentence, match: Match): Answer | 'silent' | undefined => {
  if (!s.tokens[match.end - 1]?.colon) return undefined;
  const { yes, no, none } = read.rules;
  const token = s.tokens[match.end];
  if (token) {
    if (none.has(token.word)) return 'silent';
    return yes.has(token.word) || no.has(token.word) ? { answer: yes.has(token.word), to: token.to } : undefined;
  }
  for (const box of read.sentences.slice(read.sentences.indexOf(s) + 1)) {
    const [answer] = box.tokens;
    if (/\n\s*\n/.test(read.page.text.slice(s.to, box.from)) || box.tokens.length !== 1 || !answer) break;
    if (!box.unticked && (yes.has(answer.word) || no.has(answer.word)))
      return { answer: yes.has(answer.word), to: answer.to };
  }
  return 'silent';
};

const isAsked = (read: ReadPage, s: SignedSentence): boolean => read.page.text[s.to - 1] === '?';

const turning = new Set([
  'no',
  'not',
  'never',
  'denies',
  'denied',
  'without',
  'cannot',
  "isn't",
  "doesn't",
  "hasn't",
  'unable',
  'nor',
]);

/** A gap of a phrase may hold a word that turns it round: "medical treatment has *not* failed". */
const isTurned = (s: SignedSentence, { match, pattern }: Pick<Found<Sign>, 'match' | 'pattern'>): boolean => {
  const own = new Set(pattern.source.split(/[\s|?]+/));
  return s.tokens.slice(match.start, match.end).some((t) => turning.has(t.word) && !own.has(t.word));
};

const truthOf = (
  read: ReadPage,
  s: SignedSentence,
  found: Phrase,
  reader: ReadyReader,
  said: boolean,
): boolean | undefined => {
  const assertion = assertionOf(s, found.match, read.reading.rules);
  const isSo = assertion === 'affirmed' || (assertion === 'historical' && reader.data.past);
  if (isTurned(s, found)) return isSo && said ? false : undefined;
  if (isSo) return said;
  return assertion === 'negated' && said ? false : undefined;
};

/** A line of a form, "label: yes": what it says, it says of its whole label, not of words in the middle of it. */
const isInsideLabel = (read: ReadPage, s: SignedSentence, match: Match): boolean => {
  const { yes, no, none } = read.rules;
  const at = s.tokens.findIndex((t) => t.colon);
  const answer = s.tokens[at + 1];
  const last = s.tokens.length - 1;
  const isForm =
    at >= 0 && at === last - 1 && answer && (yes.has(answer.word) || no.has(answer.word) || none.has(answer.word));
  if (at < 0 || (!isForm && at !== last)) return false;
  const half = 2 * (match.end - match.start) <= at + 1 && at > 1;
  return match.end - 1 < at || half;
};

const statement = (
  read: ReadPage,
  s: SignedSentence,
  match: Match,
  reader: ReadyReader,
  truth: boolean,
  sureness: number,
  to = 0,
) => {
  const words = placeOf(s, match);
  const place = { ...words, to: Math.max(words.to, to) };
  const day = reader.data.event && truth ? ownDay(read, s, place) : dayOf(read, s, place);
  return [
    draftOf(read, s, { key: reader.definition.key, value: { kind: 'boolean', value: truth }, place, day, sureness }),
  ];
};

/** Whether a sentence says that something is so, or that it is not. What it leaves open is not reported. */
export const booleanAt = (
  read: ReadPage,
  s: SignedSentence,
  found: Phrase,
  sign: Extract<Sign, { kind: 'said' | 'label' }>,
): readonly Draft[] => {
  const { reader } = sign;
  const { match } = found;
  if (s.unticked || isAsked(read, s) || isInsideLabel(read, s, match)) return [];
  const said = sign.kind === 'said' ? sign.truth : true;
  const answer = answerBehind(read, s, match);
  if (answer === 'silent') return [];
  // "Not ischemic: no" leaves open what it is.
  if (answer && !answer.answer && !said) return [];
  if (answer) return statement(read, s, match, reader, answer.answer === said, 0.95, answer.to);
  if (sign.kind === 'label') return [];
  const truth = truthOf(read, s, found, reader, said);
  return truth === undefined ? [] : statement(read, s, match, reader, truth, 0.8);
};

const coded = (
  read: ReadPage,
  s: SignedSentence,
  match: Match,
  { definition }: ReadyReader,
  code: string,
  sureness: number,
) => {
  const place = placeOf(s, match);
  const day = dayOf(read, s, place);
  return [draftOf(read, s, { key: definition.key, value: { kind: 'code', value: code }, place, day, sureness })];
};

const isRefused = (a: Answer | 'silent' | undefined): boolean => a !== undefined && a !== 'silent' && !a.answer;

export const choiceAt = (
  read: ReadPage,
  s: SignedSentence,
  found: Phrase,
  { reader, code }: Extract<Sign, { kind: 'choice' }>,
): readonly Draft[] => {
  const { match } = found;
  if (s.unticked || isAsked(read, s) || isInsideLabel(read, s, match)) return [];
  if (isRefused(answerBehind(read, s, match))) return [];
  return truthOf(read, s, found, reader, true) ? coded(read, s, match, reader, code, 0.8) : [];
};

/** The answer of a printed form, in the words of the catalogue. */
export const labelledChoiceAt = (
  read: ReadPage,
  s: SignedSentence,
  match: Match,
  reader: ReadyReader,
): readonly Draft[] => {
  if (!s.tokens[match.end - 1]?.colon) return [];
  const answers = (read.rules.answersOf.get(reader.definition.key) ?? []).flatMap((a) => {
    const m = matchAt(a.pattern, s.tokens, match.end);
    return m ? [{ code: a.code, match: m }] : [];
  });
  const [best] = answers.toSorted((a, b) => b.match.end - a.match.end);
  return best ? coded(read, s, { ...match, end: best.match.end }, reader, best.code, 0.95) : [];
};

const behindName = 6;

/** The day on the line below a name that ends its own line, as in the column of a form. */
const dayBelow = (read: ReadPage, s: SignedSentence): SignedSentence['days'][number] | undefined => {
  const next = read.sentences[read.sentences.indexOf(s) + 1];
  const day = next?.days[0];
  return next && day?.from === next.from && !/\n[^\S\n]*\n/.test(read.page.text.slice(s.to, next.from))
    ? day
    : undefined;
};

export const dateAt = (
  read: ReadPage,
  s: SignedSentence,
  match: Match,
  { definition }: ReadyReader,
): readonly Draft[] => {
  const after = placeOf(s, match);
  const day = s.days.find((d) => d.from >= after.to) ?? dayBelow(read, s);
  if (!day) return [];
  const between = s.tokens.filter((t) => t.from >= after.to && t.to <= day.from);
  if (between.length > behindName || !between.every((t) => read.rules.fillers.has(t.word))) return [];
  const assertion = assertionOf(s, match, read.reading.rules);
  if (assertion !== 'affirmed' && assertion !== 'historical') return [];
  const place = { from: after.from, to: day.to };
  return [
    draftOf(read, s, { key: definition.key, value: { kind: 'date', value: day.date }, place, day, sureness: 0.9 }),
  ];
};

const fewestWords = 2;
const longestText = 300;

/** The words behind a label: "Indication: low back pain with foot drop". */
export const textAt = (
  read: ReadPage,
  s: SignedSentence,
  match: Match,
  { definition }: ReadyReader,
): readonly Draft[] => {
  const name = placeOf(s, match);
  if (!s.tokens[match.end - 1]?.colon || s.tokens.length - match.end < fewestWords) return [];
  if (read.rules.none.has(s.tokens[match.end]?.word ?? '')) return [];
  const text = read.page.text
    .slice(s.tokens[match.end]?.from ?? s.to, s.to)
    .replace(/\s+/g, ' ')
    .slice(0, longestText);
  const day = dayOf(read, s, name);
  const place = { from: name.from, to: s.to };
  return [draftOf(read, s, { key: definition.key, value: { kind: 'text', value: text }, place, day, sureness: 0.7 })];
};
