import { actorName } from '../actor/actor.ts';
import type { EpisodePacket } from '../packet/record.ts';
import type { EpisodeDocument } from '../practiceDocument/record.ts';
import type { TalkWord } from '../practiceTalk/word.ts';
import type { Instant } from '../time/instant.ts';
import type { RecordedEpisodeEvent } from './event.ts';
import { type Episode, type EpisodeAppeal, type EpisodeState, type EpisodeTalk, noEpisode } from './state.ts';

const begin = (e: Extract<RecordedEpisodeEvent, { type: 'EpisodeOpened' }>): Episode => {
  const { episodeNumber, patient, programme, admittedOn, emergency, clinician } = e.data;
  return {
    kind: 'episode',
    version: 1,
    episodeNumber,
    patient,
    admittedOn,
    emergency,
    ...(clinician ? { clinician } : {}),
    levels: [{ programme, from: admittedOn }],
    coverages: [],
    verifications: [],
    services: [],
    submissions: [],
    authorizations: [],
    talks: [],
    denials: [],
    appeals: [],
    remittances: [],
    noteChecks: [],
    documents: [],
    packets: [],
    takenTasks: {},
    handovers: [],
    notes: [],
    lastEventAt: e.recordedAt,
  };
};

const withDischarge = (e: Episode, discharge: Episode['discharge']): Episode => {
  const { discharge: _before, ...rest } = e;
  return discharge ? { ...rest, discharge } : rest;
};

const withTalk = (e: Episode, offerId: string, change: (t: EpisodeTalk) => EpisodeTalk): Episode => ({
  ...e,
  talks: e.talks.map((t) => (t.offerId === offerId ? change(t) : t)),
});

/** The window is the payer's to say; what else somebody wrote down stays. */
const heard = (t: EpisodeTalk, word: TalkWord, at: Instant): EpisodeTalk => {
  const { phone, payerPhysician, reason } = word;
  const known = Object.entries({ phone, payerPhysician, reason }).filter(([, v]) => v !== undefined);
  const written = t.said.length === 0 && t.payerOfferId === undefined;
  return {
    ...(written ? Object.fromEntries(known) : {}),
    ...t,
    ...(t.payerOfferId === undefined ? {} : Object.fromEntries(known)),
    ...(written ? { writtenClosesAt: t.closesAt } : {}),
    closesAt: word.closesAt,
    said: [...t.said, { ...word, at }],
  };
};

const withDocument = (e: Episode, documentId: string, change: (d: EpisodeDocument) => EpisodeDocument): Episode => ({
  ...e,
  documents: e.documents.map((d) => (d.documentId === documentId ? change(d) : d)),
});

const withAppeal = (e: Episode, appealId: string, change: (a: EpisodeAppeal) => EpisodeAppeal): Episode => ({
  ...e,
  appeals: e.appeals.map((a) => (a.appealId === appealId ? change(a) : a)),
});

const withPacket = (e: Episode, packetId: string, change: (p: EpisodePacket) => EpisodePacket): Episode => ({
  ...e,
  packets: e.packets.map((p) => (p.packetId === packetId ? change(p) : p)),
});

/** Levels stay in the order of their days; one that begins where another did takes its place. */
const withLevel = (e: Episode, level: Episode['levels'][number]): Episode['levels'] => {
  const [first, ...later] = e.levels;
  if (level.from <= first.from) return [level];
  return [first, ...later.filter((l) => l.from < level.from), level];
};

/** The same, where later levels stay; the same programme twice in a row is one level from the earlier day on. */
const withLevelAmong = (e: Episode, level: Episode['levels'][number]): Episode['levels'] => {
  const all = [...e.levels.filter((l) => l.from !== level.from), level].toSorted((a, b) => (a.from < b.from ? -1 : 1));
  const [first = level, ...later] = all.filter(
    (l, at) => all[at - 1]?.programme.programmeId !== l.programme.programmeId,
  );
  return [first, ...later];
};

