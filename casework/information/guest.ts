import type { GuestActor } from '@openum/domain/actor/actor.ts';
import { isRefusal, type Refusal, refuse } from '@openum/domain/case/refusal.ts';
import type { InformationRequest } from '@openum/domain/case/state.ts';
import { awaitsAnswer } from '@openum/domain/information/guest.ts';
import { providersToAsk } from '@openum/domain/information/link.ts';
import type { Instant } from '@openum/domain/time/instant.ts';
import { type Executed, execute } from '../case/execute.ts';
import type { Casework } from '../casework.ts';
import { attachDocument } from '../document/attach.ts';
import { type SentFile, sentFileProblem } from '../document/sent.ts';
import {
  admit,
  type Entered,
  type Found,
  findByLink,
  type GuestGreeting,
  greetByLink,
  type Purpose,
  type SecondFactor,
} from '../guestLink/enter.ts';
import { serviceText } from '../guestLink/service.ts';
import { type GivenAnswer, summaryOf } from './answer.ts';

/** One request for information as the provider who was asked sees it. Built field by field, so that nothing else slips in. */
export type AskView = {
  readonly plan: string;
  readonly phone?: string;
  readonly now: Instant;
  readonly zone: string;
  /** `over`: nobody answered, and the plan waits for it no more. */
  readonly status: 'open' | 'answered' | 'over';
  readonly provider: string;
  readonly member: string;
  readonly services: readonly string[];
  readonly questions: readonly string[];
  readonly message?: string;
  readonly dueAt: Instant;
  /** The link ends. */
  readonly closesAt: Instant;
  /** What came by the link, oldest first. */
  readonly files: readonly { readonly title: string; readonly sizeBytes: number; readonly sentAt: Instant }[];
  readonly answered?: {
    readonly at: Instant;
    /** As it came by the link; what came by other ways stays with the plan. */
    readonly summary?: string;
  };
};

type Asked = {
  readonly request: InformationRequest;
  readonly provider: { readonly name: string; readonly npi: string };
};
type AskFound = Found<Asked>;

const asks: Purpose<Asked> = {
  about: 'information',
  subject: (state, link) => {
    const request = state.informationRequests.find((r) => r.requestId === link.subjectId);
    const provider = providersToAsk(state).find((p) => p.npi === link.toNpi);
    return request && provider && link.toNpi
      ? { request, provider: { name: provider.name, npi: link.toNpi } }
      : undefined;
  },
  npi: ({ provider }) => provider.npi,
};

export const greetAsked = (casework: Casework, linkHash: string): Promise<GuestGreeting | undefined> =>
  greetByLink(casework, linkHash, asks, ({ link }) => link.expiresAt);

const viewOf = (casework: Casework, { link, tenant, loaded, subject }: AskFound): AskView => {
  const { state, events } = loaded;
  const { request, provider } = subject;
  const byLink = events.filter((e) => e.actor.kind === 'guest' && e.actor.requestId === request.requestId);
  const theirs = byLink.some((e) => e.type === 'InformationReceived');
  const lines = request.items.map((i) => i.itemSequence);
  return {
    plan: tenant.name,
    ...(tenant.phone ? { phone: tenant.phone } : {}),
    now: casework.environment.now(),
    zone: tenant.zone,
    status: request.answeredAt ? 'answered' : awaitsAnswer(state, request.requestId) ? 'open' : 'over',
    provider: provider.name,
    member: `${state.request.member.given} ${state.request.member.family}`,
    // The lines that are asked about, where every question names its line.
    services: state.items
      .filter((i) => !i.cancelled && (lines.includes(undefined) || lines.includes(i.sequence)))
      .map((i) => serviceText(casework, i)),
    questions: request.items.map((i) => i.text),
    ...(request.message ? { message: request.message } : {}),
    dueAt: request.dueAt,
    closesAt: link.expiresAt,
    files: byLink.flatMap((e) =>
      e.type === 'DocumentAttached' ? [{ title: e.data.title, sizeBytes: e.data.sizeBytes, sentAt: e.recordedAt }] : [],
    ),
    ...(request.answeredAt
      ? { answered: { at: request.answeredAt, ...(theirs && request.summary ? { summary: request.summary } : {}) } }
      : {}),
  };
};

export const enterAsked = async (
  casework: Casework,
  linkHash: string,
  factor: SecondFactor,
): Promise<Entered<AskView>> => {
  const found = await admit(casework, linkHash, factor, asks);
  return 'kind' in found ? found : { kind: 'in', view: viewOf(casework, found) };
};

const actorOf = ({ subject: { request, provider } }: AskFound): GuestActor => ({
  kind: 'guest',
  ...provider,
  requestId: request.requestId,
});

const ended = refuse('informationRequestEnded');

/** In words for somebody outside, who has no use for the status of the case. */
const forGuest = (refusal: Refusal): Refusal => (refusal.code === 'notAllowedInStatus' ? ended : refusal);

/** The view as it now is, after something was done. */
const done = async (casework: Casework, linkHash: string, executed: Executed): Promise<Entered<AskView> | Refusal> => {
  if (executed.kind === 'refused') return forGuest(executed.refusal);
  if (executed.kind === 'stale') return refuse('staleVersion');
  const found = await findByLink(casework, linkHash, asks);
  return found ? { kind: 'in', view: viewOf(casework, found) } : { kind: 'gone' };
};

/** Takes the answer. Sent twice under one `commandId` it is taken once; a second answer is none. */
export const answerAsked = async (
  casework: Casework,
  linkHash: string,
  factor: SecondFactor,
  commandId: string,
  answer: GivenAnswer,
): Promise<Entered<AskView> | Refusal> => {
  const found = await admit(casework, linkHash, factor, asks);
  if ('kind' in found) return found;
  const { link, subject } = found;
  const summary = summaryOf(
    subject.request.items.map((i) => i.text),
    answer,
  );
  if (isRefusal(summary)) return summary;
  const executed = await execute(
    casework,
    { tenantId: link.tenantId },
    {
      caseId: link.caseId,
      commandId,
      command: () => ({
        type: 'ReceiveInformation',
        actor: actorOf(found),
        now: casework.environment.now(),
        requestId: subject.request.requestId,
        summary,
        documents: [],
        facts: [],
        evaluations: [],
      }),
    },
  );
  return done(casework, linkHash, executed);
};

/** Takes a file before the answer, by the same way and within the same limits as one from the portal. */
export const attachAsked = async (
  casework: Casework,
  linkHash: string,
  factor: SecondFactor,
  file: SentFile,
): Promise<Entered<AskView> | Refusal> => {
  const found = await admit(casework, linkHash, factor, asks);
  if ('kind' in found) return found;
  const { link, loaded, subject } = found;
  if (!awaitsAnswer(loaded.state, subject.request.requestId)) return ended;
  const problem = sentFileProblem(file, loaded.state);
  if (problem) return problem;
  const executed = await attachDocument(casework, { tenantId: link.tenantId }, link.caseId, {
    ...file,
    actor: actorOf(found),
  });
  return done(casework, linkHash, executed);
};
