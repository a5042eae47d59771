import type { Refusal } from '@openum/domain/case/refusal.ts';
import type { Case } from '@openum/domain/case/state.ts';
import { type CaseClock, extendedDue, extensionClosed } from '@openum/domain/clock/extension.ts';
import type { Duration } from '@openum/domain/clock/rule.ts';
import type { Instant } from '@openum/domain/time/instant.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { caseClock } from './receipts.ts';

/** What can be chosen when a clock is extended, or why it cannot be. */
export type ExtensionChoice = {
  readonly clockId: string;
  readonly closed?: Refusal;
  readonly grounds: readonly string[];
  readonly noticeRequired: boolean;
  /** Each length that the rule allows, shortest first, with the due moment that it would give. */
  readonly lengths: readonly { readonly by: Duration; readonly dueAt: Instant }[];
};

const lengthsOf = (c: Case, clock: CaseClock, now: Instant): ExtensionChoice['lengths'] => {
  const { extension } = clock.rule;
  const max = extension?.max;
  if (!max) return [];
  const [ground = ''] = extension.grounds;
  return Array.from({ length: max.value }, (_, i) => {
    const by: Duration = { value: i + 1, unit: max.unit };
    return { by, dueAt: extendedDue(c, clock, { ground, by }, now) };
  });
};

export const extensionChoices = (c: Case, knowledge: Knowledge, now: Instant): readonly ExtensionChoice[] =>
  c.clocks.map((started) => {
    const clock = caseClock(started, knowledge);
    const closed = extensionClosed(c, clock, now);
    return {
      clockId: started.clockId,
      ...(closed ? { closed } : {}),
      grounds: clock.rule.extension?.grounds ?? [],
      noticeRequired: clock.rule.extension?.noticeRequired ?? false,
      lengths: closed ? [] : lengthsOf(c, clock, now),
    };
  });
