import type { Casework } from '@openum/casework/casework.ts';
import type { PracticeActing } from '@openum/casework/practice/acting.ts';
import { askBenefits } from '@openum/casework/practice/benefits/desk.ts';
import { type LoadedEpisode, loadEpisode } from '@openum/casework/practice/episode/load.ts';
import { handOf } from '@openum/casework/practice/payerFile/sendRequest.ts';
import { takeFile } from '@openum/casework/practice/payerFile/take.ts';
import { sendRequest } from '@openum/casework/practice/request/send.ts';
import type { Role } from '@openum/domain/actor/actor.ts';
import { isRefusal } from '@openum/domain/case/refusal.ts';
import { addDays, dateInZone } from '@openum/domain/time/instant.ts';
import { actorOf } from '@openum/http/auth/session.ts';
import type { X12Line } from '@openum/http/payer/fileLines.ts';
import { readPayerFile } from '@openum/http/payer/x12/read.ts';
import { acknowledgmentVersion } from '@openum/x12/acknowledgment/acknowledgment.ts';
import { writeGroupAcknowledgment } from '@openum/x12/acknowledgment/codec.ts';
import { writeAuthorizationAnswer } from '@openum/x12/authorization/answer.ts';
import { authorizationVersion } from '@openum/x12/authorization/request.ts';
import { writeEligibilityAnswer } from '@openum/x12/eligibility/codec.ts';
import { eligibilityVersion } from '@openum/x12/eligibility/eligibility.ts';
import { type OutgoingTransaction, writeInterchange } from '@openum/x12/envelope/write.ts';
import { remittanceVersion, writeRemittance } from '@openum/x12/remittance/write.ts';
import { writeFileLines } from '../fileLines.ts';
import { claimVersion, demoClaims, demoRemittance } from './claimFile.ts';
import type { DemoClock } from './clock.ts';
import { practiceTenant } from './people.ts';

const scope = { tenantId: practiceTenant.tenantId };
const dayMinutes = 24 * 60;

const line: X12Line = {
  tenantId: practiceTenant.tenantId,
  name: 'juniper-mutual',
  sender: { qualifier: 'ZZ', id: 'CEDARPOINT' },
  receiver: { qualifier: 'ZZ', id: 'JUNIPER' },
  usage: 'T',
  payer: { name: 'Juniper Mutual', id: 'JM001', idQualifier: 'PI' },
  provider: {
    npi: '1467512343',
    name: practiceTenant.name,
    phone: '1-212-555-0177',
    street: '88 Cedar Point Road',
    city: 'Rochester',
    state: 'NY',
    postalCode: '14604',
  },
  folder: 'juniper',
  acknowledges: true,
};

/** One payer of the demonstration takes X12 files from a folder. */
export const writeDemoFileLine = (dataDir: string): void => writeFileLines(dataDir, [line]);

const requester = { name: line.provider.name, id: line.provider.npi, idQualifier: 'XX' };

/** Files as the payer of the demonstration sends them. */
const payerFiles = () => {
  let control = 0;
  return (groupCode: string, transaction: OutgoingTransaction): Uint8Array => {
    control += 1;
    return new TextEncoder().encode(
      writeInterchange({
        sender: line.receiver,
        receiver: line.sender,
        control,
        usage: 'T',
        on: '20261101',
        at: '0900',
        groupCode,
        version: transaction.version,
        transactions: [transaction],
      }),
    );
  };
};

const stayOf = async (casework: Casework, name: string): Promise<LoadedEpisode> => {
  const [row] = await casework.episodes.list(scope, { presence: 'all', text: name }, undefined, 1);
  const loaded = row && (await loadEpisode(casework.episodes, scope, row.episodeId));
  if (!loaded) throw new Error(`the demonstration lacks an episode: ${name}`);
  return loaded;
};

