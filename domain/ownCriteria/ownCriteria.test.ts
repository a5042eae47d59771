import { person } from '@openum/testkit/case/actors.ts';
import { criteriaSets, factCatalogue } from '@openum/testkit/content/criteria.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PersonActor } from '../actor/actor.ts';
import { isRefusal, refusalSentence } from '../case/refusal.ts';
import type { CriteriaSet } from '../criteria/criteria-set.ts';
import { addDays, calendarDate, instant } from '../time/instant.ts';
import { decideOwnCriteria, type OwnCriteriaCommand } from './decide.ts';
import { isOnDay, versionSpans } from './span.ts';
import { criteriaStatus, evolveCriteria, noCriteria, type OwnCriteria } from './version.ts';

const today = calendarDate('2026-11-23');
const now = instant('2026-11-23T16:00:00Z');
const nurse: PersonActor = person('nurse', ['clinicalReviewer']);
const admin: PersonActor = person('admin', ['administrator']);
const director: PersonActor = person('director', ['umDirector']);

const shipped = criteriaSets.find((s) => s.id === 'medicare-lung-cancer-screening')!;
const own: CriteriaSet = { ...shipped, id: 'plan-screening', version: '1' };

type Body = OwnCriteriaCommand extends infer C
  ? C extends OwnCriteriaCommand
    ? Omit<C, 'actor' | 'now'>
    : never
  : never;
const decide = (o: OwnCriteria, actor: PersonActor, body: Body) =>
  decideOwnCriteria(o, { ...body, actor, now } as OwnCriteriaCommand);
const after = (o: OwnCriteria, ...steps: readonly (readonly [PersonActor, Body])[]): OwnCriteria =>
  steps.reduce((s, [actor, body]) => {
    const events = decide(s, actor, body);
    if (isRefusal(events)) throw new Error(`given: ${refusalSentence(events)}`);
    return events.reduce(evolveCriteria, s);
  }, o);

const none = noCriteria('plan-screening');
const drafted = (sha256 = 'a'): readonly [PersonActor, Body] => [
  admin,
  { type: 'DraftCriteria', sha256, basedOn: { setId: shipped.id, version: shipped.version }, note: 'From NCD 210.14' },
];
const submit = (set = own, version = '1'): readonly [PersonActor, Body] => [
  admin,
  { type: 'SubmitCriteria', version, note: 'Please look', set, catalogue: factCatalogue },
];
const approve = (version = '1'): readonly [PersonActor, Body] => [director, { type: 'ApproveCriteria', version }];
const publish = (effectiveFrom = '2027-01-01', version = '1', skip = 'New policy, no past cases'): Body => ({
  type: 'PublishCriteria',
  version,
  effectiveFrom: calendarDate(effectiveFrom),
  today,
  ...(skip ? { skipReplayBecause: skip } : {}),
});
const codeOf = (result: ReturnType<typeof decide>) => (isRefusal(result) ? result.code : result.map((e) => e.type));

describe('a criteria set of a plan', () => {
  test('is written, handed in, approved by another person, published and retired', () => {
    const o = after(
      none,
      drafted(),
      submit(),
      approve(),
      [admin, publish()],
      [
        director,
        { type: 'RetireCriteria', version: '1', retiredFrom: calendarDate('2027-06-01'), today, reason: 'Superseded' },
      ],
    );
    expect(o.sequence).toBe(5);
    expect(o.versions.map(criteriaStatus)).toEqual(['retired']);
    expect(versionSpans(o)).toEqual([{ version: '1', sha256: 'a', from: '2027-01-01', to: '2027-05-31' }]);
  });

  test('has a name that no set of the library can have', () => {
    expect(codeOf(decide(noCriteria('medicare-cpap'), admin, drafted()[1]))).toBe('fieldInvalid');
    expect(criteriaSets.filter((s) => s.id.startsWith('plan-'))).toEqual([]);
  });

  test('has one open version at a time, and numbers them on', () => {
    const one = after(none, drafted());
    expect(codeOf(decide(one, admin, drafted('b')[1]))).toBe('criteriaOpen');
    const two = after(one, [admin, { type: 'DiscardCriteria', version: '1', reason: 'Wrong source' }], drafted('b'));
    expect(two.versions.map((v) => [v.version, criteriaStatus(v)])).toEqual([
      ['1', 'discarded'],
      ['2', 'draft'],
    ]);
  });

  test('is not approved by anybody who wrote at it', () => {
    const o = after(
      none,
      [director, drafted()[1]],
      [admin, { type: 'SaveCriteria', version: '1', sha256: 'b' }],
      submit(),
    );
    expect(codeOf(decide(o, director, approve()[1]))).toBe('secondPersonRequired');
    expect(codeOf(decide(o, person('dr', ['medicalDirector']), approve()[1]))).toEqual(['CriteriaApproved']);
  });

  test('is not changed once it is handed in, and loses what was said of it when it is sent back', () => {
    const handedIn = after(none, drafted(), submit());
    const save: Body = { type: 'SaveCriteria', version: '1', sha256: 'b' };
    expect(codeOf(decide(handedIn, admin, save))).toBe('criteriaClosed');
    const back = after(handedIn, approve(), [
      director,
      { type: 'SendBackCriteria', version: '1', reason: 'Name the test' },
    ]);
    expect(back.versions[0]).toMatchObject({ sentBack: { reason: 'Name the test' } });
    expect(criteriaStatus(back.versions[0]!)).toBe('draft');
    expect(codeOf(decide(back, admin, publish()))).toBe('criteriaNotApproved');
    expect(codeOf(decide(back, admin, save))).toEqual(['CriteriaChanged']);
  });

  test('saving what stands already writes nothing', () => {
    expect(decide(after(none, drafted()), admin, { type: 'SaveCriteria', version: '1', sha256: 'a' })).toEqual([]);
  });

  test('is written by nobody without the role', () => {
    expect(codeOf(decide(none, nurse, drafted()[1]))).toBe('roleMissing');
    expect(codeOf(decide(after(none, drafted(), submit()), admin, approve()[1]))).toBe('roleMissing');
  });
});

