import { isRefusal, type Refusal, refuse } from '@openum/domain/case/refusal.ts';
import { type DialCommand, decideDial } from '@openum/domain/dial/decide.ts';
import { type Dial, type DialSetting, evolveDial, type GoldCard, noDial } from '@openum/domain/dial/dial.ts';
import { dateInZone } from '@openum/domain/time/instant.ts';
import type { Acting } from '../case/act.ts';
import type { Casework } from '../casework.ts';
import type { Scope } from '../port/scope.ts';

/** What a tenant has settled about automatic approval, as its log says. */
export const readDial = async ({ dialLog }: Pick<Casework, 'dialLog'>, scope: Scope): Promise<Dial> =>
  (await dialLog.events(scope)).reduce(evolveDial, noDial);

type Proposal = Extract<DialCommand, { type: 'ProposeDial' }>;

/** A setting as a person asks for it: what a gold card rests on is counted from the record, not typed. */
export type AskedSetting = Exclude<DialSetting, GoldCard> | Omit<GoldCard, 'decided' | 'approved'>;

export type DialAct =
  | (Pick<Proposal, 'type' | 'bases' | 'reason' | 'effectiveFrom'> & { readonly setting: AskedSetting })
  | { readonly type: 'ConfirmDial'; readonly changeId: string }
  | { readonly type: 'DeclineDial'; readonly changeId: string; readonly reason: string };

const counted = async ({ dialLog }: Casework, scope: Scope, setting: AskedSetting): Promise<DialSetting> => {
  if (setting.kind !== 'goldCard') return setting;
  const { npi, services, periodFrom: from, periodThrough: through } = setting;
  return { ...setting, ...(await dialLog.providerHistory(scope, { npi, services, from, through })) };
};

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
  const command: DialCommand =
    act.type === 'ProposeDial'
      ? {
          ...act,
          ...base,
          setting: await counted(casework, scope, act.setting),
          changeId: casework.environment.newId(),
        }
      : { ...act, ...base };
  const event = decideDial(before, command);
  if (isRefusal(event)) return event;
  return (await casework.dialLog.append(scope, sequence, event)) ? evolveDial(before, event) : refuse('staleVersion');
};
