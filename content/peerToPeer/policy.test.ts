import { describe, expect, test } from 'vitest';
import { loadPeerToPeerPolicy, loadTalkMails, readPeerToPeerPolicy } from './policy.ts';

describe('how talks are kept from being missed', () => {
  const policy = loadPeerToPeerPolicy();

  test('holds reminders before an agreed time and before the window ends', () => {
    expect(new Set(policy.reminders.map((r) => r.about))).toEqual(new Set(['agreed', 'window']));
  });

  test.each([
    ['escalateAtShare', { ...policy, escalateAtShare: 1 }],
    ['reminders', { ...policy, reminders: [...policy.reminders, ...policy.reminders] }],
  ])('is refused with the field at fault: %s', (field, json) => {
    expect(() => readPeerToPeerPolicy(json)).toThrow(field);
  });

  test('mails to the clinician name only what is known, and the link stands in one of them', () => {
    expect(loadTalkMails().link.text).toContain('{{link}}');
  });
});
