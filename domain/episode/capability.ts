import type { Role } from '../actor/actor.ts';
import { type Refusal, refuse } from '../case/refusal.ts';
import type { EpisodeCommand, EpisodeCommandType } from './command.ts';

const review: readonly Role[] = ['utilizationReviewStaff', 'practiceOwner'];
const desk: readonly Role[] = [...review, 'frontDesk'];
const billing: readonly Role[] = ['biller', 'practiceOwner'];
const everybody: readonly Role[] = [
  'utilizationReviewStaff',
  'biller',
  'practiceOwner',
  'treatingClinician',
  'frontDesk',
];

type Capability = { readonly roles: readonly Role[]; readonly system: boolean };

const people = (roles: readonly Role[]): Capability => ({ roles, system: false });
/** Also by a file that is read in, or by an answer that a payer's system gives. */
const also = (roles: readonly Role[]): Capability => ({ roles, system: true });

/** Who may do what at a practice: the one table that the server and the buttons read. */
export const episodeCapabilities: Record<EpisodeCommandType, Capability> = {
  OpenEpisode: also(desk),
  SetCoverage: also([...desk, 'biller']),
  RecordBenefits: also([...desk, 'biller']),
  ChangeLevelOfCare: also([...review, 'treatingClinician']),
  DischargeEpisode: also([...desk, 'treatingClinician']),
  CancelDischarge: also(desk),
  RecordServices: also(everybody),
  WithdrawServices: people([...review, 'biller']),
  BillServices: also(billing),
  RecordSubmission: also(review),
  RecordAnswer: also(review),
  RecordInformationSent: also([...review, 'treatingClinician']),
  RecordAuthorization: also(desk),
  CorrectAuthorization: people(review),
  VoidAuthorization: people(review),
  HearTalk: also([]),
  RecordTalkOffer: also(desk),
  ScheduleTalk: people([...review, 'treatingClinician']),
  RecordTalkHeld: people([...review, 'treatingClinician']),
  RecordTalkMissed: people([...review, 'treatingClinician']),
  DeclineTalk: people([...review, 'treatingClinician']),
  EscalateTalk: also(review),
  RecordDenial: also([...review, 'biller']),
  RecordDenialLetter: people([...review, 'biller']),
  AssignCause: also([...review, 'biller']),
  DraftAppeal: people([...review, 'biller']),
  BindAppeal: people([...review, 'biller']),
  RecordAppealFailure: people([...review, 'biller']),
  SendAppeal: people([...review, 'biller']),
  RecordAppealAnswer: also([...review, 'biller']),
  HearAppeal: also([]),
  RecordAppealMoney: people([...review, 'biller']),
  ApplyRemittance: also(billing),
  KeepNoteCheck: people([...review, 'treatingClinician']),
  AddDocument: people(everybody),
  DescribeDocument: people(everybody),
  WithdrawDocument: people([...review, 'biller']),
  MakePacket: people(review),
  SendPacket: people(review),
  RecordPacketFailure: people(review),
  TakeTask: people(everybody),
  HandOver: people(everybody),
  AddNote: people(everybody),
};

/** Clinical decisions: they stay with the practice that treats, whoever does its utilization review. */
const ofThePractice: readonly EpisodeCommandType[] = ['ChangeLevelOfCare', 'DischargeEpisode', 'CancelDischarge'];

/** The reason why not, or undefined when it may be done. */
export const episodeMayNot = (type: EpisodeCommandType, actor: EpisodeCommand['actor']): Refusal | undefined => {
  const { roles, system } = episodeCapabilities[type];
  if (actor.kind === 'system') return system ? undefined : refuse('personRequired');
  if (actor.outside && ofThePractice.includes(type)) return refuse('decidedAtPractice');
  return actor.roles.some((r) => roles.includes(r)) ? undefined : refuse('roleMissing', { roles: [...roles] });
};
