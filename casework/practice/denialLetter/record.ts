import { type Refusal, refuse } from '@openum/domain/case/refusal.ts';
import type { LetterFacts, LetterMark } from '@openum/domain/denial/letter/record.ts';
import { quotes } from '@openum/domain/document/find.ts';
import type { EpisodeCommand } from '@openum/domain/episode/command.ts';
import type { Denial } from '@openum/domain/episode/record.ts';
import { type Episode, finalAnswer } from '@openum/domain/episode/state.ts';
import { byAt, type PracticeActing } from '../acting.ts';
import { actOnEpisode, type EpisodeActed } from '../episode/act.ts';

type Facts = Omit<LetterFacts, 'letter'> & Pick<Denial, 'reason' | 'appealBy'>;

/** What somebody read in a letter: of a denial that is known already, or of one that comes with it. */
export type LetterToRecord = {
  readonly commandId: string;
  readonly expectedVersion: number;
  readonly documentId: string;
  readonly marks: readonly LetterMark[];
  readonly facts: Facts;
  readonly about:
    | { readonly kind: 'known'; readonly denialId: string }
    | ({ readonly kind: 'new' } & Pick<
        Denial,
        'coverageId' | 'receivedOn' | 'from' | 'to' | 'amount' | 'submissionId' | 'levelOfCare'
      >);
};

/** Words that do not stand on the page are no ground for anything. */
const markProblem = async (
  { casework, scope }: PracticeActing,
  episodeId: string,
  { documentId, marks }: LetterToRecord,
): Promise<Refusal | undefined> => {
  for (const mark of marks) {
    const page = await casework.documentPages.page(scope, episodeId, documentId, mark.page);
    if (!page || !quotes(page.text, mark, mark.quote))
      return refuse('fieldInvalid', { field: mark.field, problem: `the quote does not stand on page ${mark.page}` });
  }
  return undefined;
};

const commandOf = (me: PracticeActing, e: Episode, given: LetterToRecord): EpisodeCommand => {
  const { about, facts, documentId, marks } = given;
  const by = byAt(me);
  const letter = { documentId, marks };
  if (about.kind === 'known') return { type: 'RecordDenialLetter', ...by, denialId: about.denialId, ...facts, letter };
  const { kind: _, ...span } = about;
  const denial: Denial = {
    ...span,
    ...facts,
    letter,
    denialId: me.casework.environment.newId(),
    source: 'letter',
    adjustmentCodes: [],
    remarkCodes: [],
  };
  const request = e.submissions.find((s) => s.submissionId === about.submissionId);
  // A request that has no answer yet gets it with the letter.
  if (!request || finalAnswer(request)) return { type: 'RecordDenial', ...by, ...denial };
  return {
    type: 'RecordAnswer',
    ...by,
    submissionId: request.submissionId,
    answer: {
      outcome: 'denied',
      answeredAt: me.now,
      ...(facts.reference ? { reference: facts.reference } : {}),
      ...(facts.reason ? { reason: facts.reason } : {}),
    },
    authorizations: [],
    denial,
  };
};

/** Writes down what a letter of denial says, with the words on which each value rests. */
export const recordDenialLetter = async (
  me: PracticeActing,
  episodeId: string,
  given: LetterToRecord,
): Promise<EpisodeActed> => {
  const refusal = await markProblem(me, episodeId, given);
  if (refusal) return { kind: 'refused', refusal };
  const { commandId, expectedVersion } = given;
  return actOnEpisode(me.casework, me.scope, {
    episodeId,
    commandId,
    expectedVersion,
    command: ({ state }) => commandOf(me, state, given),
  });
};
