import type { Role } from '../actor/actor.ts';
import type { CaseEventType } from '../case/event.ts';
import { ratingNewsKinds } from '../consistency/news.ts';

/** What people are told about cases and sets to rate besides the alarms of clocks. Each person may leave out any of them. */
export const newsKinds = [
  'assigned',
  'reminded',
  'informationReceived',
  'peerToPeerTaken',
  'deputy',
  'appealFiled',
  'referralReceived',
  'letterFailed',
  ...ratingNewsKinds,
] as const;
export type NewsKind = (typeof newsKinds)[number];

/** The events that are news, and of which kind. Nobody is told of what they did themselves. */
export const newsEvents = {
  Assigned: 'assigned',
  AppealReviewerAssigned: 'assigned',
  OwnerReminded: 'reminded',
  InformationReceived: 'informationReceived',
  PeerToPeerScheduled: 'peerToPeerTaken',
  PeerToPeerEscalated: 'deputy',
  AppealFiled: 'appealFiled',
  CaseManagementReferred: 'referralReceived',
  NoticeDeliveryFailed: 'letterFailed',
  NoticeDeliveryReturned: 'letterFailed',
} as const satisfies Partial<Record<CaseEventType, NewsKind>>;
export type NewsEventType = keyof typeof newsEvents;

/** Roles that are told of a kind whoever has the case; the others are told of their own cases only. */
export const newsRoles: Readonly<Partial<Record<NewsKind, readonly Role[]>>> = {
  appealFiled: ['appealsCoordinator'],
  referralReceived: ['caseManagementCoordinator'],
  letterFailed: ['umCoordinator', 'administrator'],
};

/** How far back news goes. */
export const newsDays = 30;
