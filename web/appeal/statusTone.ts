import type { AppealStatus } from '@openum/domain/appeal/appeal.ts';
import type { Tone } from '../app/StatusBadge.tsx';
import { appealStatusWord } from './words.ts';

const tones: Record<AppealStatus, Tone> = {
  awaitingStanding: 'waiting',
  lateFiling: 'waiting',
  toAssign: 'accent',
  withReviewer: 'physician',
  awaitingInformation: 'waiting',
  toForward: 'accent',
  withExternalBody: 'waiting',
  toEffectuate: 'accent',
  lapsed: 'bad',
  upheld: 'quiet',
  partiallyOverturned: 'good',
  overturned: 'good',
  dismissed: 'quiet',
  withdrawn: 'quiet',
};

type Listed = AppealStatus | 'open' | 'answered';

export const statusTone = (status: Listed): Tone =>
  status === 'open' ? 'accent' : status === 'answered' ? 'quiet' : tones[status];

export const statusText = (status: Listed): string =>
  status === 'open' ? 'To be answered' : status === 'answered' ? 'Answered' : appealStatusWord[status];
