import { openAppealRequest } from '@openum/domain/appeal/appeal.ts';
import { type Acts, command, situation, whyNotRole } from './act.ts';

/** What the appeal is decided on. */
export const recordActs: Acts = (r, ctx) => {
  const { appeal: a, appealId, level, own } = situation(r);
  return [
    own &&
      !openAppealRequest(a) && {
        id: 'ask',
        label: 'Ask for information',
        title: 'Ask for information',
        submit: 'Ask',
        why: whyNotRole('AskAppealInformation', ctx),
        initial: { from: ctx.view.state.request.requestingProvider.name },
        fields: [
          { name: 'from', label: 'Whom', kind: 'text' },
          { name: 'text', label: 'What is needed', kind: 'area' },
          { name: 'due', label: 'Answer by', kind: 'moment', hint: 'Asking stops no clock unless its rule says so.' },
        ],
        make: (v, at) =>
          command({ type: 'AskAppealInformation', appealId, from: v.from, text: v.text, dueAt: at('due') }),
      },
    own &&
      openAppealRequest(a) !== undefined && {
        id: 'answer',
        label: 'Record the answer',
        title: 'Record what came',
        submit: 'Record',
        why: whyNotRole('ReceiveAppealInformation', ctx),
        initial: {},
        fields: [
          {
            name: 'summary',
            label: 'What came',
            kind: 'area',
            hint: 'Upload files on the case page, then add them as exhibits.',
          },
        ],
        make: (v) =>
          command({
            type: 'ReceiveAppealInformation',
            appealId,
            requestId: openAppealRequest(a)?.requestId ?? '',
            summary: v.summary,
          }),
      },
    {
      id: 'exhibit',
      label: 'Add an exhibit',
      title: 'Add an exhibit',
      submit: 'Add',
      why:
        whyNotRole('AddAppealExhibit', ctx) ??
        (ctx.view.state.documents.every((d) => a.exhibits.some((x) => x.documentId === d.documentId))
          ? 'Every document of the case is an exhibit already. Upload more on the case page.'
          : undefined),
      initial: {},
      fields: [
        {
          name: 'documentId',
          label: 'Document',
          kind: 'select',
          options: ctx.view.state.documents
            .filter((d) => !a.exhibits.some((x) => x.documentId === d.documentId))
            .map((d) => ({ value: d.documentId, label: d.title })),
        },
        { name: 'from', label: 'Who sent it', kind: 'text' },
      ],
      make: (v) => command({ type: 'AddAppealExhibit', appealId, documentId: v.documentId, from: v.from }),
    },
    own &&
      level.sharesNewEvidence && {
        id: 'share',
        label: 'Share new evidence',
        title: 'New evidence or reasons given to the member',
        submit: 'Record that it was given',
        why: whyNotRole('ShareAppealEvidence', ctx),
        initial: {},
        fields: [
          { name: 'summary', label: 'What was given', kind: 'area' },
          { name: 'respond', label: 'The member may answer until', kind: 'moment' },
        ],
        make: (v, at) =>
          command({ type: 'ShareAppealEvidence', appealId, summary: v.summary, respondBy: at('respond') }),
      },
  ];
};
