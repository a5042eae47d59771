import { expediteAskers } from '@openum/domain/appeal/event.ts';
import { appealTimings, standingOf } from '@openum/domain/appeal/level.ts';
import { mayNot } from '@openum/domain/case/capability.ts';
import type { CommandBody } from '@openum/http/contract/case.ts';
import { capital } from '../app/format.ts';
import { wallClock } from '../case/act/localMoment.ts';
import { spokenRefusal } from '../case/act/whyNot.ts';
import type { ActContext } from './act/act.ts';
import type { ActSpec, Field, Values } from './spec.ts';
import { askerWord, partyWord, timingWord } from './words.ts';

const channels = { phone: 'Phone', mail: 'Mail', fax: 'Fax', portal: 'Portal' } as const;
const emptyHint = 'Upload it on the case page, then add it as an exhibit.';

type Choice = ActContext['view']['filing'][number];

const lineFields = (choice: Choice, { view }: ActContext): readonly Field[] =>
  choice.itemSequences.map((n): Field => {
    const item = view.state.items.find((i) => i.sequence === n);
    return {
      name: `line.${n}`,
      label: `Line ${n}: ${item?.service.code ?? ''} ${view.serviceLabels[item?.service.code ?? ''] ?? item?.service.display ?? ''}`,
      kind: 'check',
      optional: true,
    };
  });

const needsOf = (choice: Choice, v: Values) => {
  const party = choice.level.filers.find((f) => f.party === v.party)?.party;
  const timing = appealTimings.find((t) => t === v.timing);
  return party && timing ? standingOf(choice.level, party, timing) : undefined;
};

/** Filing at one level that is open to lines of this case. */
const fileSpec = (choice: Choice, ctx: ActContext): ActSpec => {
  const { level, itemSequences, closed } = choice;
  const no = mayNot('FileAppeal', ctx.actor, ctx.view.state) ?? closed;
  const { day, time } = wallClock(ctx.now, ctx.zone);
  const parties = [...new Set(level.filers.map((f) => f.party))];
  const { member } = ctx.view.state.request;
  const needed = (v: Values) => !['nothing', undefined].includes(needsOf(choice, v));
  return {
    id: `file.${level.id}`,
    label: `File: ${level.name}`,
    title: `File: ${level.name}`,
    submit: 'File the appeal',
    why: no && spokenRefusal(no),
    initial: {
      name: `${member.given} ${member.family}`,
      timing: ctx.view.state.request.reviewType === 'retrospective' ? 'postService' : 'preService',
      channel: 'phone',
      'received.day': day,
      'received.time': time,
      ...Object.fromEntries(itemSequences.map((n) => [`line.${n}`, 'yes'])),
    },
    fields: [
      ...lineFields(choice, ctx),
      {
        name: 'timing',
        label: 'About',
        kind: 'select',
        options: appealTimings.map((t) => ({ value: t, label: capital(timingWord[t]) })),
      },
      {
        name: 'party',
        label: 'Filed by',
        kind: 'select',
        options: parties.map((p) => ({ value: p, label: capital(partyWord[p]) })),
      },
      { name: 'name', label: 'Name', kind: 'text' },
      {
        name: 'relationship',
        label: 'Relationship',
        kind: 'text',
        optional: true,
        when: (v) => v.party === 'representative',
      },
      {
        name: 'standing',
        label: 'What this party must hand in came with the appeal',
        kind: 'check',
        optional: true,
        hint: `The written consent, the appointment or the waiver. Without it the appeal waits and no clock runs. ${emptyHint}`,
        when: needed,
      },
      { name: 'standingAt', label: 'It came on', kind: 'moment', when: (v) => needed(v) && v.standing === 'yes' },
      { name: 'received', label: 'Received on', kind: 'moment', hint: 'By whatever channel; after hours counts.' },
      {
        name: 'channel',
        label: 'Channel',
        kind: 'select',
        options: Object.entries(channels).map(([value, label]) => ({ value, label })),
      },
      {
        name: 'arrivedOn',
        label: 'The letter arrived on',
        kind: 'day',
        optional: true,
        hint: 'Only when it is shown that it came later than presumed.',
        when: () => level.filing !== undefined,
      },
      { name: 'statement', label: 'What they say', kind: 'area' },
      ...(level.expedited.offered
        ? ([
            {
              name: 'fast',
              label: 'An expedited decision is asked for',
              kind: 'check',
              ...(choice.onlyUrgent
                ? { hint: 'Only an urgent case may be filed at this level now, before the plan has decided its own.' }
                : { optional: true }),
            },
            {
              name: 'fastBy',
              label: 'Who asks for it',
              kind: 'select',
              options: expediteAskers.map((a) => ({ value: a, label: capital(askerWord[a]) })),
              when: (v: Values) => v.fast === 'yes',
            },
            {
              name: 'fastReason',
              label: 'Why waiting could do harm',
              kind: 'area',
              when: (v: Values) => v.fast === 'yes',
            },
          ] satisfies Field[])
        : []),
    ],
    make: (v, at) => ({
      kind: 'command',
      command: {
        type: 'FileAppeal',
        levelId: level.id,
        filedBy: { party: v.party, name: v.name, ...(v.relationship ? { relationship: v.relationship } : {}) },
        itemSequences: itemSequences.filter((n) => v[`line.${n}`] === 'yes'),
        timing: v.timing,
        receivedAt: at('received'),
        channel: v.channel,
        statement: v.statement,
        ...(v.fast === 'yes' ? { expedited: { by: v.fastBy, reason: v.fastReason } } : {}),
        ...(v.standing === 'yes' && needed(v) ? { standingShownAt: at('standingAt') } : {}),
        ...(v.arrivedOn ? { noticeReceivedOn: v.arrivedOn } : {}),
      } as CommandBody,
    }),
  };
};

