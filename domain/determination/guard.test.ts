import { client, nurse, person, physician, physicianWith, system } from '@openum/testkit/case/actors.ts';
import { approval, denial, determine } from '@openum/testkit/case/acts.ts';
import { aRequest, criteria, document, granted, oxygenItem } from '@openum/testkit/case/request.ts';
import { after, by, happened, received, when } from '@openum/testkit/case/story.ts';
import { describe, expect, test } from 'vitest';
import type { Licence, Qualification } from '../actor/actor.ts';
import type { CommandOf, ReviewerRequirement } from '../case/command.ts';
import type { AuthorizationRequest } from '../case/request.ts';
import { type CalendarDate, calendarDate, instant } from '../time/instant.ts';

const given = received();
const noon = instant('2026-11-24T18:00:00Z');
const on = (day: string): CalendarDate => calendarDate(day);
const illinois: Licence = { state: 'IL', number: '1', status: 'active', expiresOn: on('2027-07-31') };
const ohio: Licence = { ...illinois, state: 'OH' };

const denied = (change: Partial<CommandOf<'DetermineItems'>> = {}, request?: AuthorizationRequest) =>
  when(request ? received(request) : given, determine([denial()], { now: noon, ...change }));
const deniedBy = (change: Partial<Qualification>, requirement?: ReviewerRequirement) =>
  denied({ actor: physicianWith(change), ...(requirement ? { requirement } : {}) });
const lawful = expect.arrayContaining([expect.objectContaining({ type: 'ItemDetermined' })]);

test('a physician with a licence, an opened record and a reason may decide against a request', () => {
  expect(denied()).toEqual(lawful);
});

describe('the licence of the physician', () => {
  const anyState: ReviewerRequirement = { licence: 'anyState', citation: '42 CFR 422.566(d)' };

  test.each<readonly [string, readonly Licence[]]>([
    ['none at all', []],
    ['one that expired yesterday', [{ ...illinois, expiresOn: on('2026-11-23') }]],
    ['a restricted one', [{ ...illinois, status: 'restricted' }]],
    ['an inactive one', [{ ...illinois, status: 'inactive' }]],
    ['an expired one of the state and a valid one of another', [{ ...illinois, expiresOn: on('2020-01-01') }, ohio]],
  ])('does not suffice: %s', (_name, licences) => {
    expect(deniedBy({ licences })).toMatchObject({
      code: 'licenceMissing',
      facts: { state: 'IL', date: '2026-11-24' },
    });
  });

  test('is valid on the last day that it names', () => {
    expect(deniedBy({ licences: [{ ...illinois, expiresOn: on('2026-11-24') }] })).toEqual(lawful);
  });

  test('ends at midnight of the plan, not of UTC', () => {
    const actor = physicianWith({ licences: [{ ...illinois, expiresOn: on('2026-11-23') }] });
    expect(denied({ actor, now: instant('2026-11-24T05:59:59.999Z') })).toEqual(lawful);
    expect(denied({ actor, now: instant('2026-11-24T06:00:00Z') })).toMatchObject({ code: 'licenceMissing' });
  });

  test('of another state suffices only where the rule takes any state', () => {
    expect(deniedBy({ licences: [ohio] })).toMatchObject({ code: 'licenceMissing' });
    expect(deniedBy({ licences: [ohio] }, anyState)).toEqual(lawful);
  });

  test('must be active and unexpired also where the rule takes any state', () => {
    expect(deniedBy({ licences: [{ ...ohio, status: 'restricted' }] }, anyState)).toMatchObject({
      code: 'licenceMissing',
      facts: { state: 'any state' },
    });
  });

  test('is of the state where the member lives; without an address, of the state of the contract', () => {
    const { address: _, ...member } = aRequest().member;
    const moved = aRequest({ member: { ...member, address: { lines: [], state: 'OH' } } });
    const unknown = aRequest({ member });
    const actor = physicianWith({ licences: [ohio] });
    expect(denied({ actor }, moved)).toEqual(lawful);
    expect(denied({ actor }, unknown)).toMatchObject({ code: 'licenceMissing', facts: { state: 'IL' } });
  });
});

