import { invalid, type Refusal } from '@openum/domain/case/refusal.ts';
import { type Retrospective, retrospectiveReasons, type Urgency } from '@openum/domain/case/request.ts';
import { type CalendarDate, isCalendarDateText } from '@openum/domain/time/instant.ts';

/** Why a service is to be reviewed after it was given, as filled in. */
export type RetrospectiveForm = {
  readonly reason: string;
  readonly serviceEndedOn: string;
  readonly claimNumber?: string | undefined;
  readonly note?: string | undefined;
};

type Form = {
  readonly retrospective?: RetrospectiveForm | undefined;
  readonly urgency: Urgency;
  readonly items: readonly { readonly start: string; readonly end?: string | undefined }[];
};

const isReason = (text: string): text is Retrospective['reason'] =>
  (retrospectiveReasons as readonly string[]).includes(text);

/** The retrospective part of a form; undefined for a request before or during the care, and a refusal that names the field. */
export const retrospectiveOf = (form: Form, today: CalendarDate): Retrospective | Refusal | undefined => {
  const given = form.retrospective;
  if (!given) return undefined;
  const { reason, serviceEndedOn: ended } = given;
  if (!isReason(reason)) return invalid('retrospective.reason', 'choose a reason of the list');
  if (!isCalendarDateText(ended)) return invalid('retrospective.serviceEndedOn', 'it must be a day');
  const serviceEndedOn = ended as CalendarDate;
  if (serviceEndedOn > today)
    return invalid('retrospective.serviceEndedOn', 'the service has not ended; ask for it as a new request');
  if (form.items.some((i) => (i.end ?? i.start) > serviceEndedOn))
    return invalid('retrospective.serviceEndedOn', 'a service of this request ends later');
  if (form.urgency === 'expedited') return invalid('urgency', 'care that has been given cannot be expedited');
  const claimNumber = given.claimNumber?.trim() ?? '';
  const note = given.note?.trim() ?? '';
  if (reason === 'deniedClaim' && claimNumber === '')
    return invalid('retrospective.claimNumber', 'name the claim that was denied');
  if (reason === 'other' && note === '') return invalid('retrospective.note', 'say why it is reviewed now');
  return {
    reason,
    serviceEndedOn,
    ...(claimNumber === '' ? {} : { claimNumber }),
    ...(note === '' ? {} : { note }),
  };
};
