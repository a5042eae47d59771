import { codeSubjects, type DenialCode, type DenialCodes } from '@openum/domain/denial/code.ts';
import json from './denialCode.json' with { type: 'json' };

const byCode = (list: string, codes: readonly DenialCode[]): ReadonlyMap<string, DenialCode> => {
  const found = new Map<string, DenialCode>();
  for (const c of codes) {
    const at = `content/code/denialCode.json: ${list} ${c.code}`;
    if (found.has(c.code)) throw new Error(`${at} stands twice`);
    if (c.label.trim() === '') throw new Error(`${at} has no words`);
    if (!codeSubjects.includes(c.subject)) throw new Error(`${at} has an unknown subject`);
    found.set(c.code, c);
  }
  return found;
};

/** Codes of remittances with our words for them. Throws when a code stands twice or lacks its words. */
export const loadDenialCodes = (): DenialCodes => ({
  adjustment: byCode('adjustment', json.adjustment as readonly DenialCode[]),
  remark: byCode('remark', json.remark as readonly DenialCode[]),
});
