import { isRefusal, type Refusal, refuse } from '@openum/domain/case/refusal.ts';
import { type DialCommand, decideDial } from '@openum/domain/dial/decide.ts';
import { type Dial, evolveDial, noDial } from '@openum/domain/dial/dial.ts';
import { dateInZone } from '@openum/domain/time/instant.ts';
import type { Acting } from '../case/act.ts';
import type { Casework } from '../casework.ts';
import type { Scope } from '../port/scope.ts';

/** What a tenant has settled about automatic approval, as its log says. */
export const readDial = async ({ dialLog }: Pick<Casework, 'dialLog'>, scope: Scope): Promise<Dial> =>
  (await dialLog.events(scope)).reduce(evolveDial, noDial);

type Omitted = 'actor' | 'now' | 'today' | 'changeId';
export type DialAct =
  | Omit<Extract<DialCommand, { type: 'ProposeDial' }>, Omitted>
  | Omit<Extract<DialCommand, { type: 'ConfirmDial' }>, Exclude<Omitted, 'changeId'>>
  | Omit<Extract<DialCommand, { type: 'DeclineDial' }>, Exclude<Omitted, 'changeId'>>;

/** One act on the dial. `sequence` is what the person was looking at: the second of two people learns that there is something newer. */
export const actOnDial = async (
  { casework, tenant, actor, now }: Acting,
  sequence: number,
  act: DialAct,
): Promise<Dial | Refusal> => {
  const scope = { tenantId: tenant.tenantId };
  const before = await readDial(casework, scope);
  if (before.sequence !== sequence) return refuse('staleVersion');
  const base = { actor, now, today: dateInZone(now, tenant.zone) };
  const event = decideDial(
    before,
    act.type === 'ProposeDial' ? { ...act, ...base, changeId: casework.environment.newId() } : { ...act, ...base },
  );
  if (isRefusal(event)) return event;
  return (await casework.dialLog.append(scope, sequence, event)) ? evolveDial(before, event) : refuse('staleVersion');
};
