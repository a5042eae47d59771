import { coordinator, person } from '@openum/testkit/case/actors.ts';
import { describe, expect, test } from 'vitest';
import type { PersonActor } from '../actor/actor.ts';
import { isRefusal } from '../case/refusal.ts';
import type { ContentMatrix } from '../notice/matrix.ts';
import type { NoticeTemplate } from '../notice/template.ts';
import { calendarDate, instant } from '../time/instant.ts';
import { templateDemands, templateProblems } from './check.ts';
import { decideTemplate, type TemplateCommand } from './decide.ts';
import { evolveTemplate, noTemplate, type OwnTemplate, versionInForce, versionStatus } from './version.ts';

const day = calendarDate;
const now = instant('2026-11-23T16:00:00Z');
const admin: PersonActor = person('admin', ['administrator']);
const director: PersonActor = person('director', ['umDirector']);

const text = (change: Partial<NoticeTemplate> = {}): NoticeTemplate => ({
  id: 'own',
  version: '0',
  lineOfBusiness: 'any',
  audience: 'member',
  kind: 'approval',
  language: 'en-US',
  title: 'We approved your care',
  salutation: 'Dear {{member.name}},',
  reference: [],
  sections: [
    { heading: 'Questions', blocks: [{ kind: 'paragraph', element: 'contact', text: 'Call {{plan.phone}}.' }] },
  ],
  closing: ['{{plan.name}}'],
  footer: '{{case.number}}',
  ...change,
});

const matrix: ContentMatrix = {
  version: '1',
  demands: [
    { element: 'contact', kind: 'approval', audience: 'member', linesOfBusiness: 'any', citation: 'Rule A' },
    { element: 'validityEnd', kind: 'approval', audience: 'member', linesOfBusiness: ['qhp'], citation: 'Rule B' },
    { element: 'contact', kind: 'approval', audience: 'provider', linesOfBusiness: 'any', citation: 'Rule C' },
  ],
};

type Body = TemplateCommand extends infer C ? (C extends TemplateCommand ? Omit<C, 'actor' | 'now'> : never) : never;
const decide = (t: OwnTemplate, actor: PersonActor, body: Body) =>
  decideTemplate(t, { ...body, actor, now } as TemplateCommand);
const after = (t: OwnTemplate, ...steps: readonly (readonly [PersonActor, Body])[]): OwnTemplate =>
  steps.reduce((s, [actor, body]) => {
    const events = decide(s, actor, body);
    if (isRefusal(events)) throw new Error(`given: ${events.code}`);
    return events.reduce(evolveTemplate, s);
  }, t);

const drafted = (change: Partial<NoticeTemplate> = { lineOfBusiness: 'fehb' }): readonly [PersonActor, Body] => [
  admin,
  { type: 'DraftTemplate', template: text(change), note: 'First text.' },
];
const approve = (version = '1'): readonly [PersonActor, Body] => [director, { type: 'ApproveTemplate', version }];
const publish = (effectiveFrom = '2026-12-01', version = '1'): readonly [PersonActor, Body] => [
  admin,
  { type: 'PublishTemplate', version, effectiveFrom: day(effectiveFrom), today: day('2026-11-23'), matrix },
];
const retire = (from: string, version = '1', reason = 'Another takes its place.'): readonly [PersonActor, Body] => [
  admin,
  { type: 'RetireTemplate', version, retiredFrom: day(from), today: day('2026-11-23'), reason },
];
const own = noTemplate('own');

