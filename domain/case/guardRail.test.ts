import { anyCommand, anyReceipt } from '@openum/testkit/case/arbitrary/command.ts';
import { goodReasons } from '@openum/testkit/case/arbitrary/piece.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type AdverseDetermination, isAdverse } from '../determination/determination.ts';
import { dateInZone } from '../time/instant.ts';
import type { CaseCommand } from './command.ts';
import { decide } from './decide.ts';
import type { RecordedEvent } from './event.ts';
import { evolve, fold } from './evolve.ts';
import { isRefusal, type Refusal, refusalSentence } from './refusal.ts';
import { type Case, type CaseState, noCase } from './state.ts';
import { caseStatus, itemStatus } from './status.ts';

type Step = {
  readonly command: CaseCommand;
  readonly before: CaseState;
  readonly events: readonly RecordedEvent[];
  readonly refusal?: Refusal;
  readonly after: CaseState;
};

const play = (commands: readonly CaseCommand[]): readonly Step[] => {
  let state: CaseState = noCase;
  return commands.map((command) => {
    const before = state;
    const decided = decide(command, before);
    if (isRefusal(decided)) return { command, before, events: [], refusal: decided, after: before };
    state = decided.reduce(evolve, before);
    return { command, before, events: decided, after: state };
  });
};

const history = fc.tuple(anyReceipt, fc.array(anyCommand, { maxLength: 12 })).map(([first, rest]) => [first, ...rest]);
const runs = { numRuns: 1500 };

const eventsOf = (steps: readonly Step[]): readonly RecordedEvent[] => steps.flatMap((s) => s.events);
const determinations = (events: readonly RecordedEvent[]) =>
  events.flatMap((e) => (e.type === 'ItemDetermined' ? [e] : []));

type DecidesAgainst = Extract<CaseCommand, { type: 'DetermineItems' | 'ReduceAuthorization' | 'DecideAppeal' }>;
const decidesAgainst = (command: CaseCommand): command is DecidesAgainst =>
  ['DetermineItems', 'ReduceAuthorization', 'DecideAppeal'].includes(command.type);

/** A body outside reversed a part: what it left is the decision of the physician who had made it, in that person's words. */
const assertLeftAsItWas = (d: AdverseDetermination, before: Case): void => {
  const earlier = before.items.find((i) => i.sequence === d.itemSequence)?.determination;
  expect(earlier && isAdverse(earlier) && [earlier.by, earlier.rationale]).toEqual([d.by, d.rationale]);
};

/** What a denial, a reduction or a change downward must have behind it, said again without the code that refuses. */
const assertPhysiciansAct = (e: RecordedEvent & { type: 'ItemDetermined' }, step: Step): void => {
  const d = e.data;
  const { command, before } = step;
  if (!isAdverse(d) || before.kind === 'none') throw new Error('an adverse outcome came from no case');
  if (command.type === 'ReceiveExternalDecision') {
    assertLeftAsItWas(d, before);
    return;
  }
  if (!decidesAgainst(command)) throw new Error('an adverse outcome came from no determination on a case');
  const actor = e.actor;
  if (actor.kind !== 'person') throw new Error('not a person');
  if (command.type !== 'DecideAppeal') expect(actor.roles).toContain('medicalDirector');
  expect(d.by).toMatchObject({ kind: 'person', userId: actor.userId, qualification: actor.qualification });
  const q = d.by.qualification;
  expect(q.profession).toBe('physician');

  const day = dateInZone(command.now, before.request.zone);
  const { licence, specialties } = command.requirement;
  const valid = q.licences.filter((l) => l.status === 'active' && l.expiresOn >= day);
  expect(valid.some((l) => licence === 'anyState' || l.state === 'IL')).toBe(true);
  if (specialties) expect(q.specialties.some((s) => specialties.includes(s))).toBe(true);
  expect(['1770000031', '1770000049']).not.toContain(q.npi);

  expect(d.attestation).toEqual({ noConflictOfInterest: true, reviewedRecord: true });
  expect(command.attestation).toEqual(d.attestation);
  for (const document of before.documents) expect(d.evidenceOpened).toContain(document.documentId);
  expect(d.reasonCodes.join('').trim()).not.toBe('');
  if (d.reasonClass === 'medicalNecessity') expect(d.criteria).not.toEqual([]);
  expect(goodReasons).toContain(d.rationale);
  expect(goodReasons).toContain(d.memberRationale);
  if (command.type === 'DetermineItems') {
    expect(before.assignee?.userId ?? actor.userId).toBe(actor.userId);
    expect(['determined', 'withdrawn', 'voided']).not.toContain(caseStatus(before));
  }
  expect(d.authorized === undefined).toBe(d.outcome === 'denied');
};

const lastDay = (p: { readonly start: string; readonly end?: string }): string => p.end ?? p.start;

