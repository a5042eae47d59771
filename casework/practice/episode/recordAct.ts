import { type Refusal, refuse } from '@openum/domain/case/refusal.ts';
import type { LineOfBusiness } from '@openum/domain/case/request.ts';
import type { EpisodeCommand } from '@openum/domain/episode/command.ts';
import type { coverageOrders, Programme } from '@openum/domain/episode/record.ts';
import { programmeOn } from '@openum/domain/episode/state.ts';
import type { CalendarDate } from '@openum/domain/time/instant.ts';
import { byAt, type EpisodeActing } from '../acting.ts';
import { peopleAt } from '../grant/keep.ts';
import type { LoadedEpisode } from './load.ts';

export type GivenCoverage = {
  readonly coverageId?: string | undefined;
  readonly order: (typeof coverageOrders)[number];
  readonly payerId: string;
  readonly memberNumber: string;
  readonly groupNumber?: string | undefined;
  readonly lineOfBusiness?: LineOfBusiness | undefined;
  readonly stateOfIssue?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
};

export type GivenAuthorization = {
  readonly number: string;
  readonly coverageId: string;
  readonly levelOfCare: string;
  readonly codes: readonly string[];
  readonly from: string;
  readonly to: string;
  readonly units?: number | undefined;
  readonly nextReviewOn?: string | undefined;
  readonly contact?: string | undefined;
};

export type GivenService = { readonly on: string; readonly units: number };

/** What a person may write into the record of an episode. Numbers, prices and the practice's settings are added here. */
export type RecordAct =
  | ({ readonly type: 'SetCoverage' } & GivenCoverage)
  | {
      readonly type: 'ChangeLevelOfCare';
      readonly programmeId: string;
      readonly from: string;
      readonly reason: string;
      readonly among?: true;
    }
  | {
      readonly type: 'DischargeEpisode';
      readonly on: string;
      readonly disposition: string;
      readonly reason?: string | undefined;
    }
  | { readonly type: 'CancelDischarge'; readonly reason: string }
  | {
      readonly type: 'RecordServices';
      readonly services: readonly GivenService[];
      /** Why it is recorded though nothing covers it. */
      readonly override?: string | undefined;
    }
  | { readonly type: 'WithdrawServices'; readonly serviceIds: readonly string[]; readonly reason: string }
  | {
      readonly type: 'BillServices';
      readonly serviceIds: readonly string[];
      readonly claimId: string;
      readonly billedOn: string;
      readonly override?: string | undefined;
    }
  | { readonly type: 'RecordAuthorization'; readonly authorization: GivenAuthorization }
  | {
      readonly type: 'CorrectAuthorization';
      readonly authorizationId: string;
      readonly authorization: GivenAuthorization;
      readonly reason: string;
    }
  | { readonly type: 'VoidAuthorization'; readonly authorizationId: string; readonly reason: string }
  | { readonly type: 'AddNote'; readonly text: string }
  | { readonly type: 'HandOver'; readonly toUserId: string; readonly note: string };

/** Drops the members that are undefined, as a form leaves them when nothing was written. */
const given = <T extends object>(x: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(x).filter(([, v]) => v !== undefined && v !== '')) as never;

export const programmeById = async (
  { casework, scope }: EpisodeActing,
  programmeId: string,
): Promise<Programme | Refusal> => {
  const found = (await casework.practiceRegister.programmes(scope)).find((p) => p.programmeId === programmeId);
  if (!found) return refuse('fieldInvalid', { field: 'programmeId', problem: 'there is no such programme' });
  const { active: _active, ...programme } = found;
  return programme;
};

/** A coverage as it stands on the record, with the payer's name as it is now. */
export const coverageCommand = async (
  me: EpisodeActing,
  { coverageId, payerId, ...rest }: GivenCoverage,
): Promise<Extract<EpisodeCommand, { type: 'SetCoverage' }> | Refusal> => {
  const payer = (await me.casework.practiceRegister.payers(me.scope)).find((p) => p.payerId === payerId);
  if (!payer) return refuse('fieldInvalid', { field: 'payerId', problem: 'there is no such payer' });
  return {
    type: 'SetCoverage',
    ...given(rest),
    coverageId: coverageId ?? me.casework.environment.newId(),
    payerId,
    payerName: payer.name,
    ...byAt(me),
  } as Extract<EpisodeCommand, { type: 'SetCoverage' }>;
};

const authorizationOf = (authorizationId: string, a: GivenAuthorization) =>
  ({ ...given(a), codes: a.codes, authorizationId }) as Extract<
    EpisodeCommand,
    { type: 'RecordAuthorization' }
  >['authorization'];

/** The command of an act, with what the register and the settings of the practice say. */
export const recordCommand = async (
  act: RecordAct,
  me: EpisodeActing,
  { state }: LoadedEpisode,
): Promise<EpisodeCommand | Refusal> => {
  const { environment, practiceRegister } = me.casework;
  const by = byAt(me);
  switch (act.type) {
    case 'SetCoverage':
      return coverageCommand(me, act);
    case 'ChangeLevelOfCare': {
      const programme = await programmeById(me, act.programmeId);
      if ('kind' in programme) return programme;
      const { type, from, reason, among } = act;
      return { type, programme, from: from as CalendarDate, reason, ...(among ? { among } : {}), ...by };
    }
    case 'DischargeEpisode':
      return { ...given(act), on: act.on as CalendarDate, ...by } as EpisodeCommand;
    case 'RecordServices': {
      const { recordUncovered: policy } = await practiceRegister.settings(me.scope);
      const services = act.services.map(({ on, units }) => {
        const { levelOfCare, code, charge } = programmeOn(state, on as CalendarDate);
        return {
          serviceId: environment.newId(),
          on: on as CalendarDate,
          levelOfCare,
          code,
          units,
          charge: charge * units,
          source: 'attendance' as const,
        };
      });
      return {
        type: act.type,
        services,
        policy,
        ...(act.override ? { override: { reason: act.override } } : {}),
        ...by,
      };
    }
    case 'BillServices': {
      const { billUncovered: policy } = await practiceRegister.settings(me.scope);
      const { override, billedOn, ...rest } = act;
      return {
        ...rest,
        billedOn: billedOn as CalendarDate,
        policy,
        ...(override ? { override: { reason: override } } : {}),
        ...by,
      };
    }
    case 'RecordAuthorization':
      return { type: act.type, authorization: authorizationOf(environment.newId(), act.authorization), ...by };
    case 'CorrectAuthorization': {
      const before = state.authorizations.find((a) => a.authorizationId === act.authorizationId);
      const authorization = {
        ...authorizationOf(act.authorizationId, act.authorization),
        ...(before?.submissionId ? { submissionId: before.submissionId } : {}),
      };
      return { type: act.type, authorization, reason: act.reason, ...by };
    }
    case 'AddNote':
      return { ...act, noteId: environment.newId(), ...by };
    case 'HandOver': {
      const to = (await peopleAt(me.casework, me.scope, me.today)).find((u) => u.userId === act.toUserId);
      if (!to) return refuse('fieldInvalid', { field: 'toUserId', problem: 'there is no such person at the practice' });
      return { type: act.type, to: { userId: to.userId, name: to.name }, note: act.note, ...by };
    }
    case 'CancelDischarge':
    case 'WithdrawServices':
    case 'VoidAuthorization':
      return { ...act, ...by };
  }
};
