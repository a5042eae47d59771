import { linesOfBusiness } from '@openum/domain/case/request.ts';
import { offersFor } from '@openum/domain/notice/context.ts';
import { chooseTemplate, type NoticeTemplate } from '@openum/domain/notice/template.ts';
import { templateProblems } from '@openum/domain/template/check.ts';
import { describe, expect, test } from 'vitest';
import { loadNoticeContent } from './load.ts';

const content = loadNoticeContent();

const template = (change: Partial<NoticeTemplate>): NoticeTemplate => {
  const [first] = content.templates;
  if (first === undefined) throw new Error('no template');
  return { ...first, id: 't', version: '1', ...change };
};

describe('the data of letters', () => {
  test('have one set of appeal rights for each line of business, with citations', () => {
    expect(Object.keys(content.appealRights)).toEqual([...linesOfBusiness]);
    for (const rights of Object.values(content.appealRights)) expect(rights.citations.length).toBeGreaterThan(0);
  });

  test('cite a rule for every demand of the content matrix', () => {
    for (const demand of content.matrix.demands) expect(demand.citation).not.toBe('');
  });

  test('offer help in fifteen languages, each naming the phone and the TTY number', () => {
    expect(new Set(content.languageOffers.map((o) => o.language)).size).toBe(15);
    for (const { text } of content.languageOffers) expect(text).toMatch(/\{\{plan\.phone\}\}.*\{\{plan\.tty\}\}/);
  });

  test('come first in the languages of the state, and none is left out', () => {
    const hawaii = offersFor(content.languageOffers, content.languagesByState.HI ?? []);
    expect(hawaii.slice(0, 2).map((o) => o.language)).toEqual(['tl', 'ja']);
    expect(new Set(hawaii)).toEqual(new Set(content.languageOffers));
  });

  test('have a word for everything in each language that letters are written in', () => {
    const [english, ...others] = content.languages;
    const wanted = Object.keys(english?.words ?? {});
    for (const { words } of others) expect(wanted.filter((name) => !words[name])).toEqual([]);
  });

  test('keep a phone number in reading order inside right-to-left text', () => {
    for (const { text, direction } of content.languageOffers)
      expect(text.includes('\u200e{{plan.phone}}')).toBe(direction === 'rtl');
  });
});

describe('a template', () => {
  test('that names a value no letter has is refused', () => {
    const bad = template({ title: 'Dear {{member.shoeSize}}' });
    expect(templateProblems(bad)).toEqual(['t 1: {{member.shoeSize}} is no value of a letter']);
  });

  test('that repeats a group no letter has is refused', () => {
    const bad = template({
      sections: [{ heading: 'x', blocks: [{ kind: 'list', each: 'appeal.moon', text: '{{text}}' }] }],
    });
    expect(templateProblems(bad)).toEqual(['t 1: each appeal.moon is unknown']);
  });

  test('of a line of business comes before the one for any', () => {
    const own = template({ id: 'own', lineOfBusiness: 'fehb' });
    const wanted = { audience: own.audience, kind: own.kind, language: 'en-US' } as const;
    const templates = [...content.templates, own];
    expect(chooseTemplate(templates, { ...wanted, lineOfBusiness: 'fehb' })?.id).toBe('own');
    expect(chooseTemplate(templates, { ...wanted, lineOfBusiness: 'qhp' })?.id).toBe('adverse-member');
    expect(chooseTemplate(templates, { ...wanted, lineOfBusiness: 'qhp', language: 'xx' })).toBeUndefined();
  });
});
