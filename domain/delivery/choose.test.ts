import { expect, test } from 'vitest';
import { chooseWay, defaultSettings } from './choose.ts';

const all = { mail: true, fax: true };
const mail = { channel: 'email', email: 'ana@home.example' } as const;

test('a letter goes the way that its reader wants', () => {
  expect(chooseWay('member', mail, { ...defaultSettings, attachToMail: true }, all)).toEqual({
    channel: 'email',
    sendTo: 'ana@home.example',
  });
  expect(chooseWay('provider', { channel: 'fax', fax: '217-555-0142' }, defaultSettings, all)).toEqual({
    channel: 'fax',
    sendTo: '217-555-0142',
  });
});

test('where mail carries no letters, a member gets it on paper, and a mail that says so', () => {
  expect(chooseWay('member', mail, defaultSettings, all)).toEqual({ channel: 'print', announceTo: 'ana@home.example' });
  expect(chooseWay('provider', mail, defaultSettings, all).channel).toBe('email');
});

test('a reader without a wish gets letters as the plan sends them', () => {
  expect(chooseWay('member', undefined, defaultSettings, all)).toEqual({ channel: 'print' });
  expect(chooseWay('provider', { language: 'es-US' }, defaultSettings, all)).toEqual({ channel: 'portal' });
});

test('what cannot be sent goes on paper, and says why', () => {
  expect(chooseWay('member', mail, defaultSettings, { mail: false, fax: false })).toEqual({
    channel: 'print',
    insteadOf: 'no mail server is set up',
  });
  expect(chooseWay('member', { channel: 'email' }, defaultSettings, all).insteadOf).toBe('no address is known');
  expect(
    chooseWay('provider', { channel: 'fax', fax: '217-555-0142' }, defaultSettings, { mail: true, fax: false })
      .insteadOf,
  ).toBe('no fax gateway is set up');
  expect(chooseWay('member', { channel: 'portal' }, defaultSettings, all).insteadOf).toBe('members have no portal');
});
