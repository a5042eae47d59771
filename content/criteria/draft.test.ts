import type { RequestedItem } from '@openum/domain/case/request.ts';
import { automaticOutcome } from '@openum/domain/criteria/automatic-outcome.ts';
import { evaluateItem } from '@openum/domain/criteria/evaluate-item.ts';
import { resolveCriteria } from '@openum/domain/criteria/resolve.ts';
import { type CalendarDate, instant } from '@openum/domain/time/instant.ts';
import { describe, expect, test } from 'vitest';
import { criteriaSets } from './load.ts';

const drafts = criteriaSets.filter((set) => set.status === 'draft');

describe('a draft of the library', () => {
  test.each(drafts.map((set) => [set.id, set] as const))(
    '%s: is met in its example, and refers all the same',
    (_, set) => {
      const vector = set.vectors.find((v) => v.tree === 'initial' && v.expect === 'met')!;
      const service = set.appliesTo.services.find((s) => s.code === vector.service) ?? set.appliesTo.services[0]!;
      const item: RequestedItem = { sequence: 1, service, diagnoses: [], isDrug: false };
      const evaluation = evaluateItem({
        evaluationId: 'e1',
        evaluatedAt: instant('2026-03-15T12:00:00Z'),
        set,
        tree: 'initial',
        item,
        facts: vector.facts,
        context: vector.context,
      })!;
      const setting = { autoApproval: true, today: vector.context.today, facts: vector.facts };
      expect(automaticOutcome(evaluation, { ...set, autoApproval: true }, item, setting)).toEqual({
        kind: 'refer',
        reason: `${set.name} is a draft.`,
      });
    },
  );

  test.each(drafts.map((set) => [set.id, set] as const))('%s: is chosen for none of its services', (_, set) => {
    const chosen = set.appliesTo.services.flatMap((service) =>
      set.appliesTo.linesOfBusiness.flatMap((lineOfBusiness) =>
        resolveCriteria(criteriaSets, {
          lineOfBusiness,
          service,
          diagnoses: [],
          age: set.appliesTo.ageTo ?? 70,
          setting: set.appliesTo.settings?.[0] ?? 'outpatient',
          on: '2026-03-15' as CalendarDate,
        }),
      ),
    );
    expect(chosen.filter((s) => s.status === 'draft')).toEqual([]);
  });
});
