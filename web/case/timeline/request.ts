import { counted, type TimelineSubject } from './subject.ts';

const channels = {
  pas: 'by FHIR PAS',
  x12: 'by X12 278',
  portal: 'through the portal',
  fax: 'by fax',
  phone: 'by phone',
  mail: 'by mail',
  admissionNotice: 'as an admission notice',
} as const;

export const request: TimelineSubject<'RequestReceived' | 'RequestRevised' | 'UrgencyChanged' | 'ReceiptCorrected'> = {
  label: 'Request',
  sentences: {
    RequestReceived: (d) =>
      `Received ${channels[d.request.channel]} from ${d.request.requestingProvider.name} as case ${d.caseNumber}, ` +
      `${d.request.urgency}, ${counted(d.request.items.length, 'item')}.`,
    RequestRevised: (d) => `The sender changed the request; it now has ${counted(d.items.length, 'item')}.`,
    UrgencyChanged: (d, said) =>
      `Changed the urgency from ${d.from} to ${d.to}: ${d.basis}` +
      `${d.refusal?.told ? ` Told ${d.refusal.told.to} by phone on ${said.moment(d.refusal.told.at)}.` : ''}`,
    ReceiptCorrected: (d, said) =>
      `Corrected the time of receipt from ${said.moment(d.from)} to ${said.moment(d.to)}: ${d.reason}`,
  },
};
