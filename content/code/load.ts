import type { DecisionReason } from '@openum/domain/notice/context.ts';
import json from './decisionReason.json' with { type: 'json' };

const reasonClasses = ['medicalNecessity', 'administrative', 'either'];

/** X12 886 decision reasons by code. Throws when a code stands twice or lacks its words. */
export const loadDecisionReasons = (): ReadonlyMap<string, DecisionReason> => {
  const byCode = new Map<string, DecisionReason>();
  for (const reason of json.codes as readonly DecisionReason[]) {
    const at = `content/code/decisionReason.json: ${reason.code}`;
    if (byCode.has(reason.code)) throw new Error(`${at} stands twice`);
    if (reason.label.trim() === '' || reason.memberPhrase.trim() === '') throw new Error(`${at} has no words`);
    if (!reasonClasses.includes(reason.reasonClass)) throw new Error(`${at} has an unknown reasonClass`);
    byCode.set(reason.code, reason);
  }
  return byCode;
};