/** An approval gives the service, the units and the days that were asked for, or more. */
const assertGrantsAll = (e: RecordedEvent & { type: 'ItemDetermined' }, c: Case): void => {
  const d = e.data;
  const item = c.items.find((i) => i.sequence === d.itemSequence);
  if (d.outcome !== 'approved' || !item?.quantity || !item.period) throw new Error('not an approval of a line');
  const { authorized } = d;
  expect(authorized.service).toEqual(item.service);
  expect(authorized.quantity?.value).toBeGreaterThanOrEqual(item.quantity.value);
  expect(authorized.quantity?.value).toBeGreaterThan(0);
  expect(authorized.quantity?.unit.startsWith('d')).toBe(item.quantity.unit.startsWith('d'));
  expect(authorized.period.start <= item.period.start).toBe(true);
  expect(lastDay(authorized.period) >= lastDay(item.period)).toBe(true);
};

test('whatever is tried by whomever, only a qualified physician with an opened record and a reason decides against a request', () => {
  let adverse = 0;
  fc.assert(
    fc.property(history, (commands) => {
      for (const step of play(commands)) {
        for (const e of determinations(step.events)) {
          if (!isAdverse(e.data)) continue;
          adverse += 1;
          assertPhysiciansAct(e, step);
        }
      }
    }),
    runs,
  );
  // The property says something only while such decisions are reached.
  expect(adverse).toBeGreaterThan(100);
});

test('whatever is tried by whomever, what is called approved grants all that was asked', () => {
  let byRule = 0;
  let byPerson = 0;
  fc.assert(
    fc.property(history, (commands) => {
      for (const step of play(commands)) {
        for (const e of determinations(step.events)) {
          if (e.data.outcome !== 'approved' || step.after.kind === 'none') continue;
          assertGrantsAll(e, step.after);
          if (e.data.by.kind === 'rule') byRule += 1;
          else byPerson += 1;
        }
      }
    }),
    runs,
  );
  expect(Math.min(byRule, byPerson)).toBeGreaterThan(50);
});

test('a rule never decides anything but an approval or that no authorization is needed', () => {
  fc.assert(
    fc.property(history, (commands) => {
      const byRules = determinations(eventsOf(play(commands))).filter((e) => e.data.by.kind === 'rule');
      for (const e of byRules) expect(['approved', 'notRequired']).toContain(e.data.outcome);
    }),
    runs,
  );
});

/** Acts that the law gives on a decided line, each with a guard of its own. */
const onDecidedLines: readonly CaseCommand['type'][] = [
  'ReviseRequest',
  'ReduceAuthorization',
  'DecideAppeal',
  'ReceiveExternalDecision',
  'DecideReconsideration',
];

test('a decided line is decided again only after its sender has changed it, on review, or when what was approved is cut', () => {
  fc.assert(
    fc.property(history, (commands) => {
      for (const step of play(commands)) {
        if (step.before.kind === 'none' || onDecidedLines.includes(step.command.type)) continue;
        for (const e of determinations(step.events)) {
          const item = step.before.items.find((i) => i.sequence === e.data.itemSequence);
          expect(item && itemStatus(item)).toBe('pended');
        }
      }
    }),
    runs,
  );
});

test('no determination is ever lost: present and earlier ones of a line are those of the log, in order', () => {
  fc.assert(
    fc.property(history, (commands) => {
      const steps = play(commands);
      const state = steps.at(-1)?.after;
      if (state?.kind !== 'case') return;
      const all = determinations(eventsOf(steps));
      for (const item of state.items) {
        const kept = [...item.earlierDeterminations, ...(item.determination ? [item.determination] : [])];
        expect(kept).toEqual(all.filter((e) => e.data.itemSequence === item.sequence).map((e) => e.data));
      }
      expect(new Set(all.map((e) => e.data.itemSequence)).size).toBeLessThanOrEqual(state.items.length);
    }),
    runs,
  );
});

test('the state is the fold of the log, its version the number of events, and folding again changes nothing', () => {
  fc.assert(
    fc.property(history, (commands) => {
      const steps = play(commands);
      const events = eventsOf(steps);
      const state = fold(events);
      expect(state).toEqual(steps.at(-1)?.after);
      expect(state.kind === 'none' ? 0 : state.version).toBe(events.length);
      expect(fold(JSON.parse(JSON.stringify(events)) as RecordedEvent[])).toEqual(state);
    }),
    runs,
  );
});

test('every refusal is a finished sentence, and changes nothing', () => {
  const codes = new Set<string>();
  fc.assert(
    fc.property(history, (commands) => {
      for (const { refusal, before, after } of play(commands)) {
        if (!refusal) continue;
        codes.add(refusal.code);
        expect(refusalSentence(refusal)).not.toMatch(/[{}]/u);
        expect(after).toBe(before);
      }
    }),
    runs,
  );
  expect(codes.size).toBeGreaterThan(25);
});
