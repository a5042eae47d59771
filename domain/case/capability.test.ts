import { nurse, otherPhysician, person, physician } from '@openum/testkit/case/actors.ts';
import { asked, claimedBy, determine, referred, voided, withdrawn } from '@openum/testkit/case/acts.ts';
import { admission, approvedDays, discharged } from '@openum/testkit/case/stay.ts';
import { after, by, caseOf, received, type Story } from '@openum/testkit/case/story.ts';
import { describe, expect, test } from 'vitest';
import { type Actor, type Role, roles } from '../actor/actor.ts';
import { instant } from '../time/instant.ts';
import { capabilities, mayNot } from './capability.ts';
import { isRefusal } from './refusal.ts';
import { type CaseStatus, caseStatus, caseStatuses } from './status.ts';

type Act = keyof typeof capabilities;

const given: Record<CaseStatus, Story> = {
  received: received(),
  clinicalReview: after(received(), claimedBy(nurse)),
  awaitingInformation: after(received(), asked()),
  physicianReview: after(received(), referred()),
  determined: after(received(), determine()),
  withdrawn: after(received(), withdrawn),
  voided: after(received(), voided),
};

const reviewers = 'clinicalReviewer concurrentReviewNurse medicalDirector';
const intake = `umCoordinator umDirector ${reviewers}`;
const open = 'received clinicalReview awaitingInformation physicianReview';
const whenDecided = `${open} determined withdrawn`;
const appeals = 'appealsCoordinator umDirector';
const always = `${open} determined withdrawn voided`;

