import type { PersonActor } from '@openum/domain/actor/actor.ts';
import { lateUndecided, openAppealRequest, standingMissing } from '@openum/domain/appeal/appeal.ts';
import { dismissalReasons, expediteAskers, forwardMethods } from '@openum/domain/appeal/event.ts';
import { appealParties } from '@openum/domain/appeal/level.ts';
import { type capabilities, mayNot } from '@openum/domain/case/capability.ts';
import type { Instant, ZoneId } from '@openum/domain/time/instant.ts';
import type { CaseAppealsView, ReviewersAnswer } from '@openum/http/contract/appeal.ts';
import type { CommandBody } from '@openum/http/contract/case.ts';
import { capital } from '../app/format.ts';
import { wallClock } from '../case/act/localMoment.ts';
import { spokenRefusal } from '../case/act/whyNot.ts';
import { authorizedOf, partFields, partInitial } from './amounts.ts';
import type { Sent } from './queries.ts';
import type { ActSpec, Field, Values } from './spec.ts';
import { appealOutcomeWord, askerWord, dismissalWord, forwardMethodWord, partyWord, standingWord } from './words.ts';

type Reading = CaseAppealsView['appeals'][number];

export type ActContext = {
  readonly view: CaseAppealsView;
  readonly actor: PersonActor;
  readonly zone: ZoneId;
  readonly now: Instant;
  readonly reviewers: ReviewersAnswer;
};

const choices = <T extends string>(values: readonly T[], words: Readonly<Record<T, string>>) =>
  values.map((value) => ({ value, label: capital(words[value]) }));

const command = (body: object): Sent => ({ kind: 'command', command: body as CommandBody });

/** Now, as it is typed into the two fields of a moment. */
const nowIn = (name: string, { now, zone }: ActContext): Values => {
  const { day, time } = wallClock(now, zone);
  return { [`${name}.day`]: day, [`${name}.time`]: time };
};

const whyNotRole = (act: keyof typeof capabilities, { actor, view }: ActContext): string | undefined => {
  const no = mayNot(act, actor, view.state);
  return no && spokenRefusal(no);
};

const reason = (label = 'Reason'): Field => ({ name: 'reason', label, kind: 'area' });
const groundWords = (ground: string): string => capital(ground.replace(/[A-Z]/g, (c) => ` ${c.toLowerCase()}`));

const extendSpec = ({ extensions }: Reading): Pick<ActSpec, 'fields' | 'initial'> => {
  const [first] = extensions;
  return {
    initial: { clockId: first?.clockId ?? '' },
    fields: [
      {
        name: 'clockId',
        label: 'Which clock',
        kind: 'select',
        options: extensions.map((x) => ({ value: x.clockId, label: `${x.name}${x.max ? `, at most ${x.max}` : ''}` })),
      },
      {
        name: 'ground',
        label: 'Ground',
        kind: 'select',
        options: (first?.grounds ?? []).map((g) => ({ value: g, label: groundWords(g) })),
      },
      {
        ...reason('Reason, in words for the member'),
        hint: 'Stands in the letter. The extension counts once the letter is out.',
      },
    ],
  };
};

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