const reconsiderSpec = (ctx: ActContext): ActSpec | undefined => {
  const { reconsideration, filing, state } = ctx.view;
  const first = filing.find((f) => f.level.after.length === 0);
  if (!reconsideration || !first) return undefined;
  const no = mayNot('RequestReconsideration', ctx.actor, state) ?? first.closed;
  const { day, time } = wallClock(ctx.now, ctx.zone);
  return {
    id: 'reconsider',
    label: 'Provider asks for reconsideration',
    title: reconsideration.name,
    submit: 'Record the wish',
    why: no && spokenRefusal(no),
    initial: { requestedBy: state.request.requestingProvider.name, 'received.day': day, 'received.time': time },
    fields: [
      {
        name: 'requestedBy',
        label: 'Who asks',
        kind: 'text',
        hint: `${reconsideration.citation}. It is no appeal and uses up no level.`,
      },
      { name: 'received', label: 'Received on', kind: 'moment' },
      { name: 'statement', label: 'What they say', kind: 'area' },
    ],
    make: (v, at) => ({
      kind: 'command',
      command: {
        type: 'RequestReconsideration',
        itemSequences: [...first.itemSequences],
        requestedBy: v.requestedBy ?? '',
        statement: v.statement ?? '',
        receivedAt: at('received'),
      },
    }),
  };
};

const answerSpecs = (ctx: ActContext): readonly ActSpec[] =>
  ctx.view.state.reconsiderations
    .filter((r) => !r.decided)
    .map((r): ActSpec => {
      const no = mayNot('DecideReconsideration', ctx.actor, ctx.view.state);
      return {
        id: `answer.${r.reconsiderationId}`,
        label: 'Answer the reconsideration',
        title: `Answer ${r.requestedBy}`,
        submit: 'Answer',
        why: no && spokenRefusal(no),
        initial: {},
        fields: [
          {
            name: 'outcome',
            label: 'Outcome',
            kind: 'select',
            options: [
              { value: 'approved', label: 'Approve all that was asked for' },
              { value: 'unchanged', label: 'The decision stays as it is, with its appeal rights' },
            ],
          },
          { name: 'reason', label: 'Reason', kind: 'area' },
        ],
        make: (v) => ({
          kind: 'command',
          command: {
            type: 'DecideReconsideration',
            reconsiderationId: r.reconsiderationId,
            outcome: v.outcome === 'approved' ? 'approved' : 'unchanged',
            reason: v.reason ?? '',
          },
        }),
      };
    });

/** What can begin on this case: levels of appeal, and the provider's reconsideration. */
export const filingActs = (ctx: ActContext): readonly ActSpec[] => {
  const reconsider = reconsiderSpec(ctx);
  return [
    ...ctx.view.filing.map((choice) => fileSpec(choice, ctx)),
    ...(reconsider ? [reconsider] : []),
    ...answerSpecs(ctx),
  ];
};
