import { at, readsAs } from './readsAs.ts';
import { request } from './request.ts';

readsAs(request, {
  RequestReceived: [
    {
      caseNumber: 'UM-1',
      request: {
        channel: 'fax',
        urgency: 'expedited',
        requestingProvider: { name: 'Lakeside Pulmonary' },
        items: [{}],
      } as never,
    },
    'Received by fax from Lakeside Pulmonary as case UM-1, expedited, 1 item.',
  ],
  RequestRevised: [
    { items: [{}, {}] as never, diagnoses: [], messageId: 'm1' },
    'The sender changed the request; it now has 2 items.',
  ],
  UrgencyChanged: [
    { from: 'standard', to: 'expedited', basis: 'saturation is falling', attested: true },
    'Changed the urgency from standard to expedited: saturation is falling',
  ],
  ReceiptCorrected: [
    { from: at('2026-11-20T15:00:00.000Z'), to: at('2026-11-19T15:00:00.000Z'), reason: 'fax stamp' },
    'Corrected the time of receipt from 2026-11-20 to 2026-11-19: fax stamp',
  ],
});
