import type { CaseKind, CaseListFilter, Days, Moments, TalkEnd } from '@openum/casework/port/caseReports.ts';
import type { TalkOutcome } from '@openum/domain/peerToPeer/event.ts';

/** Collects conditions, and their values at the end of `parameters`. */
export const conditions = (parameters: unknown[]) => {
  const demands: string[] = [];
  return {
    demand(value: unknown, sql: (place: string) => string): void {
      if (value === undefined) return;
      parameters.push(value);
      demands.push(sql(`$${parameters.length}`));
    },
    say: (sql: string): void => void demands.push(sql),
    sql: (): string => demands.map((d) => ` and ${d}`).join(''),
    parameters,
  };
};
type Conditions = ReturnType<typeof conditions>;

export const openCase = `r.status not in ('determined', 'withdrawn', 'voided')`;

export const eventOf: Record<TalkEnd, string> = {
  offered: 'PeerToPeerOffered',
  held: 'PeerToPeerHeld',
  missed: 'PeerToPeerMissed',
  declined: 'PeerToPeerDeclined',
};

export const ofDays = (c: Conditions, column: string, days: Days | undefined): void => {
  c.demand(days?.from, (p) => `${column} >= ${p}::date`);
  c.demand(days?.before, (p) => `${column} < ${p}::date`);
};

export const ofKind = (c: Conditions, kind: CaseKind): void => {
  c.demand(kind.lineOfBusiness, (p) => `r.line_of_business = any(${p}::text[])`);
  c.demand(kind.state, (p) => `r.state_of_issue = ${p}`);
  c.demand(kind.reviewType, (p) => `r.review_type = ${p}`);
};

export const ofMoments = (c: Conditions, column: string, { from, before }: Partial<Moments>): void => {
  c.demand(from, (p) => `${column} >= ${p}::timestamptz`);
  c.demand(before, (p) => `${column} < ${p}::timestamptz`);
};

const exists = (given: Conditions, from: string, more: (c: Conditions) => void): void => {
  const inner = conditions(given.parameters);
  more(inner);
  given.say(`exists (select 1 from ${from} where x.tenant_id = r.tenant_id and x.case_id = r.case_id${inner.sql()})`);
};

const talkDemands = (c: Conditions, talk: Moments & { readonly end: TalkEnd; readonly outcome?: TalkOutcome }) => {
  c.say(`x.type = '${eventOf[talk.end]}'`);
  c.demand(talk.outcome, (p) => `x.data ->> 'outcome' = ${p}`);
  ofMoments(c, 'x.occurred_at', talk);
};

export const ofCaseList = (c: Conditions, f: CaseListFilter): void => {
  ofKind(c, f);
  ofDays(c, 'r.received_on', f.received);
  c.demand(f.channel, (p) => `r.channel = ${p}`);
  if (f.open !== undefined) c.say(f.open ? openCase : `not (${openCase})`);
  if (f.assignee === 'none') c.say('r.assignee_user_id is null');
  else c.demand(f.assignee, (p) => `r.assignee_user_id = ${p}`);
  ofMoments(c, 'r.next_due_at', f.due ?? {});
  const { decided, appealed, appealReceived, talk } = f;
  if (decided)
    exists(c, 'case_item x', (inner) => {
      inner.say('x.first_outcome is not null');
      ofDays(inner, 'x.first_decided_on', decided);
      inner.demand(decided.outcome, (p) => `x.first_outcome = any(${p}::text[])`);
      inner.demand(decided.reviewType, (p) => `x.review_type = ${p}`);
      inner.demand(decided.byRule, (p) => `(x.decided_by_kind = 'rule') = ${p}`);
    });
  if (appealed)
    exists(c, 'case_item x', (inner) => {
      inner.say('x.appeal_outcome is not null');
      ofDays(inner, 'x.appeal_decided_on', appealed);
      inner.demand(appealed.outcome, (p) => `x.appeal_outcome = any(${p}::text[])`);
    });
  if (appealReceived)
    exists(c, 'case_event x', (inner) => {
      inner.say(`x.type = 'AppealFiled'`);
      // Instants are compared as the text that they are: it sorts as they do.
      inner.demand(appealReceived.from, (p) => `(x.data ->> 'receivedAt') collate "C" >= ${p}`);
      inner.demand(appealReceived.before, (p) => `(x.data ->> 'receivedAt') collate "C" < ${p}`);
    });
  if (talk) exists(c, 'case_event x', (inner) => talkDemands(inner, talk));
};
