/** Transaction sets that a practice and its payers exchange; `other` is X12 of another kind, `none` is no X12 at all. */
export const fileKinds = ['278', '999', 'TA1', '270', '271', '835', '837', 'other', 'none'] as const;
export type FileKind = (typeof fileKinds)[number];

/** ISA05 to ISA08: who sends, or who receives. */
export type PartnerId = { readonly qualifier: string; readonly id: string };

/** A trading partner as one word, for the numbers that go to it. */
export const partnerKey = ({ qualifier, id }: PartnerId): string => `${qualifier}:${id}`;

/**
 * How a file stands, what wants a person first. Of a file with several parts the first of these that holds for any part is how the
 * whole stands.
 */
export const fileStandings = [
  /** It could not be read. */
  'broken',
  /** It could be read and belongs to nothing here. */
  'unmatched',
  /** Sent, and the payer's system did not take it. */
  'refused',
  /** Came in, and nobody has done anything with it yet. */
  'kept',
  /** To be sent, and still here. */
  'made',
  'handedOver',
  'accepted',
  'answered',
  'taken',
  'setAside',
] as const;
export type FileStanding = (typeof fileStandings)[number];

/** What somebody has to look at. */
export const openStandings: readonly FileStanding[] = ['broken', 'unmatched', 'refused', 'kept', 'made'];

export type FileDirection = 'in' | 'out';

/** Place of what is said of a file as a whole; its parts count from 1. */
export const wholeFile = 0;

type Note = { readonly part: number; readonly standing: FileStanding };

/** How a file stands after what was noted of it, in the order in which it was noted. */
export const standingOf = (direction: FileDirection, notes: readonly Note[]): FileStanding => {
  const last = new Map(notes.map((n) => [n.part, n.standing]));
  // What was said of the parts stands in place of what was said of the whole before they were known.
  const parts = [...last].filter(([part]) => part !== wholeFile).map(([, standing]) => standing);
  const counted = parts.length > 0 ? parts : [...last.values()];
  return fileStandings.find((s) => counted.includes(s)) ?? (direction === 'in' ? 'kept' : 'made');
};
