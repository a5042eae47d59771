import { z } from 'zod';
import { optionalText, text } from './field.ts';

export type { ArrivalLine, ArrivalsReading } from '@openum/casework/practice/arrival/desk.ts';

/** POST /api/practice/arrivals/:arrivalId/accept */
export const acceptArrivalBody = z.strictObject({ patientId: optionalText(64), programmeId: optionalText(64) });
export type AcceptArrivalBody = z.input<typeof acceptArrivalBody>;

/** POST /api/practice/arrivals/:arrivalId/dismiss */
export const dismissArrivalBody = z.strictObject({ reason: text(500) });

/** PUT /api/practice/arrivals/setting */
export const arrivalSettingBody = z.strictObject({ automatic: z.boolean() });