describe('who may not decide against a request', () => {
  test.each(['nurse', 'psychologist', 'pharmacist', 'dentist', 'therapist', 'other'] as const)('a %s', (profession) => {
    expect(deniedBy({ profession })).toMatchObject({ code: 'notQualified', facts: { profession } });
  });

  test('a medical director whose credentials are not on file', () => {
    expect(denied({ actor: person('md', ['medicalDirector']) })).toMatchObject({
      code: 'notQualified',
      facts: { profession: 'not stated' },
    });
  });

  test('a physician without the role', () => {
    expect(denied({ actor: { ...physician, roles: ['umDirector', 'clinicalReviewer'] } })).toMatchObject({
      code: 'roleMissing',
    });
  });

  test('a nurse reviewer, a sending system, the rules', () => {
    expect(denied({ actor: nurse })).toMatchObject({ code: 'roleMissing' });
    expect(denied({ actor: client })).toMatchObject({ code: 'personRequired' });
    expect(denied({ actor: system })).toMatchObject({ code: 'personRequired' });
  });

  test('the requesting or the servicing provider', () => {
    expect(deniedBy({ npi: '1770000031' })).toMatchObject({ code: 'conflictOfInterest' });
    expect(deniedBy({ npi: '1770000049' })).toMatchObject({ code: 'conflictOfInterest' });
    expect(deniedBy({ npi: '1770000056' })).toEqual(lawful);
  });

  test('a physician outside the specialties that the rule asks for', () => {
    const requirement = { licence: 'memberState', specialties: ['pulmonology'], citation: 'test' } as const;
    expect(deniedBy({ specialties: ['internalMedicine'] }, requirement)).toMatchObject({
      code: 'specialtyMissing',
      facts: { specialties: ['pulmonology'] },
    });
    expect(deniedBy({ specialties: ['internalMedicine', 'pulmonology'] }, requirement)).toEqual(lawful);
  });
});

describe('what a decision against a request must have behind it', () => {
  test.each([
    [false, true],
    [true, false],
  ])('both attestations', (noConflictOfInterest, reviewedRecord) => {
    expect(denied({ attestation: { noConflictOfInterest, reviewedRecord } })).toMatchObject({
      code: 'attestationMissing',
    });
  });

  test('every document opened, one that came later too', () => {
    const more = after(given, by(client, { type: 'AttachDocument', document: document('later', { title: 'Echo' }) }));
    expect(when(more, determine())).toMatchObject({ code: 'evidenceNotOpened', facts: { documents: ['Echo'] } });
    expect(when(more, determine([denial()], { evidenceOpened: ['later', 'original'] }))).toEqual(lawful);
  });

  const withReason = (change: Parameters<typeof denial>[0]) => when(given, determine([denial(change)]));

  test.each([[[]], [['']], [[' ', '']]])('a decision reason: %j', (reasonCodes) => {
    expect(withReason({ reasonCodes })).toMatchObject({ code: 'reasonCodeMissing', facts: { item: 1 } });
  });

  test.each(['rationale', 'memberRationale'] as const)('a %s in words', (field) => {
    expect(withReason({ [field]: ' \n' })).toMatchObject({
      code: 'rationaleMissing',
      facts: { field: `${field} (item 1)` },
    });
    expect(withReason({ [field]: 'The request is not medically necessary under the plan criteria.' })).toMatchObject({
      code: 'rationaleTooGeneric',
      facts: { field: `${field} (item 1)` },
    });
  });

  test('a reason beyond the name of the criteria, as its letter will ask', () => {
    const command = determine([
      denial({ rationale: 'The criteria of Positive airway pressure for apnea are not met.' }),
    ]);
    const named = { ...criteria, itemSequence: 1, name: 'Positive airway pressure for apnea' };
    expect(when(given, { ...command, criteria: [named] })).toMatchObject({ code: 'rationaleTooGeneric' });
  });

  test('criteria, when it turns on medical necessity', () => {
    expect(when(given, determine([denial()], { criteria: [] }))).toMatchObject({
      code: 'criteriaMissing',
      facts: { item: 1 },
    });
    expect(when(given, determine([denial({ reasonClass: 'administrative' })], { criteria: [] }))).toEqual(lawful);
  });

  test('the same for an administrative reason: it is still a denial', () => {
    const decisions = [denial({ reasonClass: 'administrative' })];
    expect(when(given, determine(decisions, { actor: physicianWith({ profession: 'nurse' }) }))).toMatchObject({
      code: 'notQualified',
    });
  });
});

