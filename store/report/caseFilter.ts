import type {
  CaseKind,
  CaseListFilter,
  Days,
  LineFilter,
  Moments,
  TalkEnd,
  TalkFilter,
} from '@openum/casework/port/caseReports.ts';

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
export type Conditions = ReturnType<typeof conditions>;

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

/** Lines first decided so; `x` is the line. */
export const decidedDemands = (c: Conditions, decided: NonNullable<LineFilter['decided']>): void => {
  c.say('x.first_outcome is not null');
  ofDays(c, 'x.first_decided_on', decided);
  c.demand(decided.outcome, (p) => `x.first_outcome = any(${p}::text[])`);
  c.demand(decided.byRule, (p) => `(x.decided_by_kind = 'rule') = ${p}`);
};

/** Lines that an appeal was decided on so; `x` is the line. */
export const appealedDemands = (c: Conditions, appealed: NonNullable<LineFilter['appealed']>): void => {
  c.say('x.appeal_outcome is not null');
  ofDays(c, 'x.appeal_decided_on', appealed);
  c.demand(appealed.outcome, (p) => `x.appeal_outcome = any(${p}::text[])`);
};

/** The number of the change of the dial that a determination names, as text. */
export const dialNumberSql = (event: string): string =>
  `substring(${event}.data #>> '{by,rule}' from ' dial ([0-9]+)$')`;

/** Lines that were approved, or exempt, under a change of the dial; `x` is the line. */
export const dialDemand = (c: Conditions, dial: number | undefined): void =>
  c.demand(
    dial === undefined ? undefined : String(dial),
    (p) => `exists (select 1 from case_event e where e.tenant_id = x.tenant_id and e.case_id = x.case_id
      and e.type = 'ItemDetermined' and ${dialNumberSql('e')} = ${p} and (e.data ->> 'itemSequence')::int = x.item_sequence)`,
  );

/** Ends of talks; `x` is the event. */
export const talkDemands = (c: Conditions, talk: TalkFilter['talk']) => {
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
  const { appealReceived } = f;
  if (appealReceived)
    exists(c, 'case_event x', (inner) => {
      inner.say(`x.type = 'AppealFiled'`);
      // Instants are compared as the text that they are: it sorts as they do.
      inner.demand(appealReceived.from, (p) => `(x.data ->> 'receivedAt') collate "C" >= ${p}`);
      inner.demand(appealReceived.before, (p) => `(x.data ->> 'receivedAt') collate "C" < ${p}`);
    });
};