/** Benefits that were asked for and answered by file, a request on its way as a file, a payment and claims to record, and two files that want somebody. */
export const playPayerFiles = async (casework: Casework, clock: DemoClock): Promise<void> => {
  if (!casework.fileLines?.lines(scope).some((l) => l.name === line.name)) return;
  const users = await casework.identity.users(scope);
  const at = (daysAgo: number, role: Role): PracticeActing => {
    clock.goTo(daysAgo * dayMinutes);
    const now = casework.environment.now();
    const user = users.find((u) => u.roles.includes(role));
    if (!user) throw new Error(`the demonstration lacks a person of the practice: ${role}`);
    const today = dateInZone(now, practiceTenant.zone);
    return { casework, practice: practiceTenant, scope, actor: actorOf(user), now, today };
  };
  const { newId } = casework.environment;
  const fromPayer = payerFiles();
  const take = (me: PracticeActing, fileName: string, bytes: Uint8Array) =>
    takeFile(handOf(me), readPayerFile, { fileName, bytes });
  const { episodeId, state } = await stayOf(casework, 'Bouchard');
  const [coverage] = state.coverages;
  if (!coverage) throw new Error('the demonstration lacks a coverage');
  const subscriber = {
    family: state.patient.family,
    given: state.patient.given,
    birthDate: state.patient.birthDate,
    memberNumber: coverage.memberNumber,
  };

  const asking = at(1.4, 'frontDesk');
  const asked = await askBenefits(asking, episodeId, newId(), coverage.coverageId);
  if (isRefusal(asked)) throw new Error(`the demonstration was refused: ${asked.code}`);
  const answered = at(1.3, 'frontDesk');
  const benefits = writeEligibilityAnswer({
    reference: asked.fileId,
    answeredOn: answered.today,
    payer: line.payer,
    provider: requester,
    subscriber,
    trace: { number: asked.fileId, by: line.provider.npi },
    rejections: [],
    benefits: [
      { code: '1', serviceTypes: ['30'], plan: 'Juniper Choice PPO' },
      { code: '1', serviceTypes: ['A7', 'BB', 'A8'], authorization: 'Y' },
      { code: 'C', serviceTypes: ['30'], period: '23', amount: 150_000, coverageLevel: 'IND' },
      { code: 'C', serviceTypes: ['30'], period: '29', amount: 0, coverageLevel: 'IND' },
      { code: 'G', serviceTypes: ['30'], period: '23', amount: 650_000, coverageLevel: 'IND' },
      { code: 'G', serviceTypes: ['30'], period: '29', amount: 212_500, coverageLevel: 'IND' },
      { code: 'A', serviceTypes: ['A7', 'BB'], share: 0.2 },
      { code: 'F', serviceTypes: ['A7'], period: '22', quantityKind: 'DY', quantity: 30 },
      { code: 'F', serviceTypes: ['A7'], period: '29', quantityKind: 'DY', quantity: 8 },
    ],
  });
  await take(answered, '271-juniper.x12', fromPayer('HB', { set: '271', version: eligibilityVersion, body: benefits }));

  const sending = at(0.2, 'utilizationReviewStaff');
  const loaded = await loadEpisode(casework.episodes, scope, episodeId);
  const submissionId = newId();
  const sent = await sendRequest(sending, episodeId, {
    submissionId,
    expectedVersion: loaded?.state.version ?? 0,
    kind: 'continuedStay',
    coverageId: coverage.coverageId,
    levelOfCare: 'residential',
    codes: ['H0018'],
    from: addDays(sending.today, 5),
    to: addDays(sending.today, 9),
    units: 5,
    urgency: 'expedited',
    channel: 'x12',
    clinicalSummary:
      'Two nights without sleep this week, cravings daily and strong after family calls. Day treatment was tried in September and ended in use within four days. Step down is planned when the medicine for sleep holds.',
    diagnoses: ['F10.20', 'F33.1'],
  });
  if (sent.kind !== 'done') throw new Error(`the demonstration was refused: ${JSON.stringify(sent)}`);
  const file = await casework.payerFiles.find(scope, submissionId);
  const receipt = writeGroupAcknowledgment({
    groupCode: 'HI',
    groupControl: String(file?.control ?? 0),
    sets: [{ set: '278', control: '0001', errors: [], standing: 'A', codes: [] }],
    standing: 'A',
    included: 1,
    received: 1,
    accepted: 1,
    codes: [],
  });
  const received = at(0.15, 'utilizationReviewStaff');
  const acknowledged = fromPayer('FA', { set: '999', version: acknowledgmentVersion, body: receipt });
  await take(received, '999-juniper.x12', acknowledged);

  const stray = writeAuthorizationAnswer({
    reference: 'JM-2026-3381',
    answeredOn: received.today,
    answeredAt: '0815',
    payer: line.payer,
    requester,
    subscriber,
    rejections: [],
    services: [
      {
        code: 'H0018',
        outcome: { action: 'A4', authorizationNumber: 'JM-2026-3381', reasonCodes: ['0V'] },
      },
    ],
  });
  const answer = fromPayer('HI', { set: '278', version: authorizationVersion, body: stray });
  await take(received, '278-answer-juniper.x12', answer);
  await take(received, '278-cut-off.x12', answer.slice(0, 320));

  const stay = async (name: string) => (await stayOf(casework, name)).state;
  const billing = at(0.1, 'biller');
  const paid = demoRemittance(
    line,
    { paid: await stay('Hollis'), partlyPaid: await stay('Lindqvist') },
    addDays(billing.today, -1),
  );
  const payment = fromPayer('HP', { set: '835', version: remittanceVersion, body: writeRemittance(paid) });
  await take(billing, '835-juniper.x12', payment);
  const bills = [
    { stay: await stay('Esparza'), claimId: 'CLM-CP-2019-1', to: addDays(billing.today, -8) },
    { stay: await stay('Bouchard'), claimId: 'CLM-CP-2038-1', to: addDays(billing.today, -2) },
  ];
  const claims = { set: '837', version: claimVersion, body: demoClaims(line, bills, billing.today) };
  await take(billing, '837-juniper.x12', fromPayer('HC', claims));
};