describe('handing in', () => {
  const refused = (set: CriteriaSet): string => {
    const result = decide(after(none, drafted()), admin, submit(set)[1]);
    return isRefusal(result) ? refusalSentence(result) : 'taken';
  };

  test('is refused with the name of the point and the rule', () => {
    const leaf = {
      id: 'age',
      label: 'Between 50 and 77 years',
      fact: 'patient.age',
      op: 'between',
      unit: 'a',
    } as const;
    const set: CriteriaSet = { ...own, initial: { id: 'root', label: 'Root', all: [leaf] } };
    expect(refused(set)).toContain('“Between 50 and 77 years”: needs a lowest and a highest number');
    expect(refused(set)).toContain('“Between 50 and 77 years”: has no source');
  });

  test('is refused while an example comes out otherwise', () => {
    const [first, ...rest] = own.vectors;
    const set = { ...own, vectors: [{ ...first!, expect: 'notMet' as const, nodes: {} }, ...rest] };
    expect(refused(set)).toContain('expected notMet, found met');
  });

  test('of a policy for Medicare Advantage asks for the public address and the evidence', () => {
    const set: CriteriaSet = { ...own, sourceKind: 'planPolicy' };
    const { url: _, ...without } = set;
    expect(refused(without)).toContain('no public address');
    expect(refused({ ...set, url: 'https://plan.example/policy' })).toContain('on what evidence it rests');
    expect(refused({ ...set, url: 'https://plan.example/policy', evidence: 'Two trials.' })).toBe('taken');
  });
});

describe('publishing', () => {
  const approved = after(none, drafted(), submit(), approve());

  test('asks for a replay that was read, or for the reason why there is none', () => {
    expect(codeOf(decide(approved, admin, publish('2027-01-01', '1', ' ')))).toBe('replayMissing');
    const replay = { replayId: 'r', sha256: 'a', done: true, lines: 10, changed: 2 };
    const read = after(approved, [admin, { type: 'ReadReplay', version: '1', replay }]);
    expect(decide(read, admin, publish('2027-01-01', '1', ''))).toMatchObject([
      { data: { replay: { kind: 'read', replayId: 'r' } } },
    ]);
  });

  test('does not count a replay of an earlier text, nor one that is not done', () => {
    const replay = { replayId: 'r', sha256: 'old', done: true, lines: 10, changed: 2 };
    expect(codeOf(decide(approved, admin, { type: 'ReadReplay', version: '1', replay }))).toBe('fieldInvalid');
    const running = { ...replay, sha256: 'a', done: false };
    expect(codeOf(decide(approved, admin, { type: 'ReadReplay', version: '1', replay: running }))).toBe('fieldInvalid');
  });

  test('is not for days that have passed, and not with an end before its beginning', () => {
    expect(codeOf(decide(approved, admin, publish('2026-11-22')))).toBe('fieldInvalid');
    expect(codeOf(decide(approved, admin, { ...publish(), effectiveTo: calendarDate('2026-12-31') } as Body))).toBe(
      'fieldInvalid',
    );
  });
});

describe('the days of each version', () => {
  const arbitraryVersions = fc.array(
    fc.record({
      from: fc.integer({ min: 0, max: 60 }),
      length: fc.option(fc.integer({ min: 0, max: 60 }), { nil: undefined }),
      retired: fc.option(fc.integer({ min: 0, max: 120 }), { nil: undefined }),
    }),
    { maxLength: 6 },
  );
  const act = { userId: 'u', name: 'U' };

  test('never overlap, whatever is published when', () => {
    fc.assert(
      fc.property(arbitraryVersions, (given) => {
        const versions = given.map(({ from, length, retired }, i) => ({
          version: String(i + 1),
          sha256: String(i),
          note: '',
          written: [],
          published: {
            ...act,
            at: instant(`2026-11-0${i + 1}T00:00:00Z`),
            sha256: String(i),
            effectiveFrom: addDays(today, from),
            ...(length === undefined ? {} : { effectiveTo: addDays(today, from + length) }),
            replay: { kind: 'skipped', reason: 'x' } as const,
          },
          ...(retired === undefined
            ? {}
            : { retired: { ...act, at: now, retiredFrom: addDays(today, retired), reason: 'x' } }),
        }));
        const spans = versionSpans({ versions });
        for (let day = -1; day < 130; day++)
          expect(spans.filter((s) => isOnDay(s, addDays(today, day))).length).toBeLessThan(2);
      }),
    );
  });
});
