import type { EpisodeCommandType } from '@openum/domain/episode/command.ts';
import type { EpisodeView } from '@openum/http/contract/practice/episode.ts';
import type { ReactNode } from 'react';
import type { FormProps } from './ActBox.tsx';
import { AuthorizationForm } from './AuthorizationForm.tsx';
import { BackForm, CoverageForm, DischargeForm, HandOverForm, LevelForm, NoteForm } from './courseForms.tsx';
import { AttendanceForm, BillForm, WithdrawForm } from './serviceForms.tsx';

type Act = {
  readonly id: string;
  readonly label: string;
  readonly command: EpisodeCommandType;
  readonly Form: (props: FormProps) => ReactNode;
  /** Why it is of no use on this episode. */
  readonly notNow?: (view: EpisodeView) => string | undefined;
};

const discharged = (view: EpisodeView) => (view.discharge ? 'The patient has been discharged.' : undefined);

/** What can be done with an episode, each with its form. */
export const acts: readonly Act[] = [
  { id: 'authorization', label: 'Record authorization', command: 'RecordAuthorization', Form: AuthorizationForm },
  { id: 'attendance', label: 'Enter attendance', command: 'RecordServices', Form: AttendanceForm },
  { id: 'bill', label: 'Bill', command: 'BillServices', Form: BillForm },
  { id: 'payer', label: 'Set payer', command: 'SetCoverage', Form: CoverageForm },
  { id: 'level', label: 'Change level', command: 'ChangeLevelOfCare', Form: LevelForm, notNow: discharged },
  { id: 'discharge', label: 'Discharge', command: 'DischargeEpisode', Form: DischargeForm },
  {
    id: 'back',
    label: 'Take discharge back',
    command: 'CancelDischarge',
    Form: BackForm,
    notNow: (view) => (view.discharge ? undefined : 'The patient has not been discharged.'),
  },
  { id: 'withdraw', label: 'Take attendance back', command: 'WithdrawServices', Form: WithdrawForm },
  { id: 'note', label: 'Note', command: 'AddNote', Form: NoteForm },
  { id: 'handOver', label: 'Hand over', command: 'HandOver', Form: HandOverForm },
];
