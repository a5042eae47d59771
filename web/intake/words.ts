import type { ArrivalState } from '@openum/domain/intake/arrivalState.ts';
import type { Tone } from '../app/StatusBadge.tsx';

export const stateWord: Record<ArrivalState, string> = {
  rejected: 'Not accepted',
  waiting: 'To be entered',
  possibleDuplicate: 'Possible duplicate',
  incomplete: 'Incomplete',
  new: 'New',
  routed: 'Routed',
  notRequired: 'No authorization needed',
  decided: 'Decided',
  closed: 'Withdrawn or voided',
  entered: 'Entered by a person',
  dismissed: 'Put aside',
};

export const stateTone: Record<ArrivalState, Tone> = {
  rejected: 'bad',
  waiting: 'waiting',
  possibleDuplicate: 'waiting',
  incomplete: 'waiting',
  new: 'accent',
  routed: 'quiet',
  notRequired: 'quiet',
  decided: 'good',
  closed: 'quiet',
  entered: 'quiet',
  dismissed: 'quiet',
};
