import { forwardMethods } from '@openum/domain/appeal/event.ts';
import { choices } from '../../app/choices.ts';
import { capital } from '../../app/format.ts';
import { authorizedOf, partFields, partInitial } from '../amounts.ts';
import type { ActSpec, Field } from '../spec.ts';
import { appealOutcomeWord, forwardMethodWord } from '../words.ts';
import { type ActContext, type Acts, command, type Reading, situation, whyNotRole } from './act.ts';

const externalSpec = (r: Reading, { view }: ActContext): Pick<ActSpec, 'fields' | 'initial' | 'make'> => {
  const lines = r.appeal.itemSequences;
  const proposedOf = (n: number) => view.proposed.find((p) => p.itemSequence === n);
  return {
    initial: {
      decidedBy: r.appeal.forwarded?.to ?? r.level.bodyName,
      ...Object.assign({}, ...lines.map((n) => partInitial(n, proposedOf(n)))),
    },
    fields: [
      { name: 'decidedBy', label: 'Who decided', kind: 'text' },
      { name: 'decidedOn', label: 'Date of the decision', kind: 'day' },
      { name: 'reference', label: 'Their reference', kind: 'text', optional: true },
      ...lines.flatMap((n): readonly Field[] => [
        {
          name: `outcome.${n}`,
          label: `Line ${n}`,
          kind: 'select',
          options: (['overturned', 'partiallyOverturned', 'upheld'] as const).map((value) => ({
            value,
            label: capital(appealOutcomeWord[value]),
          })),
        },
        ...partFields(n, proposedOf(n)),
        { name: `summary.${n}`, label: `Line ${n}: what the decision says`, kind: 'area' },
      ]),
    ],
    make: (v) =>
      command({
        type: 'ReceiveExternalDecision',
        appealId: r.appeal.appealId,
        decidedBy: v.decidedBy,
        decidedOn: v.decidedOn,
        ...(v.reference ? { reference: v.reference } : {}),
        lines: lines.map((n) => ({
          itemSequence: n,
          outcome: v[`outcome.${n}`],
          summary: v[`summary.${n}`],
          ...authorizedOf(n, v, proposedOf(n)),
        })),
      }),
  };
};

/** A review outside the plan. */
export const externalActs: Acts = (r, ctx) => {
  const { appeal: a, appealId, level, undecided, external } = situation(r);
  return [
    undecided &&
      external &&
      level.documentRules.length > 0 &&
      !a.organization &&
      !a.forwarded && {
        id: 'organization',
        label: 'Name the review organization',
        title: 'Name the review organization',
        submit: 'Record',
        why: whyNotRole('NameReviewOrganization', ctx),
        initial: {},
        fields: [
          { name: 'name', label: 'Organization', kind: 'text' },
          { name: 'reference', label: 'Their reference', kind: 'text', optional: true },
        ],
        make: (v) =>
          command({
            type: 'NameReviewOrganization',
            appealId,
            name: v.name,
            ...(v.reference ? { reference: v.reference } : {}),
          }),
      },
    undecided &&
      external &&
      !a.forwarded && {
        id: 'forward',
        label: 'Send the file',
        title: 'Send the file',
        submit: 'Make the file and record that it went',
        why: whyNotRole('ForwardAppeal', ctx),
        initial: { to: a.organization?.name ?? level.bodyName },
        fields: [
          { name: 'to', label: 'To', kind: 'text' },
          { name: 'method', label: 'How', kind: 'select', options: choices(forwardMethods, forwardMethodWord) },
          {
            name: 'tracking',
            label: 'Tracking or confirmation number',
            kind: 'text',
            optional: true,
            hint: 'Exactly the file that is made now is kept with the case. Download it before to send it.',
          },
        ],
        make: (v) => ({
          kind: 'forward',
          appealId,
          body: { to: v.to, method: v.method, ...(v.tracking ? { tracking: v.tracking } : {}) },
        }),
      },
    undecided &&
      external &&
      a.forwarded !== undefined && {
        id: 'chase',
        label: 'Record that you asked',
        title: `Asked ${a.forwarded.to} for the answer`,
        submit: 'Record',
        why: whyNotRole('ChaseExternalAnswer', ctx),
        initial: { asked: a.forwarded.to },
        fields: [
          { name: 'asked', label: 'Who was asked, and how', kind: 'text' },
          { name: 'answer', label: 'What they said', kind: 'area' },
          { name: 'again', label: 'Ask again on', kind: 'moment' },
        ],
        make: (v, at) =>
          command({
            type: 'ChaseExternalAnswer',
            appealId,
            asked: v.asked,
            answer: v.answer,
            askAgainAt: at('again'),
          }),
      },
    undecided &&
      external &&
      a.forwarded !== undefined && {
        id: 'external',
        label: 'Record their decision',
        title: `Decision of ${a.forwarded.to}`,
        submit: 'Record',
        why: whyNotRole('ReceiveExternalDecision', ctx),
        ...externalSpec(r, ctx),
      },
  ];
};
