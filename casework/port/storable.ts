import { unsoundness } from '@openum/domain/text/sound.ts';
import { instant } from '@openum/domain/time/instant.ts';
import type { Append } from './caseStore.ts';

/** An append that no store could give back unchanged. The message names the field and the rule, never the value. */
class UnstorableAppend extends Error {
  override readonly name = 'UnstorableAppend';
}

const refuse = (field: string, rule: string): never => {
  throw new UnstorableAppend(`${field} ${rule}`);
};

const checkText = (text: string, field: string): void => {
  const why = unsoundness(text);
  if (why === 'nul') refuse(field, 'holds the character U+0000, which cannot be stored');
  if (why === 'halfCharacter') refuse(field, 'holds half of a surrogate pair, which is no character');
};

const isSoundText = (text: string): boolean => unsoundness(text) === undefined;

/** The question that nearly every append answers with yes, asked without working out where in the append one stands. */
const isSound = (value: unknown): boolean => {
  if (value === undefined || value === null || typeof value === 'boolean' || value instanceof Uint8Array) return true;
  if (typeof value === 'string') return isSoundText(value);
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object') return false;
  if (Array.isArray(value)) return value.every(isSound);
  for (const key of Object.keys(value))
    if (!isSoundText(key) || !isSound((value as Readonly<Record<string, unknown>>)[key])) return false;
  return true;
};

const checkJson = (value: unknown, field: string): void => {
  if (isSound(value)) return;
  if (typeof value === 'string') checkText(value, field);
  else if (typeof value === 'number') refuse(field, 'is not a finite number');
  else if (typeof value !== 'object' || value === null) refuse(field, 'is not JSON');
  else if (Array.isArray(value)) for (const [i, x] of value.entries()) checkJson(x, `${field}[${i}]`);
  else
    for (const [key, x] of Object.entries(value)) {
      checkText(key, `a name in ${field}`);
      checkJson(x, field === '' ? key : `${field}.${key}`);
    }
};

const isCanonicalInstant = (text: string): boolean => {
  try {
    return instant(text) === text;
  } catch {
    return false;
  }
};

/** `sound`: texts that were looked at before; an append names the same few moments many times. */
const checkInstant = (text: string | undefined, field: string, sound: Set<string>): void => {
  if (text === undefined || sound.has(text)) return;
  if (!isCanonicalInstant(text))
    refuse(field, 'must be a UTC moment with milliseconds, such as 2026-11-22T06:10:30.000Z');
  sound.add(text);
};

/** Fields of a flat row that hold moments are those whose name ends in `At`. */
const checkMoments = (row: object, field: string, sound: Set<string>): void => {
  for (const [name, value] of Object.entries(row))
    if (name.endsWith('At') && typeof value === 'string') checkInstant(value, `${field}.${name}`, sound);
};

/** What any log demands of events and of what is written with them. Throws UnstorableAppend. */
export const assertStorableEvents = (append: {
  readonly events: readonly { readonly occurredAt: string; readonly recordedAt: string }[];
}): void => {
  checkJson(append, '');
  const sound = new Set<string>();
  for (const [i, e] of append.events.entries()) {
    checkInstant(e.occurredAt, `events[${i}].occurredAt`, sound);
    checkInstant(e.recordedAt, `events[${i}].recordedAt`, sound);
  }
};

/** What every store demands of an append before it looks at its data. Throws UnstorableAppend. */
export const assertStorable = (append: Append): void => {
  checkJson(append, '');
  const sound = new Set<string>();
  for (const [i, e] of append.events.entries()) {
    checkInstant(e.occurredAt, `events[${i}].occurredAt`, sound);
    checkInstant(e.recordedAt, `events[${i}].recordedAt`, sound);
  }
  checkMoments(append.rows.case, 'rows.case', sound);
  for (const [i, r] of append.rows.items.entries()) checkMoments(r, `rows.items[${i}]`, sound);
  for (const [i, r] of append.rows.clocks.entries()) checkMoments(r, `rows.clocks[${i}]`, sound);
  for (const [i, r] of append.rows.tasks.entries()) checkMoments(r, `rows.tasks[${i}]`, sound);
  if (append.message) checkInstant(append.message.receivedAt, 'message.receivedAt', sound);
  if (append.rows.case.caseId !== append.caseId) refuse('rows.case.caseId', 'is not the case of the append');
  if (append.rows.case.version !== append.expectedVersion + append.events.length)
    refuse('rows.case.version', 'must be the expected version plus the number of events');
};
