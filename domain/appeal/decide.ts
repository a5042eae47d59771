import type { CaseCommand } from '../case/command.ts';
import type { Decided } from '../case/decided.ts';
import { refuse } from '../case/refusal.ts';
import type { Case } from '../case/state.ts';
import { decideAid, effectuate, endAid } from './aid.ts';
import { appealStatus, isExternalAppeal, isUndecided } from './appeal.ts';
import type { AppealCommand, ReconsiderationCommand } from './command.ts';
import { chaseAnswer, forwardAppeal, nameOrganization, receiveExternalDecision } from './external.ts';
import { fileAppeal } from './file.ts';
import {
  acceptLate,
  addExhibit,
  askExpedited,
  askInformation,
  assignReviewer,
  extendAppeal,
  receiveInformation,
  refuseExpedited,
  shareEvidence,
  showStanding,
} from './process.ts';
import { decideReconsideration, requestReconsideration } from './reconsider.ts';
import { decideAppeal, dismissAppeal, withdrawAppeal } from './resolve.ts';

type Command<T extends (AppealCommand | ReconsiderationCommand)['type']> = Extract<CaseCommand, { type: T }>;
type OnAppeal = Exclude<Command<AppealCommand['type']>, { type: 'FileAppeal' }>;

/** Acts of the plan's own review, which a body outside does not need and an ended appeal no longer has. */
const ownReview: readonly OnAppeal['type'][] = [
  'AcceptLateAppeal',
  'AskExpeditedAppeal',
  'RefuseExpeditedAppeal',
  'ExtendAppeal',
  'AssignAppealReviewer',
  'AskAppealInformation',
  'ReceiveAppealInformation',
  'ShareAppealEvidence',
  'DecideAppeal',
];
/** Acts that stay possible after the decision. */
const afterwards: readonly OnAppeal['type'][] = ['EffectuateAppeal', 'EndAidContinuing', 'AddAppealExhibit'];

const onAppeal = (c: Case, command: OnAppeal): Decided => {
  const a = c.appeals.find((x) => x.appealId === command.appealId);
  if (!a) return refuse('appealUnknown');
  if (!afterwards.includes(command.type) && !isUndecided(c, a))
    return refuse('appealEnded', { status: appealStatus(c, a) });
  if (ownReview.includes(command.type) && isExternalAppeal(a)) return refuse('appealIsExternal', { body: a.levelName });
  switch (command.type) {
    case 'ShowAppealStanding':
      return showStanding(a, command);
    case 'AcceptLateAppeal':
      return acceptLate(a, command);
    case 'AskExpeditedAppeal':
      return askExpedited(a, command);
    case 'RefuseExpeditedAppeal':
      return refuseExpedited(a, command);
    case 'ExtendAppeal':
      return extendAppeal(c, a, command);
    case 'AddAppealExhibit':
      return addExhibit(c, a, command);
    case 'AssignAppealReviewer':
      return assignReviewer(c, a, command);
    case 'AskAppealInformation':
      return askInformation(a, command);
    case 'ReceiveAppealInformation':
      return receiveInformation(a, command);
    case 'ShareAppealEvidence':
      return shareEvidence(command);
    case 'DecideAppeal':
      return decideAppeal(c, a, command);
    case 'DismissAppeal':
      return dismissAppeal(a, command);
    case 'WithdrawAppeal':
      return withdrawAppeal(command);
    case 'NameReviewOrganization':
      return nameOrganization(a, command);
    case 'ForwardAppeal':
      return forwardAppeal(a, command);
    case 'ChaseExternalAnswer':
      return chaseAnswer(a, command);
    case 'ReceiveExternalDecision':
      return receiveExternalDecision(c, a, command);
    case 'EffectuateAppeal':
      return effectuate(a, command);
    case 'DecideAidContinuing':
      return decideAid(a, command);
    case 'EndAidContinuing':
      return endAid(a, command);
    default: {
      const never: never = command;
      return never;
    }
  }
};

/** What an act around an appeal or a reconsideration gives. That the actor may do it at all has been looked at before. */
export const decideAppealAct = (
  c: Case,
  command: Command<(AppealCommand | ReconsiderationCommand)['type']>,
): Decided => {
  switch (command.type) {
    case 'FileAppeal':
      return fileAppeal(c, command);
    case 'RequestReconsideration':
      return requestReconsideration(c, command);
    case 'DecideReconsideration':
      return decideReconsideration(c, command);
    default:
      return onAppeal(c, command);
  }
};
