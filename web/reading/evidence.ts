import type { LeafFinding } from '@openum/domain/criteria/evaluation.ts';
import type { CaseView } from '@openum/http/contract/case.ts';
import type { OfferedFact } from '@openum/http/contract/extraction.ts';
import { sourceWords } from '../case/criteria/factWords.ts';
import { type Place, samePlace } from '../document/pick.ts';
import { placeOfOffer } from '../extraction/answer.ts';

/** Where something that bears on a point stands: a place on a page, or a part of the message. */
export type Spot = { readonly documentId: string; readonly place?: Place; readonly find?: string };

const fits = (
  wanted: NonNullable<LeafFinding['reads']>['qualifiers'] = {},
  given: OfferedFact['fact']['qualifiers'] = {},
): boolean =>
  Object.entries(wanted).every(([name, values]) => {
    const value = given[name];
    return value === undefined || [values].flat().includes(value);
  });

/** What was read from the documents for a point and nobody has answered. */
export const offersFor = ({ reads }: LeafFinding, offers: readonly OfferedFact[]): readonly OfferedFact[] =>
  offers.filter((o) => reads?.fact === o.fact.key && fits(reads.qualifiers, o.fact.qualifiers));

const sameSpot = (a: Spot, b: Spot): boolean =>
  a.documentId === b.documentId && (a.place || b.place ? samePlace(a.place, b.place) : a.find === b.find);

/** The places on which the answer of a point rests, then those that were offered for it. */
export const evidenceOf = (
  leaf: LeafFinding,
  { state }: Pick<CaseView, 'state'>,
  offers: readonly OfferedFact[],
): readonly Spot[] => {
  const recorded = state.facts
    .filter((f) => leaf.factIds.includes(f.id))
    .flatMap((f): readonly Spot[] => {
      const { documentId, place, fullUrl } = sourceWords(f.source, state.documents);
      const { messageId } = state.request;
      if (documentId && place) return [{ documentId, place }];
      return fullUrl && messageId ? [{ documentId: messageId, find: fullUrl }] : [];
    });
  const offered = offersFor(leaf, offers).map((o): Spot => ({ documentId: o.fact.documentId, place: placeOfOffer(o) }));
  const spotKey = ({ documentId, place, find }: Spot) =>
    JSON.stringify([documentId, place?.page, place?.start, place?.end, place ? undefined : find]);
  const once = new Map<string, Spot>();
  for (const s of [...recorded, ...offered]) if (!once.has(spotKey(s))) once.set(spotKey(s), s);
  return [...once.values()];
};

/** The place before or after the present one, around the end; the first or last when one stands nowhere. */
export const nextSpot = (spots: readonly Spot[], present: Spot | undefined, step: 1 | -1): Spot | undefined => {
  const at = present ? spots.findIndex((s) => sameSpot(s, present)) : -1;
  if (at < 0) return spots.at(step === 1 ? 0 : -1);
  return spots[(at + step + spots.length) % spots.length];
};
