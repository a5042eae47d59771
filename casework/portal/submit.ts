import { type Refusal, refuse } from '@openum/domain/case/refusal.ts';
import type { Received } from '../intake/arrival.ts';
import { type PortalForm, receivePortalForm } from '../intake/portal.ts';
import { type AtPortal, actingAt, mayNotRequest } from './portal.ts';

/** Sends a request to the plan in the name of a provider of the practice. */
export const submitOwn = async (at: AtPortal, form: PortalForm): Promise<Received | Refusal> => {
  const no = mayNotRequest(at.actor);
  if (no) return no;
  if (!at.access.npis.includes(form.requestingProviderNpi))
    return refuse('fieldInvalid', {
      field: 'requestingProviderNpi',
      problem: 'the plan has not named this provider for your practice',
    });
  return receivePortalForm(actingAt(at), form);
};
