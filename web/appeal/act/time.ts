import { expediteAskers } from '@openum/domain/appeal/event.ts';
import { choices } from '../../app/choices.ts';
import { capital } from '../../app/format.ts';
import type { ActSpec } from '../spec.ts';
import { askerWord } from '../words.ts';
import { type Acts, command, nowIn, type Reading, reason, situation, whyNotRole } from './act.ts';

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

/** How fast the appeal is decided. */
export const timeActs: Acts = (r, ctx) => {
  const { appeal: a, appealId, level, own } = situation(r);
  return [
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
        initial: nowIn('told', ctx),
        fields: [
          {
            ...reason('Reason, in words for the member'),
            hint: 'A letter goes to the member, on a clock of its own where a rule sets one. Also tell them by phone.',
          },
          { name: 'to', label: 'Told by phone', kind: 'text', optional: true, hint: 'Who was reached, if anybody.' },
          { name: 'told', label: 'Told at', kind: 'moment', when: (v) => (v.to ?? '').trim() !== '' },
        ],
        make: (v, at) =>
          command({
            type: 'RefuseExpeditedAppeal',
            appealId,
            reason: v.reason,
            ...((v.to ?? '').trim() ? { told: { to: v.to, at: at('told') } } : {}),
          }),
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
  ];
};
