import { appealParties } from '@openum/domain/appeal/level.ts';
import { choices } from '../../app/choices.ts';
import { partyWord } from '../words.ts';
import { type Acts, command, nowIn, reason, situation, whyNotRole } from './act.ts';

/** Care that goes on during the appeal. */
export const aidActs: Acts = (r, ctx) => {
  const { appeal: a, appealId, level, undecided } = situation(r);
  return [
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
  ];
};
