import type { Coding } from '@openum/domain/case/request.ts';
import type { Fact, FactValue } from '@openum/domain/fact/fact.ts';
import { codingsOf, extensionOf } from '../../coding.ts';
import { objects, textAt } from '../../json.ts';
import { pasExtension } from '../../systems.ts';
import type { PrefixHit } from './catalogueIndex.ts';
import { fact, type Reading } from './draft.ts';

const hitsOf = (reading: Reading, codings: readonly Coding[]): readonly PrefixHit[] => {
  const given = codings.map((c) => ({ system: c.system, code: c.code.toUpperCase() }));
  return reading.index.byPrefix.filter((hit) =>
    given.some((c) => c.system === hit.system && c.code.startsWith(hit.prefix)),
  );
};

const valueOfHit = (hit: PrefixHit, isTrue: boolean): FactValue | undefined => {
  if (hit.choice === undefined) return { kind: 'boolean', value: isTrue };
  return isTrue ? { kind: 'code', value: hit.choice } : undefined;
};

const isStatus = (concept: unknown, codes: readonly string[]): boolean =>
  codingsOf(concept).some((c) => codes.includes(c.code));

/** A past illness says nothing about the present one; a fact about history or an onset stays true. */
const staysTrue = (hit: PrefixHit): boolean =>
  hit.definition.key.startsWith('history.') || (hit.definition.kind === 'boolean' && hit.definition.dated === 'onset');

export const conditionFacts = (reading: Reading): readonly Fact[] => {
  const o = reading.entry.resource;
  if (isStatus(o.verificationStatus, ['entered-in-error', 'unconfirmed', 'provisional', 'differential'])) return [];
  const refuted = isStatus(o.verificationStatus, ['refuted']);
  const past = isStatus(o.clinicalStatus, ['inactive', 'remission', 'resolved']);
  const onset = textAt(o, 'onsetDateTime');
  return hitsOf(reading, codingsOf(o.code)).flatMap((hit) => {
    if (past && !refuted && !staysTrue(hit)) return [];
    const value = valueOfHit(hit, !refuted);
    const byOnset = hit.definition.kind === 'boolean' && hit.definition.dated === 'onset';
    const at = byOnset ? onset : (textAt(o, 'recordedDate') ?? onset);
    return value ? [fact(reading, hit.definition, value, 'Condition.code', at)] : [];
  });
};

/** Diagnoses of the request itself. Their recorded date is not an onset. */
export const diagnosisFacts = (reading: Reading): readonly Fact[] =>
  objects(reading.entry.resource.diagnosis).flatMap((d, i) => {
    const recorded = extensionOf(d, pasExtension('diagnosisRecordedDate'))?.valueDate;
    return hitsOf(reading, codingsOf(d.diagnosisCodeableConcept)).flatMap((hit) => {
      const value = valueOfHit(hit, true);
      const byOnset = hit.definition.kind === 'boolean' && hit.definition.dated !== undefined;
      const at = !byOnset && typeof recorded === 'string' ? recorded : undefined;
      const path = `Claim.diagnosis[${i}].diagnosisCodeableConcept`;
      return value ? [fact(reading, hit.definition, value, path, at)] : [];
    });
  });