/** The whole table in words: who, in which status, and whether a system or a sending client may do it too. */
const table: Record<Act, readonly [roles: string, statuses: string, others: string]> = {
  ReviseRequest: ['', `${open} determined`, 'client'],
  AttachDocument: [`${intake} appealsCoordinator`, always, 'client guest system'],
  RecordFacts: [intake, open, 'system'],
  EvaluateCriteria: [intake, open, 'system'],
  Assign: ['umDirector umCoordinator medicalDirector', open, 'system'],
  Claim: [intake, open, ''],
  RemindOwner: [`${intake} appealsCoordinator qualityManager caseManagementCoordinator`, open, ''],
  Release: [intake, open, ''],
  SetUrgency: [intake, open, ''],
  ExtendClock: ['clinicalReviewer medicalDirector umDirector', open, ''],
  NoteMissedDeadline: ['', `${open} determined withdrawn`, 'system'],
  RuleOutDuplicate: [intake, always, ''],
  RouteCase: ['umDirector umCoordinator medicalDirector', open, 'system'],
  SetDocumentKind: [`${intake} appealsCoordinator`, always, ''],
  RequestInformation: [`umCoordinator ${reviewers}`, 'received clinicalReview physicianReview', ''],
  ReceiveInformation: [intake, 'awaitingInformation', 'client guest system'],
  MakeInformationLink: [`umCoordinator ${reviewers}`, 'awaitingInformation', ''],
  CompleteReview: ['clinicalReviewer concurrentReviewNurse', 'received clinicalReview awaitingInformation', ''],
  DetermineItems: ['medicalDirector', open, ''],
  RecordNotices: [`${intake} appealsCoordinator`, always, 'system'],
  Withdraw: [`${intake} appealsCoordinator`, open, 'client'],
  Void: ['umCoordinator umDirector', open, ''],
  CorrectReceipt: ['umDirector qualityManager umCoordinator', open, ''],
  AssignPhysician: ['umDirector umCoordinator medicalDirector', open, 'system'],
  RecordIntentToDeny: ['medicalDirector', open, ''],
  OfferPeerToPeer: [`umCoordinator ${reviewers}`, open, ''],
  SchedulePeerToPeer: [`umCoordinator ${reviewers}`, open, 'guest'],
  ProposePeerToPeerTimes: [`umCoordinator ${reviewers}`, open, 'guest'],
  LogPeerToPeerAttempt: [`umCoordinator ${reviewers}`, open, ''],
  RecordPeerToPeerHeld: ['medicalDirector', open, ''],
  RecordPeerToPeerMissed: [`umCoordinator ${reviewers}`, open, ''],
  DeclinePeerToPeer: [`umCoordinator ${reviewers}`, open, 'guest'],
  TellPeerToPeer: [`umCoordinator ${reviewers}`, open, 'system'],
  EscalatePeerToPeer: ['umDirector umCoordinator medicalDirector', open, 'system'],
  FileAppeal: [`${appeals} umCoordinator`, whenDecided, ''],
  ShowAppealStanding: [`${appeals} umCoordinator`, whenDecided, ''],
  AcceptLateAppeal: [appeals, whenDecided, ''],
  AskExpeditedAppeal: [`${appeals} umCoordinator`, whenDecided, ''],
  RefuseExpeditedAppeal: [`${appeals} medicalDirector`, whenDecided, ''],
  ExtendAppeal: [`${appeals} medicalDirector`, whenDecided, ''],
  AddAppealExhibit: [`${appeals} medicalDirector`, whenDecided, ''],
  AssignAppealReviewer: [appeals, whenDecided, ''],
  AskAppealInformation: [`${appeals} medicalDirector`, whenDecided, ''],
  ReceiveAppealInformation: [`${appeals} medicalDirector`, whenDecided, ''],
  ShareAppealEvidence: [`${appeals} medicalDirector`, whenDecided, ''],
  DecideAppeal: ['medicalDirector appealsCoordinator', whenDecided, ''],
  DismissAppeal: [appeals, whenDecided, ''],
  WithdrawAppeal: [appeals, whenDecided, ''],
  NameReviewOrganization: [appeals, whenDecided, ''],
  ForwardAppeal: [appeals, whenDecided, ''],
  ChaseExternalAnswer: [appeals, whenDecided, ''],
  ReceiveExternalDecision: [appeals, whenDecided, ''],
  EffectuateAppeal: [appeals, whenDecided, ''],
  DecideAidContinuing: [`${appeals} medicalDirector`, whenDecided, ''],
  EndAidContinuing: [appeals, whenDecided, ''],
  RequestReconsideration: [`${appeals} umCoordinator`, whenDecided, ''],
  DecideReconsideration: ['medicalDirector', whenDecided, ''],
  PlanCoverageEnd: [reviewers, `${open} determined`, ''],
  ReduceAuthorization: ['medicalDirector', `${open} determined`, ''],
  WithdrawCoverageEnd: [reviewers, `${open} determined withdrawn`, ''],
  RecordMedicareNotice: [`umCoordinator appealsCoordinator ${reviewers}`, `${open} determined withdrawn`, ''],
  RecordQioRequest: [`umCoordinator appealsCoordinator ${reviewers}`, `${open} determined withdrawn`, ''],
  ExplainCoverageEnd: [reviewers, `${open} determined withdrawn`, ''],
  RecordQioDecision: [`umCoordinator appealsCoordinator ${reviewers}`, `${open} determined withdrawn`, ''],
  ReferToCaseManagement: [`${intake} appealsCoordinator qualityManager`, `${open} determined withdrawn`, ''],
  AnswerExtractedFact: [intake, open, ''],
  AnswerSuggestion: [intake, open, ''],
  MarkPart2: [`${intake} appealsCoordinator qualityManager`, always, ''],
  AcceptCaseManagement: ['caseManagementCoordinator', always, ''],
  CloseCaseManagement: ['caseManagementCoordinator', always, ''],
  ReportDelivery: [`${intake} appealsCoordinator administrator`, always, 'system'],
  RecordNoticeViewed: ['', always, 'system'],
  GiveOralNotice: [`${intake} appealsCoordinator`, always, ''],
  BeginStay: [intake, `${open} determined`, 'client system'],
  CorrectAdmission: [intake, `${open} determined`, 'client system'],
  CancelAdmission: [intake, `${open} determined`, 'client system'],
  RequestContinuedStay: [intake, `${open} determined`, 'client system'],
  RecordClinicalUpdate: [intake, `${open} determined`, 'client system'],
  ChaseClinicalUpdate: [intake, `${open} determined`, 'system'],
  ChangeLevelOfCare: [intake, `${open} determined`, 'client system'],
  AssessTransition: [`${intake} caseManagementCoordinator`, `${open} determined`, ''],
  RecordDischarge: [`${intake} caseManagementCoordinator`, `${open} determined withdrawn`, 'client system'],
  ReopenItem: ['medicalDirector', `${open} determined`, ''],
  CancelDischarge: [`${intake} caseManagementCoordinator`, `${open} determined withdrawn`, 'client system'],
  AddNote: [`${intake} appealsCoordinator qualityManager caseManagementCoordinator`, always, ''],
};
const acts = Object.keys(table) as Act[];

const answer = (act: Act, actor: Actor, status: CaseStatus): string => {
  const refusal = mayNot(act, actor, caseOf(given[status]));
  return refusal?.code ?? 'allowed';
};

test.each(caseStatuses)('a case that is given as %s has that status', (status) => {
  expect(caseStatus(caseOf(given[status]))).toBe(status);
});

test('the table names every act', () => {
  expect(acts.sort()).toEqual(Object.keys(capabilities).sort());
});

describe.each(acts)('%s', (act) => {
  const [who, where, others] = table[act];

  test('is open to these roles in these statuses and to nobody else', () => {
    for (const status of caseStatuses) {
      for (const role of roles) {
        const actor = person('nurse', [role]);
        const expected = !who.split(' ').includes(role)
          ? who === ''
            ? 'personRequired'
            : 'roleMissing'
          : where.split(' ').includes(status)
            ? 'allowed'
            : 'notAllowedInStatus';
        expect(`${role} ${status} ${answer(act, actor, status)}`).toBe(`${role} ${status} ${expected}`);
      }
    }
  });

  test('is done by a system or a sending client only where the table says so', () => {
    const actors: readonly Actor[] = [
      { kind: 'client', clientId: 'c', name: 'Clinic' },
      { kind: 'guest', name: 'Dr. Amara Osei', npi: '1770000056', offerId: 'offer-1' },
      { kind: 'guest', name: 'Dr. Amara Osei', npi: '1770000056', requestId: 'ask-1' },
      ...(['rules', 'flow', 'clock', 'notices', 'seed'] as const).map(
        (component): Actor => ({
          kind: 'system',
          component,
        }),
      ),
    ];
    for (const actor of actors) {
      for (const status of caseStatuses) {
        const expected = !others.split(' ').includes(actor.kind)
          ? 'personRequired'
          : where.split(' ').includes(status)
            ? 'allowed'
            : 'notAllowedInStatus';
        expect(`${actor.kind} ${status} ${answer(act, actor, status)}`).toBe(`${actor.kind} ${status} ${expected}`);
      }
    }
  });

  test('cites where its rule comes from', () => {
    expect(capabilities[act].source.length).toBeGreaterThan(10);
  });
});