describe('the shape of a decision', () => {
  const fewer = granted({ quantity: { value: 1, unit: 'mo' } });
  const shorter = granted({ period: { start: on('2026-12-01'), end: on('2027-01-31') } });
  const later = granted({ period: { start: on('2026-12-15'), end: on('2027-02-28') } });
  const other = granted({ service: { system: granted().service.system, code: 'E0424' } });
  const nothingGranted = granted({ quantity: { value: 0, unit: 'mo' } });
  const backwards = granted({ period: { start: on('2026-12-01'), end: on('2026-11-30') } });
  const decide = (d: Parameters<typeof determine>[0]) => when(given, determine(d));

  test.each([
    ['fewer units', fewer],
    ['an earlier end', shorter],
    ['a later start', later],
    ['another service', other],
  ])('%s is no approval, whoever calls it one', (_name, authorized) => {
    expect(decide([approval({ authorized })])).toMatchObject({ code: 'reductionIsAdverse', facts: { item: 1 } });
    const review = by(nurse, {
      type: 'CompleteReview',
      outcome: 'approve',
      summary: 'Criteria are met.',
      items: [{ itemSequence: 1, authorized, criteria: [] }],
    });
    expect(when(given, review)).toMatchObject({ code: 'reductionIsAdverse' });
  });

  test.each([
    ['approved', nothingGranted],
    ['partiallyApproved', nothingGranted],
    ['partiallyApproved', backwards],
  ] as const)('nothing at all is not %s', (outcome, authorized) => {
    const decision = outcome === 'approved' ? approval({ authorized }) : denial({ outcome, authorized });
    expect(decide([decision])).toMatchObject({ code: 'authorizationMissing' });
  });

  test('a partial approval grants less of the same', () => {
    for (const authorized of [fewer, shorter, later]) {
      const events = happened(decide([denial({ outcome: 'partiallyApproved', authorized })]));
      expect(events).toMatchObject([{ data: { outcome: 'partiallyApproved', authorized } }]);
    }
  });

  test('a partial approval of everything, or of another service, is refused', () => {
    for (const authorized of [granted(), other])
      expect(decide([denial({ outcome: 'partiallyApproved', authorized })])).toMatchObject({ code: 'notAReduction' });
    expect(decide([denial({ outcome: 'partiallyApproved' })])).toMatchObject({ code: 'authorizationMissing' });
  });

  test('a modification grants another service', () => {
    expect(happened(decide([denial({ outcome: 'modified', authorized: other })]))).toMatchObject([
      { data: { outcome: 'modified', authorized: other } },
    ]);
    expect(decide([denial({ outcome: 'modified', authorized: fewer })])).toMatchObject({
      code: 'modificationOfNothing',
      facts: { item: 1 },
    });
  });

  test('a denial grants nothing', () => {
    expect(decide([denial({ authorized: granted() })])).toMatchObject({ code: 'authorizationNotAllowed' });
  });

  test('a denial keeps who, with which credentials, on what record, and why', () => {
    const [event] = happened(decide([denial({ alternatives: 'A new test may be sent.' })]));
    expect(event?.data).toEqual({
      outcome: 'denied',
      itemSequence: 1,
      decidedAt: instant('2026-11-23T16:00:00Z'),
      criteria: [criteria],
      by: {
        kind: 'person',
        userId: physician.userId,
        name: physician.name,
        role: 'medicalDirector',
        qualification: physician.qualification,
      },
      reasonClass: 'medicalNecessity',
      reasonCodes: ['0F'],
      rationale: denial().rationale,
      memberRationale: denial().memberRationale,
      alternatives: 'A new test may be sent.',
      evidenceOpened: ['original'],
      attestation: { noConflictOfInterest: true, reviewedRecord: true },
    });
  });

  test('an approval by a physician needs no licence: nobody is harmed by it', () => {
    const actor = person('md', ['medicalDirector']);
    const events = happened(when(given, determine([approval()], { actor })));
    expect(events).toMatchObject([{ data: { outcome: 'approved', by: { kind: 'person', role: 'medicalDirector' } } }]);
  });

  test('several lines are decided together or not at all', () => {
    const two = received(aRequest({ items: [oxygenItem(), oxygenItem({ sequence: 2 })] }));
    const decisions = [approval(), denial({ itemSequence: 2, rationale: '' })];
    expect(when(two, determine(decisions))).toMatchObject({ code: 'rationaleMissing' });
    expect(happened(when(two, determine([approval(), denial({ itemSequence: 2 })])))).toHaveLength(2);
  });

  test('each line is named once, exists and is still open', () => {
    expect(decide([])).toMatchObject({ code: 'itemsMissing' });
    expect(decide([denial({ itemSequence: 7 })])).toMatchObject({ code: 'itemUnknown', facts: { item: 7 } });
    expect(decide([denial(), denial()])).toMatchObject({ code: 'itemRepeated' });
    const two = received(aRequest({ items: [oxygenItem(), oxygenItem({ sequence: 2 })] }));
    expect(when(after(two, determine()), determine())).toMatchObject({ code: 'itemAlreadyDetermined' });
  });
});
