import type { TalkState } from '@openum/http/contract/practice/request.ts';

export const talkStateWord: Record<TalkState, string> = {
  open: 'Not agreed yet',
  scheduled: 'Agreed',
  lapsed: 'Window closed, nothing written down',
  held: 'Held',
  missed: 'Missed',
  declined: 'Declined',
  closed: 'Not needed any more',
};

export const talkStateTone: Record<TalkState, string> = {
  open: 'waiting',
  scheduled: 'good',
  lapsed: 'bad',
  held: 'good',
  missed: 'bad',
  declined: 'quiet',
  closed: 'quiet',
};
