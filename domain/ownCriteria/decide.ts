import type { PersonActor, Role } from '../actor/actor.ts';
import { invalid, type Refusal, refuse } from '../case/refusal.ts';
import type { CriteriaSet } from '../criteria/criteria-set.ts';
import type { FactCatalogue } from '../fact/catalogue.ts';
import type { CalendarDate, Instant } from '../time/instant.ts';
import { isOwnSetId, problemWords, submissionProblems } from './check.ts';
import {
  type CriteriaVersion,
  type CriteriaVersionEvent,
  criteriaStatus,
  isOpen,
  type OwnCriteria,
  openVersion,
  type RecordedCriteriaEvent,
  type ReplayBasis,
  type SetReference,
} from './version.ts';

export type OwnCriteriaCommand = { readonly actor: PersonActor; readonly now: Instant } & (
  | {
      readonly type: 'DraftCriteria';
      readonly sha256: string;
      readonly basedOn?: SetReference;
      readonly note: string;
    }
  | { readonly type: 'SaveCriteria'; readonly version: string; readonly sha256: string }
  | {
      readonly type: 'SubmitCriteria';
      readonly version: string;
      readonly note: string;
      /** The text of the version, and what its facts may be. */
      readonly set: CriteriaSet;
      readonly catalogue: FactCatalogue;
    }
  | { readonly type: 'SendBackCriteria'; readonly version: string; readonly reason: string }
  | { readonly type: 'ApproveCriteria'; readonly version: string }
  | {
      readonly type: 'ReadReplay';
      readonly version: string;
      readonly replay: {
        readonly replayId: string;
        readonly sha256: string;
        readonly done: boolean;
        readonly lines: number;
        readonly changed: number;
      };
    }
  | {
      readonly type: 'PublishCriteria';
      readonly version: string;
      readonly effectiveFrom: CalendarDate;
      readonly effectiveTo?: CalendarDate;
      /** Present when no replay was read. */
      readonly skipReplayBecause?: string;
      /** In the plan's zone. */
      readonly today: CalendarDate;
    }
  | {
      readonly type: 'RetireCriteria';
      readonly version: string;
      readonly retiredFrom: CalendarDate;
      readonly today: CalendarDate;
      readonly reason: string;
    }
  | { readonly type: 'DiscardCriteria'; readonly version: string; readonly reason: string }
);

const writers: readonly Role[] = ['administrator', 'umDirector', 'medicalDirector', 'qualityManager'];
const releasers: readonly Role[] = ['administrator', 'umDirector', 'medicalDirector'];

/** Who may do what with a plan's own criteria. */
export const ownCriteriaRoles: Record<OwnCriteriaCommand['type'], readonly Role[]> = {
  DraftCriteria: writers,
  SaveCriteria: writers,
  SubmitCriteria: writers,
  SendBackCriteria: writers,
  ApproveCriteria: ['medicalDirector', 'umDirector', 'qualityManager'],
  ReadReplay: writers,
  PublishCriteria: releasers,
  RetireCriteria: releasers,
  DiscardCriteria: writers,
};

export const mayNotOwnCriteria = (type: OwnCriteriaCommand['type'], actor: PersonActor): Refusal | undefined =>
  actor.roles.some((r) => ownCriteriaRoles[type].includes(r))
    ? undefined
    : refuse('roleMissing', { roles: [...ownCriteriaRoles[type]] });

type Command<T extends OwnCriteriaCommand['type']> = Extract<OwnCriteriaCommand, { type: T }>;
type Decided = readonly CriteriaVersionEvent[] | Refusal;

const draft = (o: OwnCriteria, { sha256, basedOn, note }: Command<'DraftCriteria'>): Decided => {
  if (!isOwnSetId(o.setId)) return invalid('setId', 'begin with plan- and use small letters, digits and hyphens');
  const open = openVersion(o);
  if (open) return refuse('criteriaOpen', { version: open.version });
  const version = String(o.versions.length + 1);
  return [{ type: 'CriteriaDrafted', data: { version, sha256, ...(basedOn ? { basedOn } : {}), note } }];
};

const submit = (v: CriteriaVersion, { set, catalogue, note }: Command<'SubmitCriteria'>): Decided => {
  if (criteriaStatus(v) !== 'draft') return refuse('criteriaClosed', { version: v.version });
  const problems = submissionProblems(set, catalogue);
  if (problems.length > 0)
    return refuse('criteriaUnsound', { problems: problems.slice(0, 8).map((p) => problemWords(set, p)) });
  return [{ type: 'CriteriaSubmitted', data: { version: v.version, sha256: v.sha256, note } }];
};

