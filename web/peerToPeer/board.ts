import { deputyNeeded, outcomeMissing } from '@openum/domain/peerToPeer/peerToPeer.ts';
import type { Instant } from '@openum/domain/time/instant.ts';
import type { PeerToPeerBoardRow } from '@openum/http/contract/peerToPeer.ts';

export const boardLists = ['open', 'agreed', 'record', 'deputy', 'locked', 'missed'] as const;
export type BoardList = (typeof boardLists)[number];

export const boardWords: Record<BoardList, string> = {
  open: 'not agreed yet',
  agreed: 'agreed',
  record: 'record what happened',
  deputy: 'need a deputy',
  locked: 'link locked',
  missed: 'missed',
};

export type BoardSearch = { readonly list?: BoardList; readonly whose?: 'mine'; readonly view?: 'calendar' };

export const readBoardSearch = (search: Record<string, unknown>): BoardSearch => {
  const list = boardLists.find((l) => l === search.list);
  return {
    ...(list ? { list } : {}),
    ...(search.whose === 'mine' ? { whose: 'mine' } : {}),
    ...(search.view === 'calendar' ? { view: 'calendar' } : {}),
  };
};

/** A row may stand in two lists: one that was missed may also need a deputy. */
export const listsOf = ({ offer, deadlines, linkLocked }: PeerToPeerBoardRow, now: Instant): readonly BoardList[] => {
  const late = outcomeMissing(offer, now, deadlines);
  return [
    ...(late ? (['record'] as const) : offer.scheduled ? (['agreed'] as const) : []),
    ...(deputyNeeded(offer) ? (['deputy'] as const) : []),
    ...(linkLocked ? (['locked'] as const) : []),
    ...(offer.missed.length > 0 ? (['missed'] as const) : []),
    ...(!late && !offer.scheduled && offer.missed.length === 0 ? (['open'] as const) : []),
  ];
};

export const mine = ({ offer }: PeerToPeerBoardRow, userId: string): boolean => offer.physician?.userId === userId;
