import { actorName } from '../actor/actor.ts';
import type { RecordedEvent } from '../case/event.ts';
import type { Case } from '../case/state.ts';
import type { StartedClock } from '../clock/started.ts';
import type { Appeal } from './appeal.ts';
import type { AppealEvent, ReconsiderationEvent } from './event.ts';

type Recorded = Extract<RecordedEvent, { type: (AppealEvent | ReconsiderationEvent)['type'] }>;

const withAppeal = (c: Case, appealId: string, change: (a: Appeal) => Appeal): Case => ({
  ...c,
  appeals: c.appeals.map((a) => (a.appealId === appealId ? change(a) : a)),
});

const replaceClocks = (a: Appeal, clocks: readonly StartedClock[]): Pick<Appeal, 'clocks' | 'supersededClocks'> => ({
  supersededClocks: [...a.supersededClocks, ...a.clocks],
  clocks,
});

const filed = (c: Case, e: Extract<Recorded, { type: 'AppealFiled' }>, recordedBy: string): Case => {
  const { expedited, ...data } = e.data;
  const opened: Appeal = {
    ...data,
    filedAt: e.occurredAt,
    recordedBy,
    urgency: expedited ? 'expedited' : 'standard',
    ...(expedited ? { expediteAsked: { ...expedited, at: data.receivedAt } } : {}),
    supersededClocks: [],
    extensions: [],
    exhibits: [],
    informationRequests: [],
    evidenceShared: [],
    chases: [],
  };
  return { ...c, appeals: [...c.appeals, opened] };
};

export const evolveAppeal = (c: Case, e: Recorded): Case => {
  const told = {
    at: e.occurredAt,
    recordedBy: actorName(e.actor),
  };
  switch (e.type) {
    case 'AppealFiled':
      return filed(c, e, told.recordedBy);
    case 'ReconsiderationRequested':
      return { ...c, reconsiderations: [...c.reconsiderations, { ...e.data, recordedBy: told.recordedBy }] };
    case 'ReconsiderationDecided':
      return {
        ...c,
        reconsiderations: c.reconsiderations.map((r) =>
          r.reconsiderationId === e.data.reconsiderationId ? { ...r, decided: { ...e.data, ...told } } : r,
        ),
      };
    case 'AppealStandingShown':
      return withAppeal(c, e.data.appealId, (a) => ({
        ...a,
        standingShown: { ...e.data, ...told },
        clocks: [...a.clocks, ...e.data.clocks],
      }));
    case 'AppealLateFilingDecided':
      return withAppeal(c, e.data.appealId, (a) => ({ ...a, lateAccepted: { ...e.data, ...told } }));
    case 'AppealExpediteAsked': {
      const { by, reason, askedAt, clocks } = e.data;
      return withAppeal(c, e.data.appealId, (a) => ({
        ...a,
        urgency: 'expedited',
        expediteAsked: { by, reason, at: askedAt },
        ...replaceClocks(a, clocks),
      }));
    }
    case 'AppealExpediteRefused':
      return withAppeal(c, e.data.appealId, (a) => ({
        ...a,
        urgency: 'standard',
        expediteRefused: { ...e.data, ...told },
        ...replaceClocks(a, e.data.clocks),
      }));
    case 'AppealExtended':
      return withAppeal(c, e.data.appealId, (a) => ({ ...a, extensions: [...a.extensions, { ...e.data, ...told }] }));
    case 'AppealExhibitAdded':
      return withAppeal(c, e.data.appealId, (a) => ({ ...a, exhibits: [...a.exhibits, { ...e.data, ...told }] }));
    case 'AppealReviewerAssigned':
      return withAppeal(c, e.data.appealId, (a) => ({ ...a, reviewer: e.data.to }));
    case 'AppealInformationAsked':
      return withAppeal(c, e.data.appealId, (a) => ({
        ...a,
        informationRequests: [...a.informationRequests, { ...e.data, ...told }],
      }));
    case 'AppealInformationReceived': {
      const { requestId, summary } = e.data;
      return withAppeal(c, e.data.appealId, (a) => ({
        ...a,
        informationRequests: a.informationRequests.map((r) =>
          r.requestId === requestId ? { ...r, answeredAt: told.at, summary } : r,
        ),
      }));
    }
    case 'AppealEvidenceShared':
      return withAppeal(c, e.data.appealId, (a) => ({
        ...a,
        evidenceShared: [...a.evidenceShared, { ...e.data, ...told }],
      }));
    case 'AppealDecided':
      return withAppeal(c, e.data.appealId, (a) => ({
        ...a,
        decided: { ...e.data, ...told },
        clocks: [...a.clocks, ...e.data.clocks],
      }));
    case 'AppealDismissed':
      return withAppeal(c, e.data.appealId, (a) => ({ ...a, dismissed: { ...e.data, ...told } }));
    case 'AppealWithdrawn':
      return withAppeal(c, e.data.appealId, (a) => ({ ...a, withdrawn: { ...e.data, ...told } }));
    case 'ReviewOrganizationNamed':
      return withAppeal(c, e.data.appealId, (a) => ({
        ...a,
        organization: { ...e.data, ...told },
        clocks: [...a.clocks, ...e.data.clocks],
      }));
    case 'AppealForwarded':
      return withAppeal(c, e.data.appealId, (a) => ({ ...a, forwarded: { ...e.data, ...told } }));
    case 'ExternalAnswerChased':
      return withAppeal(c, e.data.appealId, (a) => ({ ...a, chases: [...a.chases, { ...e.data, ...told }] }));
    case 'ExternalDecisionReceived':
      return withAppeal(c, e.data.appealId, (a) => ({
        ...a,
        externalDecision: { ...e.data, ...told },
        clocks: [...a.clocks, ...e.data.clocks],
      }));
    case 'AppealEffectuated':
      return withAppeal(c, e.data.appealId, (a) => ({ ...a, effectuated: { ...e.data, ...told } }));
    case 'AidContinuingDecided':
      return withAppeal(c, e.data.appealId, (a) => ({ ...a, aid: { ...e.data, ...told } }));
    case 'AidContinuingEnded':
      return withAppeal(c, e.data.appealId, (a) => ({ ...a, aidEnded: { ...e.data, ...told } }));
    default: {
      const never: never = e;
      throw new Error(`unknown event ${(never as RecordedEvent).type}`);
    }
  }
};
