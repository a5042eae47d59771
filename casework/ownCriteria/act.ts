import { invalid, isRefusal, type Refusal, refuse } from '@openum/domain/case/refusal.ts';
import type { CriteriaSet } from '@openum/domain/criteria/criteria-set.ts';
import { decideOwnCriteria, type OwnCriteriaCommand } from '@openum/domain/ownCriteria/decide.ts';
import { evolveCriteria, type OwnCriteria, type SetReference } from '@openum/domain/ownCriteria/version.ts';
import { type CalendarDate, dateInZone } from '@openum/domain/time/instant.ts';
import type { Acting } from '../case/act.ts';
import type { CriteriaText } from '../port/ownCriteria.ts';
import { canonical } from '../verify/canonical.ts';
import { ownCriteriaSet, textsOf } from './own.ts';

/** What a person may do with a criteria set of their plan. */
export type OwnCriteriaAct =
  | {
      readonly type: 'DraftCriteria';
      readonly set: CriteriaSet;
      readonly basedOn?: SetReference | undefined;
      readonly note: string;
    }
  | { readonly type: 'SaveCriteria'; readonly version: string; readonly set: CriteriaSet }
  | { readonly type: 'SubmitCriteria'; readonly version: string; readonly note: string }
  | { readonly type: 'SendBackCriteria'; readonly version: string; readonly reason: string }
  | { readonly type: 'ApproveCriteria'; readonly version: string }
  | {
      readonly type: 'PublishCriteria';
      readonly version: string;
      readonly effectiveFrom: CalendarDate;
      readonly effectiveTo?: CalendarDate | undefined;
      readonly skipReplayBecause?: string | undefined;
    }
  | {
      readonly type: 'RetireCriteria';
      readonly version: string;
      readonly retiredFrom: CalendarDate;
      readonly reason: string;
    }
  | { readonly type: 'DiscardCriteria'; readonly version: string; readonly reason: string };

type Prepared = { readonly command: OwnCriteriaCommand; readonly text?: CriteriaText };

/** A text as it is kept: it bears the name and number of its version, and cannot say of itself that it is in force. */
const keptText = (
  set: CriteriaSet,
  o: OwnCriteria,
  version: string,
  { casework: { environment } }: Acting,
): CriteriaText => {
  const text: CriteriaSet = { ...set, id: o.setId, version, status: 'draft' };
  return { sha256: environment.sha256Hex(canonical(text)), set: text };
};

const prepare = async (o: OwnCriteria, act: OwnCriteriaAct, acting: Acting): Promise<Prepared | Refusal> => {
  const { casework, tenant, actor, now } = acting;
  const base = { actor, now };
  const today = dateInZone(now, tenant.zone);
  switch (act.type) {
    case 'DraftCriteria': {
      const { set, basedOn, note } = act;
      const text = keptText(set, o, String(o.versions.length + 1), acting);
      return {
        text,
        command: { ...base, type: act.type, sha256: text.sha256, note, ...(basedOn ? { basedOn } : {}) },
      };
    }
    case 'SaveCriteria': {
      const text = keptText(act.set, o, act.version, acting);
      return { text, command: { ...base, type: act.type, version: act.version, sha256: text.sha256 } };
    }
    case 'SubmitCriteria': {
      const sha256 = o.versions.find((v) => v.version === act.version)?.sha256;
      if (sha256 === undefined) return refuse('criteriaUnknown');
      const set = (await textsOf(casework, { tenantId: tenant.tenantId }, [sha256])).get(sha256);
      if (!set) return invalid('version', 'its text is not there');
      return { command: { ...base, ...act, set, catalogue: casework.knowledge.facts } };
    }
    case 'PublishCriteria': {
      const { effectiveTo, skipReplayBecause, ...rest } = act;
      return {
        command: {
          ...base,
          ...rest,
          ...(effectiveTo ? { effectiveTo } : {}),
          ...(skipReplayBecause ? { skipReplayBecause } : {}),
          today,
        },
      };
    }
    case 'RetireCriteria':
      return { command: { ...base, ...act, today } };
    default:
      return { command: { ...base, ...act } };
  }
};

/** One act on a set of the plan. `sequence` is what the person was looking at: the second of two people learns that there is something newer. */
export const actOnOwnCriteria = async (
  acting: Acting,
  setId: string,
  sequence: number,
  act: OwnCriteriaAct,
): Promise<OwnCriteria | Refusal> => {
  const { casework, tenant } = acting;
  const scope = { tenantId: tenant.tenantId };
  const before = await ownCriteriaSet(casework, scope, setId);
  if (before.sequence !== sequence) return refuse('staleVersion');
  const prepared = await prepare(before, act, acting);
  if (isRefusal(prepared)) return prepared;
  const events = decideOwnCriteria(before, prepared.command);
  if (isRefusal(events)) return events;
  if (events.length === 0) return before;
  const written = await casework.ownCriteria.append(scope, setId, sequence, events, prepared.text);
  return written ? events.reduce(evolveCriteria, before) : refuse('staleVersion');
};