test('nobody without a role may do anything', () => {
  const answers = acts.map((act) => answer(act, person('nobody', []), 'received'));
  expect(answers).not.toContain('allowed');
});

test('one role that may is enough among others that may not', () => {
  const both: readonly Role[] = ['biller', 'medicalDirector'];
  expect(answer('DetermineItems', person('physician', both), 'physicianReview')).toBe('allowed');
});

describe('a person who acts on behalf of a practice', () => {
  const asRequester = (act: Act, role: Role, status: CaseStatus): string =>
    mayNot(act, person('clinic', [role]), caseOf(given[status]), 'Lakeside Clinic')?.code ?? 'allowed';
  const theirs: readonly string[] = [
    'AttachDocument',
    'ReceiveInformation',
    'Withdraw',
    'RequestContinuedStay',
    'RecordClinicalUpdate',
    'RecordDischarge',
    'FileAppeal',
    'ShowAppealStanding',
    'AskExpeditedAppeal',
    'WithdrawAppeal',
    'RequestReconsideration',
  ];

  test('may add to a request, answer what is asked and take it back, where a sending system may, and nothing else', () => {
    for (const act of acts.filter((a) => capabilities[a].by.includes('person')))
      for (const status of caseStatuses)
        for (const role of roles) {
          const may =
            theirs.includes(act) && ['utilizationReviewStaff', 'treatingClinician', 'frontDesk'].includes(role);
          const expected = !may
            ? 'roleMissing'
            : capabilities[act].in.includes(status)
              ? 'allowed'
              : 'notAllowedInStatus';
          expect(`${act} ${role} ${status} ${asRequester(act, role, status)}`).toBe(
            `${act} ${role} ${status} ${expected}`,
          );
        }
  });

  test('gains nothing by the role of a reviewer, and a practice role gains nothing at the desk', () => {
    expect(asRequester('DetermineItems', 'medicalDirector', 'physicianReview')).toBe('roleMissing');
    expect(answer('Withdraw', person('clinic', ['utilizationReviewStaff']), 'received')).toBe('roleMissing');
  });
});

describe('a case that somebody has', () => {
  const state = caseOf(after(received(), referred(), by(physician, { type: 'Claim' })));

  test('is decided by nobody else', () => {
    expect(mayNot('DetermineItems', otherPhysician, state)).toMatchObject({
      code: 'assignedToAnother',
      facts: { name: physician.name },
    });
    expect(mayNot('DetermineItems', physician, state)).toBeUndefined();
  });

  test('is reviewed by nobody else', () => {
    const claimed = caseOf(given.clinicalReview);
    expect(mayNot('CompleteReview', person('other', ['clinicalReviewer']), claimed)).toMatchObject({
      code: 'assignedToAnother',
    });
    expect(mayNot('CompleteReview', nurse, claimed)).toBeUndefined();
  });

  test('still takes the notes and documents of others', () => {
    expect(mayNot('AddNote', nurse, state)).toBeUndefined();
    expect(mayNot('AttachDocument', nurse, state)).toBeUndefined();
  });
});

describe('a stay between two reviews', () => {
  const story = after(received(admission()), determine([approvedDays()]));

  test.each(['Assign', 'Claim', 'Release', 'RemindOwner'] as const)('is still somebody’s: %s', (act) => {
    const lead = person('lead', ['medicalDirector']);
    expect(caseStatus(caseOf(story))).toBe('determined');
    expect(mayNot(act, lead, caseOf(story))).toBeUndefined();
    expect(mayNot(act, lead, caseOf(after(story, discharged(instant('2026-11-25T16:00:00Z')))))).toMatchObject({
      code: 'notAllowedInStatus',
    });
  });

  test('opens nothing else', () => {
    expect(mayNot('SetUrgency', nurse, caseOf(story))).toMatchObject({ code: 'notAllowedInStatus' });
  });
});

test('a refusal names the roles that may and the status in words', () => {
  const byRole = mayNot('Void', nurse, caseOf(given.received));
  expect(isRefusal(byRole) && byRole.facts).toEqual({ roles: ['umCoordinator', 'umDirector'] });
  const byStatus = mayNot('Claim', nurse, caseOf(given.determined));
  expect(isRefusal(byStatus) && byStatus.facts).toEqual({ status: 'determined' });
});
