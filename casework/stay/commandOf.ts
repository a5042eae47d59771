import { levelOfCare } from '@openum/domain/admission/levelOfCare.ts';
import { isRefusal, type Refusal, refuse } from '@openum/domain/case/refusal.ts';
import type { Case } from '@openum/domain/case/state.ts';
import type { StayCommand } from '@openum/domain/stay/command.ts';
import type { CalendarDate } from '@openum/domain/time/instant.ts';
import type { Acting } from '../case/act.ts';
import { momentOf } from '../case/given.ts';
import type { StayAct } from './act.ts';
import { continuedStayOf } from './continued.ts';

type Act<T extends StayAct['type']> = Extract<StayAct, { type: T }>;

const unknownLevel = (field: string, code: string, { casework }: Acting): Refusal | undefined =>
  levelOfCare(casework.knowledge.admissions.levelsOfCare, code)
    ? undefined
    : refuse('fieldInvalid', { field, problem: 'there is no such level of care' });

const begin = async (act: Act<'BeginStay'>, acting: Acting): Promise<StayCommand | Refusal> => {
  const admittedAt = momentOf('admittedAt', act.admittedAt);
  if (isRefusal(admittedAt)) return admittedAt;
  const unknown = unknownLevel('levelOfCare', act.levelOfCare, acting);
  if (unknown) return unknown;
  const found = await acting.casework.register.providerByNpi({ tenantId: acting.tenant.tenantId }, act.facilityNpi);
  if (!found) return refuse('fieldInvalid', { field: 'facilityNpi', problem: 'no provider has this NPI' });
  if (found.kind === 'practitioner')
    return refuse('fieldInvalid', { field: 'facilityNpi', problem: 'this NPI is that of a person; name the facility' });
  const { providerId: _id, kind: _kind, ...facility } = found;
  const { levelOfCare: level, admissionSource } = act;
  return {
    type: 'BeginStay',
    stay: { facility, admittedAt, levelOfCare: level, ...(admissionSource ? { admissionSource } : {}) },
  };
};

/** The command of such an act. */
export const stayCommandOf = async (act: StayAct, acting: Acting, c: Case): Promise<StayCommand | Refusal> => {
  const { environment } = acting.casework;
  switch (act.type) {
    case 'BeginStay':
      return begin(act, acting);
    case 'CorrectAdmission': {
      const admittedAt = momentOf('admittedAt', act.admittedAt);
      return isRefusal(admittedAt) ? admittedAt : { ...act, admittedAt };
    }
    case 'RequestContinuedStay': {
      const receivedAt = momentOf('receivedAt', act.receivedAt);
      if (isRefusal(receivedAt)) return receivedAt;
      return c.stay ? continuedStayOf(c, c.stay, act, receivedAt, acting) : refuse('stayMissing');
    }
    case 'RecordClinicalUpdate': {
      const receivedAt = momentOf('receivedAt', act.receivedAt);
      return isRefusal(receivedAt) ? receivedAt : { ...act, receivedAt, updateId: environment.newId(), documents: [] };
    }
    case 'ChaseClinicalUpdate': {
      const { note, ...rest } = act;
      return { ...rest, chaseId: environment.newId(), ...(note ? { note } : {}) };
    }
    case 'ChangeLevelOfCare': {
      const effectiveAt = momentOf('effectiveAt', act.effectiveAt);
      return isRefusal(effectiveAt) ? effectiveAt : (unknownLevel('to', act.to, acting) ?? { ...act, effectiveAt });
    }
    case 'AssessTransition': {
      const { type, readiness, barriers, expectedDischargeOn, plan } = act;
      return {
        type,
        readiness,
        barriers,
        ...(expectedDischargeOn ? { expectedDischargeOn: expectedDischargeOn as CalendarDate } : {}),
        ...(plan ? { plan } : {}),
      };
    }
    case 'RecordDischarge': {
      const dischargedAt = momentOf('dischargedAt', act.dischargedAt);
      if (isRefusal(dischargedAt)) return dischargedAt;
      const { type, disposition, note, reason } = act;
      return { type, dischargedAt, disposition, ...(note ? { note } : {}), ...(reason ? { reason } : {}) };
    }
    case 'CancelAdmission':
    case 'CancelDischarge':
      return act;
    default: {
      const never: never = act;
      return never;
    }
  }
};
