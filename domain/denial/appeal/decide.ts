import { type Refusal, refuse } from '../../case/refusal.ts';
import type { EpisodeCommandOf } from '../../episode/command.ts';
import { type EpisodeDecided, firstOf } from '../../episode/decided.ts';
import type { AppealSending, PracticeAppeal } from '../../episode/record.ts';
import type { Episode, EpisodeAppeal } from '../../episode/state.ts';
import { consentProblem, documentsProblem } from '../../packet/decide.ts';
import { openBrackets } from './draft.ts';

const waiting = (open: readonly string[]): Refusal | undefined =>
  open.length > 0 ? refuse('appealInBrackets', { open: open.join(' ').slice(0, 300) }) : undefined;

/** A letter that was written elsewhere: its lines in brackets are those of a draft that nobody finished. */
const openLines = (letter: string): readonly string[] => letter.match(/^\[[^\]]*\]/gm) ?? [];

/** Why an appeal may not go as it is. */
export const sendingProblem = (
  e: Episode,
  data: PracticeAppeal & Partial<AppealSending>,
  before: EpisodeAppeal | undefined,
): Refusal | undefined => {
  if (data.sentOn === undefined) return data.draft ? documentsProblem(e, data.draft.exhibits) : undefined;
  return firstOf(
    waiting(data.draft ? openBrackets(data.draft) : openLines(data.letter)),
    data.fileId !== undefined && before?.file?.fileId !== data.fileId ? refuse('appealNotBound') : undefined,
  );
};

/** The letter with its exhibits becomes one file; it stands until the draft changes. */
export const bindAppeal = (e: Episode, command: EpisodeCommandOf<'BindAppeal'>): EpisodeDecided => {
  const { type: _t, actor: _a, now: _n, today: _d, occurredAt: _o, ...data } = command;
  const appeal = e.appeals.find((a) => a.appealId === data.appealId);
  if (!appeal?.draft) return refuse('practiceAppealUnknown');
  return (
    firstOf(
      appeal.sentOn ? refuse('practiceAppealSent') : undefined,
      waiting(openBrackets(appeal.draft)),
      documentsProblem(e, appeal.draft.exhibits),
      consentProblem(e, appeal.draft.consent),
    ) ?? [{ type: 'AppealBound', data }]
  );
};

export const failAppeal = (e: Episode, command: EpisodeCommandOf<'RecordAppealFailure'>): EpisodeDecided => {
  const { type: _t, actor: _a, now: _n, today: _d, occurredAt: _o, ...data } = command;
  const appeal = e.appeals.find((a) => a.appealId === data.appealId);
  if (!appeal) return refuse('practiceAppealUnknown');
  return appeal.sentOn ? refuse('practiceAppealSent') : [{ type: 'AppealNotSent', data }];
};
