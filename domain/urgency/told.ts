import { required } from '../case/decided.ts';
import { type Refusal, refuse } from '../case/refusal.ts';
import type { Instant } from '../time/instant.ts';

/** Started when a wish to expedite is declined; stopped by the letter that says so. */
export const expediteDeclined = 'expediteDeclined';

/** The call in which the member heard that the standard time holds (42 CFR 422.570(d)(2), 422.584(d)(2), 438.410(c)). */
export type ToldByPhone = { readonly to: string; readonly at: Instant };

/** What is wrong with the call on record; undefined when nothing is, or when there was none. */
export const toldProblem = (told: ToldByPhone | undefined, notBefore: Instant, now: Instant): Refusal | undefined => {
  if (!told) return undefined;
  if (told.at > now || told.at < notBefore)
    return refuse('fieldInvalid', { field: 'told.at', problem: 'it lies between the receipt and now' });
  return required('told.to', told.to);
};