const approve = (v: CriteriaVersion, { actor }: Command<'ApproveCriteria'>): Decided => {
  if (criteriaStatus(v) !== 'submitted') return refuse('criteriaClosed', { version: v.version });
  // Two pairs of eyes on rules that approve care.
  if (v.written.some((w) => w.userId === actor.userId) || v.submitted?.userId === actor.userId)
    return refuse('secondPersonRequired');
  return [{ type: 'CriteriaApproved', data: { version: v.version, sha256: v.sha256 } }];
};

const publish = (v: CriteriaVersion, command: Command<'PublishCriteria'>): Decided => {
  const status = criteriaStatus(v);
  if (status === 'draft' || status === 'submitted') return refuse('criteriaNotApproved', { version: v.version });
  if (status !== 'approved') return refuse('criteriaClosed', { version: v.version });
  const { effectiveFrom, effectiveTo, today } = command;
  // Decisions of past days were made by the criteria of their day.
  if (effectiveFrom < today) return invalid('effectiveFrom', 'it cannot lie in the past');
  if (effectiveTo !== undefined && effectiveTo < effectiveFrom)
    return invalid('effectiveTo', 'it cannot lie before the first day');
  const reason = command.skipReplayBecause?.trim();
  const read = v.replayRead?.sha256 === v.sha256 ? v.replayRead : undefined;
  const replay: ReplayBasis | undefined = read
    ? { kind: 'read', replayId: read.replayId }
    : reason
      ? { kind: 'skipped', reason }
      : undefined;
  if (!replay) return refuse('replayMissing', { version: v.version });
  const data = { version: v.version, sha256: v.sha256, effectiveFrom, replay };
  return [{ type: 'CriteriaPublished', data: { ...data, ...(effectiveTo ? { effectiveTo } : {}) } }];
};

const readReplay = (v: CriteriaVersion, { replay }: Command<'ReadReplay'>): Decided => {
  if (!isOpen(v)) return refuse('criteriaClosed', { version: v.version });
  if (replay.sha256 !== v.sha256)
    return invalid('replayId', 'this replay was made with an earlier text of the version');
  if (!replay.done) return invalid('replayId', 'this replay is not done yet');
  const { replayId, lines, changed, sha256 } = replay;
  return [{ type: 'CriteriaReplayRead', data: { version: v.version, sha256, replayId, lines, changed } }];
};

const retire = (v: CriteriaVersion, { retiredFrom, today, reason }: Command<'RetireCriteria'>): Decided => {
  if (criteriaStatus(v) !== 'published') return refuse('criteriaNotPublished', { version: v.version });
  if (reason.trim() === '') return refuse('fieldMissing', { field: 'reason' });
  if (retiredFrom < today) return invalid('retiredFrom', 'it cannot lie in the past');
  return [{ type: 'CriteriaRetired', data: { version: v.version, retiredFrom, reason } }];
};

const withReason = (
  v: CriteriaVersion,
  type: 'CriteriaSentBack' | 'CriteriaDiscarded',
  allowed: boolean,
  reason: string,
): Decided => {
  if (!allowed) return refuse('criteriaClosed', { version: v.version });
  if (reason.trim() === '') return refuse('fieldMissing', { field: 'reason' });
  return [{ type, data: { version: v.version, reason } }];
};

const decided = (o: OwnCriteria, command: OwnCriteriaCommand): Decided => {
  if (command.type === 'DraftCriteria') return draft(o, command);
  const v = o.versions.find((x) => x.version === command.version);
  if (!v) return refuse('criteriaUnknown');
  const status = criteriaStatus(v);
  switch (command.type) {
    case 'SaveCriteria':
      if (status !== 'draft') return refuse('criteriaClosed', { version: v.version });
      return command.sha256 === v.sha256
        ? []
        : [{ type: 'CriteriaChanged', data: { version: v.version, sha256: command.sha256 } }];
    case 'SubmitCriteria':
      return submit(v, command);
    case 'SendBackCriteria':
      return withReason(v, 'CriteriaSentBack', status === 'submitted' || status === 'approved', command.reason);
    case 'ApproveCriteria':
      return approve(v, command);
    case 'ReadReplay':
      return readReplay(v, command);
    case 'PublishCriteria':
      return publish(v, command);
    case 'RetireCriteria':
      return retire(v, command);
    case 'DiscardCriteria':
      return withReason(v, 'CriteriaDiscarded', status === 'draft', command.reason);
    default: {
      const never: never = command;
      return never;
    }
  }
};

/** New events of a plan's own criteria set, or why not. */
export const decideOwnCriteria = (
  o: OwnCriteria,
  command: OwnCriteriaCommand,
): readonly RecordedCriteriaEvent[] | Refusal => {
  const no = mayNotOwnCriteria(command.type, command.actor);
  if (no) return no;
  const events = decided(o, command);
  if ('kind' in events) return events;
  const { userId, name } = command.actor;
  return events.map((e) => ({ ...e, by: { userId, name }, at: command.now }));
};