/** The acts on one appeal that its present state gives sense to, each with why it cannot be done now. */
export const appealActs = (r: Reading, ctx: ActContext): readonly ActSpec[] => {
  const { appeal: a, level, status } = r;
  const { view, reviewers } = ctx;
  const { appealId } = a;
  const external = a.body !== 'plan';
  const undecided = ![
    'upheld',
    'partiallyOverturned',
    'overturned',
    'toEffectuate',
    'dismissed',
    'withdrawn',
    'lapsed',
  ].includes(status);
  const own = undecided && !external;
  const acts: (ActSpec | false)[] = [
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
            options: view.state.documents.map((d) => ({ value: d.documentId, label: d.title })),
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
          options: reviewers.map((p) => ({
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
    own &&
      a.urgency === 'standard' &&
      level.expedited.offered && {
        id: 'expedite',
        label: 'Make it expedited',
        title: 'Make the appeal expedited',
        submit: 'Start the expedited clock',
        why: whyNotRole('AskExpeditedAppeal', ctx),
        initial: nowIn('asked', ctx),
        fields: [
          { name: 'by', label: 'Who asked', kind: 'select', options: choices(expediteAskers, askerWord) },
          { name: 'asked', label: 'Asked on', kind: 'moment' },
          reason('Why waiting could do harm'),
        ],
        make: (v, at) =>
          command({ type: 'AskExpeditedAppeal', appealId, by: v.by, reason: v.reason, askedAt: at('asked') }),
      },
    own &&
      a.urgency === 'expedited' && {
        id: 'refuseExpedite',
        label: 'Refuse to expedite',
        title: 'Refuse to expedite',
        submit: 'Refuse; standard time from receipt',
        danger: true,
        why:
          whyNotRole('RefuseExpeditedAppeal', ctx) ??
          (a.expediteAsked?.by === 'physician' && level.expedited.physicianBinds
            ? 'A physician asked for it, and that binds the plan.'
            : undefined),
        initial: {},
        fields: [{ ...reason('Reason, in words for the member'), hint: 'A letter goes to the member.' }],
        make: (v) => command({ type: 'RefuseExpeditedAppeal', appealId, reason: v.reason }),
      },
    own && {
      id: 'extend',
      label: 'Take more time',
      title: 'Take more time',
      submit: 'Extend',
      why:
        whyNotRole('ExtendAppeal', ctx) ??
        (r.extensions.length === 0 ? 'No clock of this appeal can be extended, or it has been.' : undefined),
      ...extendSpec(r),
      make: (v) => command({ type: 'ExtendAppeal', appealId, clockId: v.clockId, ground: v.ground, reason: v.reason }),
    },
    own &&
      !openAppealRequest(a) && {
        id: 'ask',
        label: 'Ask for information',
        title: 'Ask for information',
        submit: 'Ask',
        why: whyNotRole('AskAppealInformation', ctx),
        initial: { from: view.state.request.requestingProvider.name },
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
        (view.state.documents.every((d) => a.exhibits.some((x) => x.documentId === d.documentId))
          ? 'Every document of the case is an exhibit already. Upload more on the case page.'
          : undefined),
      initial: {},
      fields: [
        {
          name: 'documentId',
          label: 'Document',
          kind: 'select',
          options: view.state.documents
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
    undecided &&
      level.aidContinuing !== undefined &&
      !a.aid && {
        id: 'aid',
        label: 'Care during the appeal',
        title: 'Decide whether care goes on during the appeal',
        submit: 'Record',
        why: whyNotRole('DecideAidContinuing', ctx),
        initial: nowIn('asked', ctx),
        fields: [
          { name: 'askedBy', label: 'Who asked', kind: 'select', options: choices(appealParties, partyWord) },
          { name: 'asked', label: 'Asked on', kind: 'moment' },
          {
            name: 'effectiveOn',
            label: 'The change takes effect on',
            kind: 'day',
            optional: true,
            hint: `Asked in time: within ${level.aidContinuing?.askWithinDays} days of the letter, or before this day when it is later.`,
          },
          { name: 'before', label: 'The care had been authorized before', kind: 'check', optional: true },
          {
            name: 'granted',
            label: 'Care goes on',
            kind: 'select',
            options: [
              { value: 'yes', label: 'Yes' },
              { value: 'no', label: 'No' },
            ],
          },
          { name: 'start', label: 'From', kind: 'day', when: (v) => v.granted === 'yes' },
          { name: 'end', label: 'Through', kind: 'day', optional: true, when: (v) => v.granted === 'yes' },
          reason(),
        ],
        make: (v, at) =>
          command({
            type: 'DecideAidContinuing',
            appealId,
            granted: v.granted === 'yes',
            askedBy: v.askedBy,
            askedAt: at('asked'),
            ...(v.effectiveOn ? { effectiveOn: v.effectiveOn } : {}),
            previouslyAuthorized: v.before === 'yes',
            ...(v.granted === 'yes' ? { period: { start: v.start, ...(v.end ? { end: v.end } : {}) } } : {}),
            reason: v.reason,
          }),
      },
    a.aid?.granted === true &&
      !a.aidEnded && {
        id: 'endAid',
        label: 'End care during the appeal',
        title: 'End care during the appeal',
        submit: 'End',
        why: whyNotRole('EndAidContinuing', ctx),
        initial: {},
        fields: [{ name: 'endedOn', label: 'Last day', kind: 'day' }, reason()],
        make: (v) => command({ type: 'EndAidContinuing', appealId, endedOn: v.endedOn, reason: v.reason }),
      },
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
        id: 'external',
        label: 'Record their decision',
        title: `Decision of ${a.forwarded.to}`,
        submit: 'Record',
        why: whyNotRole('ReceiveExternalDecision', ctx),
        ...externalSpec(r, ctx),
      },
    status === 'toEffectuate' && {
      id: 'effectuate',
      label: 'Put into effect',
      title: 'The reversal was put into effect',
      submit: 'Record',
      why: whyNotRole('EffectuateAppeal', ctx),
      initial: {},
      fields: [
        {
          name: 'how',
          label: 'What was done',
          kind: 'area',
          hint: 'For example: authorization sent to the supplier and to claims.',
        },
      ],
      make: (v) => command({ type: 'EffectuateAppeal', appealId, how: v.how }),
    },
    undecided && {
      id: 'dismiss',
      label: 'Dismiss',
      title: 'Dismiss the appeal',
      submit: 'Dismiss; a letter goes to the member',
      danger: true,
      why: whyNotRole('DismissAppeal', ctx),
      initial: {},
      fields: [
        { name: 'because', label: 'Ground', kind: 'select', options: choices(dismissalReasons, dismissalWord) },
        reason('What was found, in words for the member'),
      ],
      make: (v) => command({ type: 'DismissAppeal', appealId, because: v.because, reason: v.reason }),
    },
    undecided && {
      id: 'withdraw',
      label: 'Withdrawn',
      title: 'The appeal was withdrawn',
      submit: 'Record',
      why: whyNotRole('WithdrawAppeal', ctx),
      initial: {},
      fields: [{ name: 'requestedBy', label: 'Who withdrew it', kind: 'text' }, reason()],
      make: (v) => command({ type: 'WithdrawAppeal', appealId, requestedBy: v.requestedBy, reason: v.reason }),
    },
  ];
  return acts.filter((x) => x !== false);
};
