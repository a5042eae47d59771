import { type Refusal, refuse } from '@openum/domain/case/refusal.ts';
import { type AdmissionForm, receiveAdmission } from '../admission/admit.ts';
import type { Received } from '../intake/arrival.ts';
import { type PortalForm, receivePortalForm } from '../intake/portal.ts';
import { type AtPortal, actingAt, mayNotRequest } from './portal.ts';

const mayNotName = (at: AtPortal, field: string, npi: string): Refusal | undefined =>
  at.access.npis.includes(npi)
    ? undefined
    : refuse('fieldInvalid', { field, problem: 'the plan has not named this provider for your practice' });

/** Sends a request to the plan in the name of a provider of the practice. */
export const submitOwn = async (at: AtPortal, form: PortalForm): Promise<Received | Refusal> => {
  const no = mayNotRequest(at.actor);
  if (no) return no;
  const notNamed = mayNotName(at, 'requestingProviderNpi', form.requestingProviderNpi);
  if (notNamed) return notNamed;
  return receivePortalForm(actingAt(at), form);
};

/** Tells the plan of an admission to a facility of the practice. When it came is when it came here, and no visit but its own. */
export const submitOwnAdmission = async (at: AtPortal, form: AdmissionForm): Promise<Received | Refusal> => {
  const no = mayNotRequest(at.actor) ?? mayNotName(at, 'facilityNpi', form.facilityNpi);
  if (no) return no;
  return receiveAdmission(actingAt(at), { ...form, receivedAt: undefined, visit: undefined });
};
