import { outgoingOf } from '@openum/domain/payer/outgoing.ts';
import { zoneId } from '@openum/domain/time/instant.ts';
import { acted, admitted, episodeOf, now, submission } from '@openum/testkit/practice/episode.ts';
import { expect, test } from 'vitest';
import { requestText } from './write.ts';

const story = acted(admitted, { type: 'RecordSubmission', ...submission({ channel: 'x12', diagnoses: ['F10.20'] }) });
const fileFor = (clinician?: { readonly name: string; readonly npi?: string }): string => {
  const e = { ...episodeOf(story), ...(clinician ? { clinician } : {}) };
  const [s] = e.submissions;
  const request = s && outgoingOf(e, s, now);
  if (!request) throw new Error('given: there is no request');
  const provider = {
    npi: '1467512343',
    name: 'Harbor Recovery',
    phone: '312-555-0100',
    street: '9 Pier Road',
    city: 'Springfield',
    state: 'OH',
    postalCode: '45501',
  };
  const partners = {
    sender: { qualifier: 'ZZ', id: 'HARBOR' },
    receiver: { qualifier: 'ZZ', id: 'PLAN' },
    usage: 'T',
    payer: { name: 'Plan', id: 'P1', idQualifier: 'PI' },
    provider,
  } as const;
  return requestText(partners, { request }, { control: 1, at: now, zone: zoneId('America/Chicago') });
};

test('a request names who treats the patient, before the services', () => {
  const file = fileFor({ name: 'Dr. Ada Ortiz', npi: '1770000056' });
  expect(file).toContain('NM1*71*1*Ortiz*Ada****XX*1770000056~');
  expect(file.indexOf('NM1*71')).toBeLessThan(file.indexOf('*SS*0~'));
  expect(fileFor({ name: 'Ada Ortiz' })).toContain('NM1*71*1*Ortiz*Ada~');
  expect(fileFor()).not.toContain('NM1*71');
});
