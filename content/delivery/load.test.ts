import { placeholdersOf } from '@openum/domain/notice/text.ts';
import { describe, expect, test } from 'vitest';
import { loadDeliveryContent, mailKinds } from './load.ts';

const { mails, oralNoticeRules } = loadDeliveryContent();

describe('the texts of mails', () => {
  test.each(mailKinds)('%s says nothing but who the plan is', (kind) => {
    const { subject, text } = mails[kind];
    for (const name of [subject, text].flatMap(placeholdersOf)) expect(name).toMatch(/^plan\./);
  });
});

test('a spoken notice stands only for expedited requests, and cites the rule that says so', () => {
  for (const rule of oralNoticeRules)
    expect([rule.urgency, rule.citation]).toEqual(['expedited', expect.stringContaining('CFR')]);
});

test('no line of business has two rules on spoken notices', () => {
  const lines = oralNoticeRules.flatMap((r) => r.linesOfBusiness);
  expect(new Set(lines).size).toBe(lines.length);
});
