import { isAppealKind } from '@openum/domain/appeal/letters.ts';
import type { LineOfBusiness } from '@openum/domain/case/request.ts';
import { type Case, type CaseItem, nothingYet } from '@openum/domain/case/state.ts';
import type { TurnaroundRule } from '@openum/domain/clock/rule.ts';
import type { StartedClock } from '@openum/domain/clock/started.ts';
import type { NoticeKind } from '@openum/domain/notice/document.ts';
import { sampleAppeal } from './sampleAppeal.ts';
import sample from './sampleCase.json' with { type: 'json' };

const clockId = 'sample-clock';

/**
 * A case of nobody that a letter of this kind can be about, to show a template with. `rule` is one whose clock the case may have.
 * Undefined for kinds that need more of a record than this.
 */
export const sampleCase = (
  kind: NoticeKind,
  lineOfBusiness: LineOfBusiness,
  rule: Pick<TurnaroundRule, 'id' | 'version' | 'citation'>,
): Case | undefined => {
  const { request, determinations } = sample;
  const ofAppeal = isAppealKind(kind);
  const decision = ofAppeal ? 'adverseDetermination' : kind;
  const decided = decision === 'approval' || decision === 'adverseDetermination' ? determinations[decision] : undefined;
  const onClock = kind === 'extension' || kind === 'lapse' || kind === 'expediteRefused';
  if (!decided && !onClock && kind !== 'general') return undefined;
  const items = sample.items.filter((i) => decided === undefined || i.sequence === decided.itemSequence);
  const started = {
    clockId,
    ruleId: rule.id,
    ruleVersion: rule.version,
    startEvent: 'requestReceived',
    startedAt: request.receivedAt,
    zone: request.zone,
  };
  const lines = items.map((i) => i.sequence);
  const [item] = items.map((i) => (decided ? { ...i, determination: decided } : i)) as unknown as readonly CaseItem[];
  const appeal = ofAppeal && item ? sampleAppeal(kind, lineOfBusiness, item, started as StartedClock) : undefined;
  if (ofAppeal && !appeal) return undefined;
  return {
    kind: 'case',
    version: 1,
    caseNumber: sample.caseNumber,
    request: { ...request, coverage: { ...request.coverage, lineOfBusiness }, items },
    receivedAt: request.receivedAt,
    urgency: 'standard',
    ...nothingYet,
    items: items.map((i) => (decided ? { ...i, determination: decided } : i)),
    ...(onClock ? { clocks: [started] } : {}),
    ...(kind === 'extension' ? { extensions: [{ clockId, ruleId: rule.id, ...sample.extension }] } : {}),
    ...(kind === 'expediteRefused' ? { expediteRefusals: [sample.expediteRefusal] } : {}),
    ...(kind === 'lapse'
      ? {
          missedDeadlines: [
            { clockId, ruleId: rule.id, citation: rule.citation, itemSequences: lines, ...sample.missed },
          ],
        }
      : {}),
    ...appeal,
    lastEventAt: request.receivedAt,
  } as unknown as Case;
};