const apply = (e: Episode, event: RecordedEpisodeEvent): Episode => {
  const told = { at: event.occurredAt, by: actorName(event.actor) };
  switch (event.type) {
    case 'EpisodeOpened':
      throw new Error('an episode is opened once');
    case 'CoverageSet': {
      const others = e.coverages.filter((c) => c.coverageId !== event.data.coverageId);
      return { ...e, coverages: [...others, event.data].toSorted((a, b) => a.order - b.order) };
    }
    case 'BenefitsVerified':
      return { ...e, verifications: [...e.verifications, event.data] };
    case 'LevelOfCareChanged': {
      const { among, ...level } = event.data;
      return { ...e, levels: among ? withLevelAmong(e, level) : withLevel(e, level) };
    }
    case 'EpisodeDischarged':
      return withDischarge(e, { on: event.data.on, disposition: event.data.disposition });
    case 'DischargeCorrected':
      return withDischarge(e, event.data.on && e.discharge ? { ...e.discharge, on: event.data.on } : undefined);
    case 'ServicesRecorded':
      return { ...e, services: [...e.services, ...event.data.services] };
    case 'ServicesWithdrawn': {
      const { serviceIds, reason } = event.data;
      return {
        ...e,
        services: e.services.map((s) =>
          serviceIds.includes(s.serviceId) ? { ...s, withdrawn: { ...told, reason } } : s,
        ),
      };
    }
    case 'ServicesBilled': {
      const { serviceIds, claimId, billedOn } = event.data;
      return {
        ...e,
        services: e.services.map((s) =>
          serviceIds.includes(s.serviceId) ? { ...s, billed: { claimId, billedOn } } : s,
        ),
      };
    }
    case 'SubmissionRecorded':
      return { ...e, submissions: [...e.submissions, { ...event.data, answers: [], informationSent: [] }] };
    case 'SubmissionAnswered': {
      const { submissionId, ...answer } = event.data;
      return {
        ...e,
        submissions: e.submissions.map((s) =>
          s.submissionId === submissionId ? { ...s, answers: [...s.answers, answer] } : s,
        ),
      };
    }
    case 'InformationSent': {
      const { submissionId, ...sent } = event.data;
      return {
        ...e,
        submissions: e.submissions.map((s) =>
          s.submissionId === submissionId ? { ...s, informationSent: [...s.informationSent, sent] } : s,
        ),
      };
    }
    case 'AuthorizationRecorded':
      return {
        ...e,
        authorizations: [...e.authorizations, { ...event.data, recordedAt: event.occurredAt, earlier: [] }],
      };
    case 'AuthorizationCorrected': {
      const { authorization } = event.data;
      return {
        ...e,
        authorizations: e.authorizations.map((a) => {
          if (a.authorizationId !== authorization.authorizationId) return a;
          const { recordedAt, earlier, voided: _, ...before } = a;
          return { ...authorization, recordedAt, earlier: [...earlier, before] };
        }),
      };
    }
    case 'AuthorizationVoided': {
      const { authorizationId, reason } = event.data;
      return {
        ...e,
        authorizations: e.authorizations.map((a) =>
          a.authorizationId === authorizationId ? { ...a, voided: { ...told, reason } } : a,
        ),
      };
    }
    case 'PeerToPeerOffered':
      return { ...e, talks: [...e.talks, { ...event.data, offeredAt: event.occurredAt, said: [], escalations: [] }] };
    case 'PeerToPeerSaid': {
      const { offerId, submissionId, ...word } = event.data;
      return withTalk(e, offerId, (t) => heard({ ...t, submissionId: t.submissionId ?? submissionId }, word, told.at));
    }
    case 'PeerToPeerScheduled': {
      const { offerId, ...scheduled } = event.data;
      return withTalk(e, offerId, (t) => ({ ...t, scheduled }));
    }
    case 'PeerToPeerHeld': {
      const { offerId, ...held } = event.data;
      return withTalk(e, offerId, (t) => ({ ...t, held: { ...told, ...held } }));
    }
    case 'PeerToPeerMissed': {
      const { offerId, reason } = event.data;
      return withTalk(e, offerId, (t) => ({ ...t, missed: { ...told, reason } }));
    }
    case 'PeerToPeerDeclined': {
      const { offerId, reason } = event.data;
      return withTalk(e, offerId, (t) => ({ ...t, declined: { ...told, reason } }));
    }
    case 'PeerToPeerEscalated': {
      const { offerId, ...escalated } = event.data;
      return withTalk(e, offerId, (t) => ({ ...t, escalations: [...t.escalations, { ...told, ...escalated }] }));
    }
    case 'DenialRecorded':
      return { ...e, denials: [...e.denials, event.data] };
    case 'DenialLetterRecorded':
      return {
        ...e,
        denials: e.denials.map((d) => (d.denialId === event.data.denialId ? { ...d, ...event.data } : d)),
      };
    case 'CauseAssigned': {
      const { denialId, ...cause } = event.data;
      return {
        ...e,
        denials: e.denials.map((d) => (d.denialId === denialId ? { ...d, cause: { ...cause, by: told.by } } : d)),
      };
    }
    case 'AppealDrafted': {
      const { letter, draft } = event.data;
      const before = e.appeals.find((a) => a.appealId === event.data.appealId);
      const others = e.appeals.filter((a) => a !== before);
      const version = { ...told, letter, ...(draft ? { draft } : {}) };
      const versions = [...(before?.versions ?? []), version];
      const drafted = { ...event.data, draftedAt: told.at, versions, failures: before?.failures ?? [], said: [] };
      return { ...e, appeals: [...others, drafted] };
    }
    case 'AppealSent': {
      const { sentOn, fileId, way, reference, spokeWith, response, ...appeal } = event.data;
      const before = e.appeals.find((a) => a.appealId === appeal.appealId);
      const how = Object.entries({ fileId, way, reference, spokeWith, response }).filter(([, v]) => v !== undefined);
      const sent = {
        draftedAt: told.at,
        versions: [],
        failures: [],
        said: [],
        ...before,
        ...appeal,
        sentOn,
        sent: { ...told, ...Object.fromEntries(how) },
      };
      return { ...e, appeals: [...e.appeals.filter((a) => a !== before), sent] };
    }
    case 'AppealBound': {
      const { appealId, ...file } = event.data;
      return withAppeal(e, appealId, (a) => ({ ...a, file: { ...told, ...file } }));
    }
    case 'AppealNotSent': {
      const { appealId, ...failure } = event.data;
      return withAppeal(e, appealId, (a) => ({ ...a, failures: [...a.failures, { ...failure, at: told.at }] }));
    }
    case 'AppealSaid': {
      const { appealId, words } = event.data;
      return withAppeal(e, appealId, (a) => ({ ...a, said: words }));
    }
    case 'AppealMoneyRecorded': {
      const { appealId, recovered } = event.data;
      return withAppeal(e, appealId, (a) => (a.answered ? { ...a, answered: { ...a.answered, recovered } } : a));
    }
    case 'AppealAnswered': {
      const { appealId, ...answered } = event.data;
      return { ...e, appeals: e.appeals.map((a) => (a.appealId === appealId ? { ...a, answered } : a)) };
    }
    case 'RemittanceApplied':
      return { ...e, remittances: [...e.remittances, event.data] };
    case 'NoteChecked': {
      const { textSha256: _text, version: _version, ...checked } = event.data;
      return { ...e, noteChecks: [...e.noteChecks, { ...told, ...checked }] };
    }
    case 'DocumentAdded':
      return { ...e, documents: [...e.documents, { ...event.data, added: told }] };
    case 'DocumentDescribed': {
      const { documentId, title, kind, recordedOn } = event.data;
      return withDocument(e, documentId, ({ kind: _k, recordedOn: _r, ...d }) => ({
        ...d,
        title,
        ...(kind ? { kind } : {}),
        ...(recordedOn ? { recordedOn } : {}),
      }));
    }
    case 'DocumentWithdrawn': {
      const { documentId, reason } = event.data;
      return withDocument(e, documentId, (d) => ({ ...d, withdrawn: { ...told, reason } }));
    }
    case 'PacketMade':
      return { ...e, packets: [...e.packets, { ...event.data, made: told, failures: [] }] };
    case 'PacketSent': {
      const { packetId, ...sent } = event.data;
      return withPacket(e, packetId, (p) => ({ ...p, sent: { ...sent, by: told.by } }));
    }
    case 'PacketFailed': {
      const { packetId, ...failure } = event.data;
      return withPacket(e, packetId, (p) => ({ ...p, failures: [...p.failures, { ...failure, at: told.at }] }));
    }
    case 'TaskTaken':
      return { ...e, takenTasks: { ...e.takenTasks, [event.data.task]: event.data.by } };
    case 'HandedOver':
      return { ...e, handovers: [...e.handovers, { ...told, ...event.data }] };
    case 'NoteAdded':
      return { ...e, notes: [...e.notes, { ...told, ...event.data }] };
    default: {
      const never: never = event;
      throw new Error(`unknown event ${(never as RecordedEpisodeEvent).type}`);
    }
  }
};

/** The state after one more event. Throws only when the log itself is impossible. */
export const evolveEpisode = (state: EpisodeState, event: RecordedEpisodeEvent): EpisodeState => {
  if (state.kind === 'none') {
    if (event.type !== 'EpisodeOpened') throw new Error(`an episode begins with EpisodeOpened, not ${event.type}`);
    return begin(event);
  }
  return { ...apply(state, event), version: state.version + 1, lastEventAt: event.recordedAt };
};

export const foldEpisode = (events: readonly RecordedEpisodeEvent[]): EpisodeState =>
  events.reduce(evolveEpisode, noEpisode);
