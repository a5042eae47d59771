import { keepUpload } from '@openum/casework/arrival/arrival.ts';
import type { Acting } from '@openum/casework/case/act.ts';
import type { Casework } from '@openum/casework/casework.ts';
import type { DeskEntry } from '@openum/casework/intake/entry.ts';
import { type PortalForm, receivePortalForm } from '@openum/casework/intake/portal.ts';
import { saveRoutingPlan } from '@openum/casework/routing/teams.ts';
import { isRefusal } from '@openum/domain/case/refusal.ts';
import type { RoutingPlan } from '@openum/domain/routing/plan.ts';
import { addDays, dateInZone } from '@openum/domain/time/instant.ts';
import { actorOf } from '@openum/http/auth/session.ts';
import { submit } from '@openum/http/pas/submit.ts';
import { homeOxygenBundle } from '@openum/testkit/fhir/bundles.ts';
import type { DemoClock } from './clock.ts';
import { faxPdf } from './faxPdf.ts';
import { planTenant } from './people.ts';

const scope = { tenantId: planTenant.tenantId };
const coordinator = 'coordinator@plan.example';
const cpt = 'http://www.ama-assn.org/go/cpt';

/** Teams of the review desk by the e-mail of their people, with what each is good at. */
const teams = [
  {
    teamId: 'behavioral-health',
    name: 'Behavioral health',
    people: { 'nurse2@plan.example': ['residential'], 'concurrent@plan.example': [] },
  },
  { teamId: 'inpatient', name: 'Inpatient and concurrent', people: { 'concurrent@plan.example': [] } },
  {
    teamId: 'medical',
    name: 'Medical and surgical',
    people: { 'nurse@plan.example': ['spanish'], 'nurse2@plan.example': [] },
  },
] as const;

const rules: RoutingPlan['rules'] = [
  {
    ruleId: 'residential',
    name: 'Residential treatment',
    when: { category: ['Residential treatment'] },
    teamId: 'behavioral-health',
    skills: ['residential'],
  },
  {
    ruleId: 'behavioral-health',
    name: 'Behavioral health',
    when: { behavioralHealth: true },
    teamId: 'behavioral-health',
    skills: [],
  },
  { ruleId: 'stays', name: 'Stays', when: { reviewType: ['concurrent'] }, teamId: 'inpatient', skills: [] },
  { ruleId: 'all-others', name: 'All others', when: {}, teamId: 'medical', skills: [] },
];

const fax = [
  'FAX   Hill Country Orthopedics            page 1 of 1',
  '',
  'To: Prairie Harbor Health Plan, Utilization Management',
  'Re: prior authorization',
  '',
  'Patient:    Kenji Nakamura        DOB 07/07/1976',
  'Member no.: PHP1000014',
  '',
  'Service:    27447 left knee, outpatient, one unit',
  'Diagnosis:  M17.12',
  'Planned:    in three weeks',
  '',
  'Fourteen weeks of physical therapy and two injections did not',
  'help. The pain is rapidly worsening; he cannot climb stairs.',
  '',
  'Ordered by the orthopedic clinic, NPI 1245319599',
];

/** What stands on the intake list of the demonstration, and the teams that get it. */
export const playIntake = async (casework: Casework, clock: DemoClock): Promise<void> => {
  const { identity, register, environment, workList } = casework;
  const users = await identity.users(scope);
  const userOf = (email: string) => {
    const user = users.find((u) => u.email === email);
    if (!user) throw new Error(`the demonstration has no user ${email}`);
    return user;
  };
  const acting = (email: string): Acting => ({
    casework,
    tenant: planTenant,
    actor: actorOf(userOf(email)),
    now: environment.now(),
  });
  const today = () => dateInZone(environment.now(), planTenant.zone);

  const enter = async (
    memberNumber: string,
    form: Omit<PortalForm, 'submissionId' | 'memberId' | 'urgency' | 'facts' | 'documents'> & DeskEntry,
  ): Promise<void> => {
    const member = await register.memberByNumber(scope, memberNumber);
    if (!member) throw new Error(`the demonstration has no member ${memberNumber}`);
    const received = await receivePortalForm(acting(coordinator), {
      submissionId: environment.newId(),
      memberId: member.memberId,
      urgency: 'standard',
      facts: [],
      documents: [],
      ...form,
    });
    if (isRefusal(received) || received.kind !== 'received')
      throw new Error(`a request entered in the demonstration was not taken: ${JSON.stringify(received)}`);
  };

  clock.goTo(210);
  await keepUpload(acting(coordinator), {
    channel: 'fax',
    contentType: 'application/pdf',
    bytes: faxPdf(fax),
    senderName: 'Hill Country Orthopedics',
  });

  // A number that the plan does not know: refused to the sender, and kept for a person.
  clock.goTo(125);
  const stranger = JSON.stringify(homeOxygenBundle({ name: 'demo-oxygen-stranger', spo2: 88 })).replaceAll(
    'PHP1000001',
    'PHP1900001',
  );
  const client = { clientId: 'demo', tenantId: scope.tenantId, name: 'Lakeview EHR', scopes: ['pas'] };
  await submit(casework, { client, tenant: planTenant }, new TextEncoder().encode(stranger));

  clock.goTo(95);
  const patient = { resourceType: 'Patient', name: [{ family: 'Umarov', given: ['Rustam'] }], birthDate: '1950-01-01' };
  const broken = JSON.stringify({ resourceType: 'Bundle', type: 'collection', entry: [{ resource: patient }] });
  await submit(casework, { client, tenant: planTenant }, new TextEncoder().encode(broken));

  // The same knee that was asked for by FHIR some days ago, now by phone.
  clock.goTo(58);
  const knee = (await workList.ofMember(scope, 'PHP1000013', 5)).find((r) => r.senderReference === 'demo-knee-1');
  const asked = knee && (await casework.cases.events(scope, knee.caseId))[0];
  const period = asked?.type === 'RequestReceived' ? asked.data.request.items[0]?.period : undefined;
  await enter('PHP1000013', {
    channel: 'phone',
    requestingProviderNpi: '1245319599',
    setting: 'inpatient',
    diagnoses: ['M17.11'],
    items: [{ system: cpt, code: '27447', start: period?.start ?? addDays(today(), 20) }],
    rationale: 'The clinic calls to ask for the knee replacement. The pain is rapidly worsening.',
  });

  clock.goTo(35);
  await enter('PHP1000025', {
    channel: 'phone',
    requestingProviderNpi: '1003000126',
    setting: 'office',
    diagnoses: ['J44.9'],
    items: [{ system: cpt, code: '99214', start: addDays(today(), 3) }],
  });

  clock.goTo(8);
  const plan: RoutingPlan = {
    teams: teams.map(({ people, ...team }) => ({
      ...team,
      members: Object.entries(people).map(([email, skills]) => ({ userId: userOf(email).userId, skills })),
    })),
    rules,
  };
  await saveRoutingPlan(acting('director@plan.example'), {
    plan,
    expectedVersion: 0,
    reason: 'Teams of the review desk as they work today.',
  });
};
