import { lateUndecided, standingMissing } from '@openum/domain/appeal/appeal.ts';
import { authorizedOf, partFields, partInitial } from '../amounts.ts';
import type { ActSpec, Field, Values } from '../spec.ts';
import { standingWord } from '../words.ts';
import { type ActContext, type Acts, command, type Reading, situation, whyNotRole } from './act.ts';

const decideSpec = (r: Reading, ctx: ActContext): Pick<ActSpec, 'fields' | 'initial' | 'make'> => {
  const lines = r.appeal.itemSequences;
  const proposedOf = (n: number) => ctx.view.proposed.find((p) => p.itemSequence === n);
  const hasCriteria = (n: number) =>
    ctx.view.state.evaluations.some((e) => e.itemSequence === n) ||
    (ctx.view.state.items.find((i) => i.sequence === n)?.determination?.criteria.length ?? 0) > 0;
  const against = (v: Values) => lines.some((n) => v[`outcome.${n}`] && v[`outcome.${n}`] !== 'overturned');
  return {
    initial: Object.assign({}, ...lines.map((n) => partInitial(n, proposedOf(n)))),
    fields: [
      ...lines.flatMap((n): readonly Field[] => [
        {
          name: `outcome.${n}`,
          label: `Line ${n}`,
          kind: 'select',
          options: [
            { value: 'overturned', label: 'Overturn: authorize all that was asked for' },
            { value: 'partiallyOverturned', label: 'Overturn in part' },
            { value: 'upheld', label: 'Uphold the denial' },
          ],
        },
        ...partFields(n, proposedOf(n)),
        { name: `rationale.${n}`, label: `Line ${n}: clinical reason, in your own words`, kind: 'area' },
        { name: `member.${n}`, label: `Line ${n}: reason in plain words for the member`, kind: 'area' },
        ...(hasCriteria(n)
          ? []
          : (['name', 'version', 'citation'] as const).map(
              (part): Field => ({
                name: `criteria.${part}.${n}`,
                label: `Line ${n}: criteria applied, ${part}`,
                kind: 'text',
                when: (v) => v[`outcome.${n}`] !== undefined && v[`outcome.${n}`] !== 'overturned',
              }),
            )),
      ]),
      {
        name: 'newEvidence',
        label: 'The decision rests on evidence or a reason that was not in the first one',
        kind: 'check',
        optional: true,
        when: against,
      },
      {
        name: 'noConflict',
        label: 'I have no conflict of interest and took no part in this before',
        kind: 'check',
        when: against,
      },
      { name: 'reviewed', label: 'I have read the whole record of this appeal', kind: 'check', when: against },
    ],
    make: (v) =>
      command({
        type: 'DecideAppeal',
        appealId: r.appeal.appealId,
        lines: lines.map((n) => ({
          itemSequence: n,
          outcome: v[`outcome.${n}`],
          rationale: v[`rationale.${n}`],
          memberRationale: v[`member.${n}`],
          ...authorizedOf(n, v, proposedOf(n)),
          ...(v[`criteria.name.${n}`]
            ? {
                criteriaCited: {
                  name: v[`criteria.name.${n}`],
                  version: v[`criteria.version.${n}`],
                  citation: v[`criteria.citation.${n}`],
                },
              }
            : {}),
        })),
        attestation: { noConflictOfInterest: v.noConflict === 'yes', reviewedRecord: v.reviewed === 'yes' },
        newEvidence: v.newEvidence === 'yes',
      }),
  };
};

/** Who decides the appeal, and the decision. */
export const decideActs: Acts = (r, ctx) => {
  const { appeal: a, appealId, own } = situation(r);
  return [
    own && {
      id: 'assign',
      label: a.reviewer ? 'Change the reviewer' : 'Name the reviewer',
      title: 'Name the reviewer',
      submit: 'Name',
      why: whyNotRole('AssignAppealReviewer', ctx),
      initial: {},
      fields: [
        {
          name: 'toUserId',
          label: 'Reviewer',
          kind: 'select',
          hint: 'Who may not review stands at the end, with the reason under “Who may review”.',
          options: ctx.reviewers.map((p) => ({
            value: p.userId,
            label: p.excluded ? `${p.name} (may not)` : `${p.name}, ${p.credentials}`,
            disabled: p.excluded !== undefined,
          })),
        },
        { name: 'reason', label: 'Note', kind: 'text', optional: true },
      ],
      make: (v) =>
        command({
          type: 'AssignAppealReviewer',
          appealId,
          toUserId: v.toUserId,
          ...(v.reason ? { reason: v.reason } : {}),
        }),
    },
    own && {
      id: 'decide',
      label: 'Decide',
      title: `Decide appeal ${a.number}`,
      submit: 'Decide',
      why:
        whyNotRole('DecideAppeal', ctx) ??
        (standingMissing(a)
          ? `Waits for ${standingWord[a.standing]}.`
          : lateUndecided(a)
            ? 'Decide first whether there was good cause for filing late.'
            : undefined),
      ...decideSpec(r, ctx),
    },
  ];
};