describe("a tenant's template", () => {
  test('is in force from the day that it was published for', () => {
    const t = after(own, drafted(), approve(), publish());
    expect(versionInForce(t, day('2026-11-30'))).toBeUndefined();
    expect(versionInForce(t, day('2026-12-01'))?.version).toBe('1');
  });

  test('names its id and version in the text that letters are made from', () => {
    expect(after(own, drafted()).versions[0]?.template).toMatchObject({ id: 'own', version: '1' });
  });

  test('is approved by somebody who did not write at it', () => {
    const both: readonly [PersonActor, Body] = [
      director,
      { type: 'DraftTemplate', template: text({ lineOfBusiness: 'fehb' }), note: '' },
    ];
    expect(decide(after(own, drafted(), both), director, { type: 'ApproveTemplate', version: '1' })).toMatchObject({
      code: 'secondPersonRequired',
    });
    expect(decide(after(own, drafted()), coordinator, { type: 'ApproveTemplate', version: '1' })).toMatchObject({
      code: 'roleMissing',
    });
  });

  test('loses its approval when the text changes', () => {
    const t = after(own, drafted(), approve(), drafted({ lineOfBusiness: 'fehb', title: 'Another' }));
    expect(t.versions.map(versionStatus)).toEqual(['draft']);
    expect(decide(t, ...publish())).toMatchObject({ code: 'templateNotApproved' });
  });

  test('that lacks what a rule demands is not published, and the rule is named', () => {
    const t = after(own, drafted({ lineOfBusiness: 'qhp' }), approve());
    expect(decide(t, ...publish())).toMatchObject({
      code: 'templateLacks',
      facts: { elements: ['validityEnd (Rule B)'] },
    });
  });

  test('once published changes only by a new version, and the old one stays', () => {
    const t = after(own, drafted(), approve(), publish(), drafted({ lineOfBusiness: 'fehb', title: 'New words' }));
    expect(t.versions.map((v) => [v.version, v.template.title])).toEqual([
      ['1', 'We approved your care'],
      ['2', 'New words'],
    ]);
    const both = after(t, approve('2'), publish('2027-01-01', '2'));
    expect(versionInForce(both, day('2026-12-31'))?.version).toBe('1');
    expect(versionInForce(both, day('2027-01-01'))?.version).toBe('2');
  });

  test('stays for the letters that it was made for', () => {
    expect(decide(after(own, drafted()), ...drafted({ audience: 'provider' }))).toMatchObject({ code: 'fieldInvalid' });
  });

  test('is in force no more from the day of its retirement', () => {
    const t = after(own, drafted(), approve(), publish(), retire('2027-01-01'));
    expect(versionInForce(t, day('2026-12-31'))?.version).toBe('1');
    expect(versionInForce(t, day('2027-01-01'))).toBeUndefined();
    expect(decide(after(own, drafted()), ...retire('2027-01-01'))).toMatchObject({ code: 'templateNotPublished' });
  });

  test('is neither published nor retired for a day that has passed', () => {
    expect(decide(after(own, drafted(), approve()), ...publish('2026-11-22'))).toMatchObject({ code: 'fieldInvalid' });
    expect(decide(after(own, drafted(), approve(), publish()), ...retire('2026-11-22'))).toMatchObject({
      code: 'fieldInvalid',
    });
  });
});

describe('the check of a template', () => {
  test('names values that no letter has, braces that are none, and texts that are missing', () => {
    const bad = text({
      title: 'Dear {{member.shoeSize}}',
      sections: [
        {
          heading: 'x',
          blocks: [
            { kind: 'paragraph', text: 'Call {{ plan.phone }}.' },
            { kind: 'paragraph', text: ' ' },
          ],
        },
      ],
    });
    expect(templateProblems(bad)).toEqual([
      'own 0: {{member.shoeSize}} is no value of a letter',
      'own 0: braces that are no placeholder in: Call {{ plan.phone }}.',
      'own 0: a paragraph has no text',
    ]);
  });

  test('of a template for any line of business asks what each line asks', () => {
    expect(templateDemands(text(), matrix).map((d) => [d.element, d.present])).toEqual([
      ['contact', true],
      ['validityEnd', false],
    ]);
    expect(templateDemands(text({ lineOfBusiness: 'fehb' }), matrix)).toHaveLength(1);
  });
});
