import { describe, expect, test } from 'vitest';
import { type FaxRules, faxIdentifiers, faxIdentity } from './fax.ts';
import { redactor } from './redact.ts';
import { codesStanding } from './standing.ts';

const rules: FaxRules = {
  memberNumber: ['member number', 'member id', 'id'],
  birthDate: ['dob', 'born'],
  npi: ['npi'],
  person: ['patient', 'patient name', 'from', 'dr'],
  words: new Set(['patient', 'home', 'oxygen', 'for', 'member', 'number', 'from', 'request', 'brown', 'sputum', 'fax']),
};
const pages = (text: string) => [{ documentId: 'fax', page: 1, text }];
const read = (text: string) => faxIdentity(pages(text), rules).map(({ field, value }) => [field, value]);
const hidden = (text: string) => redactor('all', faxIdentifiers(pages(text), rules)).hide(text);

describe('who a fax is about', () => {
  test('is read where a label says so, with the words in which it stands', () => {
    const text = 'Member ID: PHP1000001   DOB 03/09/1951\nNPI# 1770000036';
    expect(faxIdentity(pages(text), rules)).toMatchObject([
      { field: 'memberNumber', value: 'PHP1000001', citation: { quote: 'Member ID: PHP1000001' } },
      { field: 'memberBirthDate', value: '1951-03-09', citation: { quote: 'DOB 03/09/1951' } },
      { field: 'providerNpi', value: '1770000036', citation: { quote: 'NPI# 1770000036' } },
    ]);
  });
  test('is not read from a number that no check digit bears out, nor from words that are no number', () => {
    expect(read('NPI 1770000031\nMember number: unknown\nborn in March')).toEqual([]);
  });
  test('is read once where it stands twice', () => {
    expect(read('Member ID PHP1000001\nmember number PHP1000001')).toEqual([['memberNumber', 'PHP1000001']]);
  });
});

describe('a fax as a model is shown it', () => {
  test('names nobody whose name stands behind a label, here or further down, in whatever letters', () => {
    const shown = hidden('Patient: Brown, Rose\nrose coughs brown sputum\nHome Oxygen for ROSE BROWN');
    expect(shown.toLowerCase()).not.toMatch(/rose|brown/);
    expect(shown).toContain('Home Oxygen for');
  });
  test('keeps words of medicine and of forms, and loses every other word with a capital letter', () => {
    expect(hidden('Request for Home Oxygen\nSeen by Imani Cole')).toMatch(/^Request for Home Oxygen\n/);
    expect(hidden('Request, seen by Imani Cole')).not.toMatch(/Imani|Cole/);
  });
  test('holds no street, no number behind a state, no number of a member', () => {
    const shown = hidden('12 Elm Street, Peoria IL 61601\nid PHP1000001');
    for (const word of ['12 Elm', '61601', 'PHP1000001', 'Peoria']) expect(shown).not.toContain(word);
  });
  test('comes back as it was', () => {
    const text = 'Patient: Brown, Rose\n12 Elm Street, Peoria IL 61601\nDr. Cole, 03/09/1951';
    const r = redactor('all', faxIdentifiers(pages(text), rules));
    expect(r.restore(r.hide(text))).toBe(text);
  });
});

test('a code stands in a text only as a word of its own', () => {
  expect(codesStanding(['Oxygen e1390, XE0431 and E04312'], ['E1390', 'E0431', 'E0434'])).toEqual(['E1390']);
});
