import { type AppealWord, payerAppealStates } from '@openum/domain/denial/appeal/word.ts';
import type { Instant } from '@openum/domain/time/instant.ts';
import { extensionsOf } from '../coding.ts';
import { type JsonObject, numberAt } from '../json.ts';
import { ownExtension } from '../systems.ts';
import { codeOneOf, dayIn, partOf, wordsIn } from './extension.ts';

const mostAppeals = 20;
const highestLevel = 9;

const wordOf = (e: JsonObject, saidAt: Instant): AppealWord | undefined => {
  const number = wordsIn(partOf(e, 'number'), 'valueString', 100);
  const level = numberAt(partOf(e, 'level'), 'valuePositiveInt');
  const state = codeOneOf(partOf(e, 'state'), payerAppealStates);
  if (!number || !state || level === undefined) return undefined;
  if (!Number.isInteger(level) || level < 1 || level > highestLevel) return undefined;
  const levelName = wordsIn(partOf(e, 'levelName'), 'valueString', 200);
  const receivedOn = dayIn(partOf(e, 'receivedOn'), 'valueDate');
  const decidedOn = state === 'open' ? undefined : dayIn(partOf(e, 'decidedOn'), 'valueDate');
  return {
    number,
    level,
    ...(levelName ? { levelName } : {}),
    state,
    ...(receivedOn ? { receivedOn } : {}),
    ...(decidedOn ? { decidedOn } : {}),
    saidAt,
  };
};

/** Appeals of a line that a payer names. One that is not whole is none. */
export const readAppeals = (item: JsonObject, saidAt: Instant): readonly AppealWord[] =>
  extensionsOf(item, ownExtension.appeal)
    .slice(0, mostAppeals)
    .flatMap((e) => wordOf(e, saidAt) ?? []);
