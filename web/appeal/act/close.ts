import { dismissalReasons } from '@openum/domain/appeal/event.ts';
import { choices } from '../../app/choices.ts';
import { dismissalWord } from '../words.ts';
import { type Acts, command, reason, situation, whyNotRole } from './act.ts';

/** What ends the appeal. */
export const closeActs: Acts = (r, ctx) => {
  const { appealId, undecided } = situation(r);
  return [
    r.status === 'toEffectuate' && {
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
};
