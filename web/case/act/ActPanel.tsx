import type { ReactNode } from 'react';
import { AcceptForm, CloseForm, ReferForm as ReferToCaseManagementForm } from '../../caseManagement/forms.tsx';
import { ExplainForm } from '../../coverageEnd/ExplainForm.tsx';
import { PlanEndForm, WithdrawEndForm } from '../../coverageEnd/endForms.tsx';
import { MedicareNoticeForm, QioDecisionForm, QioRequestForm } from '../../coverageEnd/noticeForms.tsx';
import { ReduceForm } from '../../coverageEnd/ReduceForm.tsx';
import { AgreeForm } from '../../peerToPeer/form/AgreeForm.tsx';
import { CallForm } from '../../peerToPeer/form/CallForm.tsx';
import { DeclinedForm } from '../../peerToPeer/form/DeclinedForm.tsx';
import { DeputyForm } from '../../peerToPeer/form/DeputyForm.tsx';
import { HeldForm } from '../../peerToPeer/form/HeldForm.tsx';
import { MissedForm } from '../../peerToPeer/form/MissedForm.tsx';
import { IntentForm, OfferForm } from '../../peerToPeer/OfferForm.tsx';
import { ContinuedStayForm } from '../../stay/ContinuedStayForm.tsx';
import { CorrectStayForm, DischargeForm } from '../../stay/dischargeForms.tsx';
import { LevelForm, TransitionForm } from '../../stay/levelForms.tsx';
import { ChaseForm, ClinicalUpdateForm } from '../../stay/updateForms.tsx';
import { AskForm } from './AskForm.tsx';
import type { ActId } from './acts.ts';
import { CorrectReceiptForm } from './CorrectReceiptForm.tsx';
import { UrgencyForm, VoidForm, WithdrawForm } from './correctForms.tsx';
import { DecideForm } from './DecideForm.tsx';
import { ExtendForm } from './ExtendForm.tsx';
import { ReceiveForm } from './ReceiveForm.tsx';
import { ApproveForm, ReferForm } from './reviewForms.tsx';
import { AssignForm, NoteForm, ReleaseForm } from './workForms.tsx';

/** Acts that need something written; claiming does not. */
export type FormActId = Exclude<ActId, 'claim'>;

type Props = { readonly act: FormActId; readonly renew: () => void };

const forms: Record<FormActId, (renew: () => void) => ReactNode> = {
  release: () => <ReleaseForm />,
  assign: () => <AssignForm />,
  approve: () => <ApproveForm />,
  ask: () => <AskForm />,
  receive: (renew) => <ReceiveForm renew={renew} />,
  extend: () => <ExtendForm />,
  refer: () => <ReferForm />,
  decide: () => <DecideForm />,
  intent: () => <IntentForm />,
  offerTalk: () => <OfferForm />,
  agreeTalk: () => <AgreeForm />,
  callTalk: () => <CallForm />,
  heldTalk: () => <HeldForm />,
  missedTalk: () => <MissedForm />,
  declinedTalk: () => <DeclinedForm />,
  deputyTalk: () => <DeputyForm />,
  continueStay: () => <ContinuedStayForm />,
  clinicalUpdate: () => <ClinicalUpdateForm />,
  chaseUpdate: () => <ChaseForm />,
  changeLevel: () => <LevelForm />,
  assessTransition: () => <TransitionForm />,
  discharge: () => <DischargeForm />,
  correctStay: () => <CorrectStayForm />,
  planEnd: () => <PlanEndForm />,
  reduce: () => <ReduceForm />,
  withdrawEnd: () => <WithdrawEndForm />,
  medicareNotice: () => <MedicareNoticeForm />,
  qioRequest: () => <QioRequestForm />,
  explainEnd: () => <ExplainForm />,
  qioDecision: () => <QioDecisionForm />,
  referCaseManagement: () => <ReferToCaseManagementForm />,
  acceptCaseManagement: () => <AcceptForm />,
  closeCaseManagement: () => <CloseForm />,
  note: () => <NoteForm />,
  urgency: () => <UrgencyForm />,
  correctReceipt: () => <CorrectReceiptForm />,
  withdraw: () => <WithdrawForm />,
  void: () => <VoidForm />,
};

export const ActPanel = ({ act, renew }: Props) => <div key={act}>{forms[act](renew)}</div>;
