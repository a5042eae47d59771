import type { Casework } from '@openum/casework/casework.ts';
import { actOnOwnCriteria, type OwnCriteriaAct } from '@openum/casework/ownCriteria/act.ts';
import { isRefusal, refusalSentence } from '@openum/domain/case/refusal.ts';
import type { CriteriaSet } from '@openum/domain/criteria/criteria-set.ts';
import { mapChildren } from '@openum/domain/logic/children.ts';
import { type Condition, isLeaf, type Leaf, type SourceRef } from '@openum/domain/logic/condition.ts';
import { actorOf } from '@openum/http/auth/session.ts';
import { planTenant } from './people.ts';

const scope = { tenantId: planTenant.tenantId };

const mapped = (node: Condition, change: (leaf: Leaf) => Condition): Condition =>
  isLeaf(node) ? change(node) : mapChildren(node, (c) => mapped(c, change));

/** The library's set for screening, as a policy for members with commercial coverage: to 80 years, as the task force recommends. */
const screeningPolicy = (shipped: CriteriaSet): CriteriaSet => {
  const policy = 'Prairie Harbor medical policy 014';
  const source = (section: string): SourceRef => ({
    citation: policy,
    section,
    effectiveFrom: shipped.effectiveFrom,
    verification: { level: 'currentText', against: 'the policy itself', on: shipped.effectiveFrom },
  });
  const ours = (node: Condition): Condition =>
    mapped(node, (leaf) => ({
      ...leaf,
      ...(leaf.id === 'age' ? { label: '50 to 80 years old', max: 80 } : {}),
      source: source(leaf.source?.section ?? 'eligibility'),
    }));
  const { url: _, ...rest } = shipped;
  return {
    ...rest,
    name: 'Lung cancer screening, commercial members',
    citation: policy,
    sourceKind: 'planPolicy',
    evidence: 'The 2021 recommendation of the US Preventive Services Task Force reaches to 80 years.',
    appliesTo: { ...shipped.appliesTo, linesOfBusiness: ['commercialInsured', 'qhp'] },
    initial: ours(shipped.initial),
    autoApproval: false,
    vectors: shipped.vectors.map((v) => {
      const age = v.facts.find((f) => f.key === 'patient.age');
      const old = age?.value.kind === 'quantity' && age.value.value === 78;
      return old
        ? {
            ...v,
            name: v.name.replaceAll('78', '81'),
            facts: v.facts.map((f) => (f === age ? { ...f, value: { kind: 'quantity', value: 81, unit: 'a' } } : f)),
          }
        : v;
    }),
  };
};

/** A policy that waits for its second person, and a set of the library that somebody is writing on. */
export const playOwnCriteria = async (casework: Casework): Promise<void> => {
  const users = await casework.identity.users(scope);
  const administrator = users.find((u) => u.roles.includes('administrator'));
  const library = casework.knowledge.criteriaSets;
  const screening = library.find((s) => s.id === 'medicare-lung-cancer-screening');
  const oxygen = library.find((s) => s.id === 'medicare-home-oxygen');
  if (!administrator || !screening || !oxygen) throw new Error('the demonstration lacks who or what it writes about');
  const now = casework.environment.now();
  const acting = { casework, tenant: planTenant, actor: actorOf(administrator), now };
  const act = async (setId: string, sequence: number, what: OwnCriteriaAct): Promise<void> => {
    const after = await actOnOwnCriteria(acting, setId, sequence, what);
    if (isRefusal(after)) throw new Error(`the demonstration was refused: ${refusalSentence(after)}`);
  };
  const policy = 'plan-lung-cancer-screening-commercial';
  await act(policy, 0, { type: 'DraftCriteria', set: screeningPolicy(screening), note: 'Begun from scratch' });
  await act(policy, 1, { type: 'SubmitCriteria', version: '1', note: 'To 80 years, as the task force recommends.' });
  await act('plan-home-oxygen', 0, {
    type: 'DraftCriteria',
    set: { ...oxygen, name: 'Home oxygen, our reading', basedOn: { setId: oxygen.id, version: oxygen.version } },
    basedOn: { setId: oxygen.id, version: oxygen.version },
    note: `Begun with ${oxygen.name}, version ${oxygen.version}`,
  });
};
