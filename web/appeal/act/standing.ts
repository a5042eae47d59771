import { lateUndecided, standingMissing } from '@openum/domain/appeal/appeal.ts';
import { standingWord } from '../words.ts';
import { type Acts, command, nowIn, reason, situation, whyNotRole } from './act.ts';

/** Who may file, and what was filed late. */
export const standingActs: Acts = (r, ctx) => {
  const { appeal: a, appealId, undecided, own } = situation(r);
  return [
    undecided &&
      standingMissing(a) && {
        id: 'standing',
        label: 'Record what was missing',
        title: `Record ${standingWord[a.standing]}`,
        submit: 'Record and start the clock',
        why: whyNotRole('ShowAppealStanding', ctx),
        initial: { by: '', ...nowIn('received', ctx) },
        fields: [
          { name: 'by', label: 'Signed by', kind: 'text' },
          { name: 'received', label: 'Received on', kind: 'moment', hint: 'The decision is due from this moment.' },
          {
            name: 'documentId',
            label: 'Document',
            kind: 'select',
            optional: true,
            options: ctx.view.state.documents.map((d) => ({ value: d.documentId, label: d.title })),
          },
        ],
        make: (v, at) =>
          command({
            type: 'ShowAppealStanding',
            appealId,
            by: v.by,
            receivedAt: at('received'),
            ...(v.documentId ? { documentId: v.documentId } : {}),
          }),
      },
    own &&
      lateUndecided(a) && {
        id: 'late',
        label: 'Accept as late with good cause',
        title: 'Good cause for filing late',
        submit: 'Accept the appeal',
        why: whyNotRole('AcceptLateAppeal', ctx),
        initial: {},
        fields: [reason('Why there was good cause')],
        make: (v) => command({ type: 'AcceptLateAppeal', appealId, reason: v.reason }),
      },
  ];
};
