import type { Act, Acting, GivenDecision } from '@openum/casework/case/act.ts';
import { commandOf } from '@openum/casework/case/commandOf.ts';
import { type Executed, execute } from '@openum/casework/case/execute.ts';
import { loadCase } from '@openum/casework/case/load.ts';
import type { Casework } from '@openum/casework/casework.ts';
import { openDocument } from '@openum/casework/document/open.ts';
import type { Arrival, Received } from '@openum/casework/intake/arrival.ts';
import { receiveRequest } from '@openum/casework/intake/receive.ts';
import { loadKnowledge } from '@openum/casework/knowledge/load.ts';
import type { NoticeRenderer } from '@openum/casework/port/environment.ts';
import type { Tenant } from '@openum/casework/port/identity.ts';
import type { RegisteredMember } from '@openum/casework/port/register.ts';
import type { PersonActor } from '@openum/domain/actor/actor.ts';
import type { Case } from '@openum/domain/case/state.ts';
import { calendarDate } from '@openum/domain/time/instant.ts';
import { plainBundles, plainOwnerReport } from '../document/bundles.ts';
import { plainReader } from '../document/reader.ts';
import { type MemoryStore, memoryStore } from '../memory/store.ts';
import { coordinator, nurse, otherNurse, physician } from './actors.ts';
import { type FixedEnvironment, fixedEnvironment } from './environment.ts';
import { aRequest, zone } from './request.ts';

const knowledge = loadKnowledge();

/** Letters as their own text, so that a test can read them. */
const plainRenderer = (sha256Hex: (bytes: Uint8Array | string) => string): NoticeRenderer => {
  const html: NoticeRenderer['html'] = (document) => JSON.stringify(document);
  return {
    html,
    bind: async ({ letters }) => new TextEncoder().encode(letters.map((l) => `${l.caseNumber} ${l.to}`).join('\n')),
    render: async (document) => {
      const text = html(document);
      const pdf = new TextEncoder().encode(`PDF ${text}`);
      return { pdf, html: text, pdfSha256: sha256Hex(pdf), htmlSha256: sha256Hex(text) };
    },
  };
};

/** The use cases on these ports, with the knowledge that the product ships. */
export const caseworkOf = (store: MemoryStore, environment: FixedEnvironment = fixedEnvironment()): Casework => ({
  cases: store.cases,
  workList: store.workList,
  appeals: store.appeals,
  reportingLines: store.reportingLines,
  census: store.census,
  reports: store.reports,
  auditSamples: store.auditSamples,
  ratingSets: store.ratingSets,
  dialLog: store.dialLog,
  savedFilters: store.savedFilters,
  suggestions: store.suggestions,
  modelLog: store.modelLog,
  modelSwitches: store.modelSwitches,
  caseNews: store.caseNews,
  arrivals: store.arrivals,
  register: store.register,
  identity: store.identity,
  readLog: store.readLog,
  guestLinks: store.guestLinks,
  letters: store.letters,
  ownCriteria: store.ownCriteria,
  planStamps: store.planStamps,
  replays: store.replays,
  documentPages: store.documentPages,
  pagePictures: store.pagePictures,
  extractedPages: store.extractedPages,
  documentReader: plainReader,
  routing: store.routing,
  visits: store.visits,
  physicians: store.physicians,
  payerCards: store.payerCards,
  payerExchanges: store.payerExchanges,
  payerFiles: store.payerFiles,
  episodes: store.episodes,
  practiceRegister: store.practiceRegister,
  practiceReminders: store.practiceReminders,
  practiceArrivals: store.practiceArrivals,
  practiceImports: store.practiceImports,
  practiceGrants: store.practiceGrants,
  environment,
  bundlePrinter: plainBundles,
  ownerReportPrinter: plainOwnerReport,
  renderer: plainRenderer(environment.sha256Hex),
  knowledge,
});

export const tenant: Tenant = {
  tenantId: 'plan',
  name: 'Prairie Harbor Health',
  kind: 'plan',
  zone,
  phone: '1-800-555-0142',
  tty: '711',
  hours: '8 a.m. to 8 p.m.',
  addressLines: ['PO Box 4100', 'Peoria, IL 61601'],
  accreditations: [],
};
export const scope = { tenantId: tenant.tenantId };

const { member, coverage, requestingProvider } = aRequest();
export const rosalind: RegisteredMember = {
  memberId: 'member-1',
  member,
  coverage,
  coverageFrom: calendarDate('2024-01-01'),
  zone,
};

export type Plan = {
  readonly store: MemoryStore;
  readonly environment: FixedEnvironment;
  readonly casework: Casework;
  readonly as: (actor: PersonActor) => Acting;
  /** One act of a person on the present state, as the desk does it. */
  readonly act: (actor: PersonActor, caseId: string, act: Act) => Promise<Executed>;
  readonly receive: (arrival: Arrival) => Promise<Extract<Received, { kind: 'received' }>>;
  readonly state: (caseId: string) => Promise<Case>;
  /** The physician opens every document and decides. */
  readonly decide: (caseId: string, decisions: readonly GivenDecision[]) => Promise<Executed>;
};

/** A health plan with one member, one clinic and its staff. `wrap` may put something between the use cases and the ports. */
export const aPlan = async (wrap: (casework: Casework) => Casework = (c) => c): Promise<Plan> => {
  const store = memoryStore();
  const environment = fixedEnvironment();
  const casework = wrap(caseworkOf(store, environment));
  await store.identity.createTenant(tenant);
  await store.register.saveMembers(scope, [rosalind]);
  await store.register.saveProviders(scope, [
    {
      ...requestingProvider,
      providerId: 'provider-1',
      npi: '1770000031',
      kind: 'organization',
      address: { lines: ['12 Lake Street'], city: 'Peoria', state: 'IL', postalCode: '61602' },
    },
  ]);
  for (const { userId, name, roles, qualification } of [nurse, otherNurse, physician, coordinator])
    await store.identity.createUser(
      {
        userId,
        tenantId: tenant.tenantId,
        email: `${userId}@plan.example`,
        name,
        roles,
        active: true,
        ...(qualification ? { qualification } : {}),
      },
      'hash',
    );
  const as = (actor: PersonActor): Acting => ({ casework, tenant, actor, now: environment.now() });
  const act: Plan['act'] = (actor, caseId, what) =>
    execute(casework, scope, { caseId, command: (loaded) => commandOf(what, as(actor), loaded) });
  const state: Plan['state'] = async (caseId) => {
    const loaded = await loadCase(casework.cases, scope, caseId);
    if (!loaded) throw new Error('given: there is no such case');
    return loaded.state;
  };
  return {
    store,
    environment,
    casework,
    as,
    act,
    receive: async (arrival) => {
      const received = await receiveRequest(casework, arrival);
      if (received.kind !== 'received')
        throw new Error(`given: the request was not received: ${JSON.stringify(received)}`);
      return received;
    },
    state,
    decide: async (caseId, decisions) => {
      for (const { documentId } of (await state(caseId)).documents)
        await openDocument(casework, scope, caseId, documentId, physician.userId);
      const attestation = { noConflictOfInterest: true, reviewedRecord: true };
      return act(physician, caseId, { type: 'DetermineItems', decisions, attestation });
    },
  };
};
