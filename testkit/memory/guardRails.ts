import type { Append } from '@openum/casework/port/caseStore.ts';
import type { ItemRow } from '@openum/casework/projection/rows.ts';
import type { RecordedEvent } from '@openum/domain/case/event.ts';
import { adverseOutcomes, favourableOutcomes } from '@openum/domain/determination/determination.ts';

/** Unlike the types, this does not trust what it is given: the database does not either. */
type Untrusted = { readonly [name: string]: Untrusted | undefined } & { readonly length?: number };

const isText = (x: unknown, least: number): boolean => typeof x === 'string' && x.trim().length >= least;

const hasSome = (x: unknown): boolean => Array.isArray(x) && x.some((e) => e !== '' && e !== null && e !== undefined);

const isPhysiciansAct = (data: Untrusted, actor: Untrusted): boolean =>
  (adverseOutcomes as readonly unknown[]).includes(data.outcome) &&
  (actor.kind as unknown) === 'person' &&
  (data.by?.kind as unknown) === 'person' &&
  data.by?.userId !== undefined &&
  data.by.userId === actor.userId &&
  (data.by.qualification?.profession as unknown) === 'physician' &&
  hasSome(data.by.qualification?.licences) &&
  hasSome(data.reasonCodes) &&
  isText(data.rationale, 20);

const eventIsLawful = (e: RecordedEvent): boolean =>
  e.type !== 'ItemDetermined' ||
  (favourableOutcomes as readonly string[]).includes(e.data.outcome) ||
  isPhysiciansAct(e.data as unknown as Untrusted, e.actor as unknown as Untrusted);

const itemIsLawful = (i: ItemRow): boolean =>
  !(adverseOutcomes as readonly string[]).includes(i.status) ||
  (i.decidedByKind === 'person' &&
    i.decidedByUserId !== undefined &&
    i.decidedAt !== undefined &&
    i.decidedByProfession === 'physician' &&
    hasSome(i.decidedByLicences) &&
    hasSome(i.reasonCodes) &&
    isText(i.rationale, 20));

/** The constraints of the database, by their names there. */
export const assertGuardRails = (append: Append): void => {
  if (!append.events.every(eventIsLawful)) throw new Error('rule adverse_determination_is_a_physicians');
  if (!append.rows.items.every(itemIsLawful)) throw new Error('rule adverse_item_is_a_physicians');
};
