import { expect, test } from 'vitest';
import { loadInformationLinkPolicy, readInformationLinkPolicy } from './load.ts';

const shipped = loadInformationLinkPolicy();

test('the mail with a link holds the link and until when it works', () => {
  expect(shipped.mail.text).toContain('{{link}}');
  expect(shipped.mail.text).toContain('{{until}}');
});

test('a mail that would name the member or the service is not loaded', () => {
  const mail = { ...shipped.mail, text: `${shipped.mail.text} {{member.name}}` };
  expect(() => readInformationLinkPolicy({ ...shipped, mail })).toThrow('nothing is known of member.name');
});

test('a policy without an end for links is not loaded', () => {
  expect(() => readInformationLinkPolicy({ ...shipped, hoursAfterDue: 0 })).toThrow('hoursAfterDue');
});
