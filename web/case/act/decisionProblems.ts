import type { Actor } from '@openum/domain/actor/actor.ts';
import { refusalSentence } from '@openum/domain/case/refusal.ts';
import { authorizedProblem, qualificationProblem } from '@openum/domain/determination/guard.ts';
import { rationaleProblems } from '@openum/domain/determination/rationale.ts';
import { demandedOfferProblem } from '@openum/domain/peerToPeer/guard.ts';
import { documentsInTime } from '@openum/domain/retrospective/evidence.ts';
import type { Instant } from '@openum/domain/time/instant.ts';
import type { CaseView } from '@openum/http/contract/case.ts';
import { authorizedTextProblems, type DecisionDraft, decisionForCheck } from './decisionDraft.ts';

export type DecisionProblem = {
  /** Absent for what concerns the whole decision. */
  readonly itemSequence?: number;
  readonly field: keyof DecisionDraft | 'attestation' | 'evidence' | 'qualification' | 'items' | 'peerToPeer';
  readonly message: string;
};

export type Attestation = { readonly noConflictOfInterest: boolean; readonly reviewedRecord: boolean };

const isAdverseDraft = (d: DecisionDraft): boolean => d.outcome !== 'later' && d.outcome !== 'approved';

/** Documents of the case that this person has not opened yet; each must be opened before a decision against the request. */
export const unopened = ({ state, openedByMe }: CaseView) =>
  documentsInTime(state.documents, state.request).filter((d) => !openedByMe.includes(d.documentId));

const criteriaNames = (view: CaseView, item: number): readonly string[] =>
  view.state.evaluations.filter((e) => e.itemSequence === item).map((e) => e.criteria.name);

/** A letter without its criteria may not go out: where none are held for the service, the physician names what was applied. */
export const mustCite = (view: CaseView, d: DecisionDraft): boolean =>
  d.reasonClass === 'medicalNecessity' && criteriaNames(view, d.itemSequence).length === 0;

const citedProblems = (view: CaseView, d: DecisionDraft): readonly DecisionProblem[] =>
  mustCite(view, d)
    ? (['citedName', 'citedVersion', 'citedCitation'] as const).flatMap((field) =>
        d[field].trim() === ''
          ? [{ itemSequence: d.itemSequence, field, message: 'The letter must name the criteria: fill this in.' }]
          : [],
      )
    : [];

const reasonProblems = (view: CaseView, d: DecisionDraft): readonly DecisionProblem[] => {
  const { itemSequence } = d;
  const inWords = (field: 'rationale' | 'memberRationale'): readonly DecisionProblem[] =>
    rationaleProblems(d[field], criteriaNames(view, itemSequence)).map((problem) => ({
      itemSequence,
      field,
      message:
        d[field].trim() === '' ? 'Write the reason in your own words.' : `Not enough of a reason yet: ${problem}.`,
    }));
  return [
    ...(d.reasonCodes.length > 0
      ? []
      : [{ itemSequence, field: 'reasonCodes', message: 'Choose at least one decision reason.' } as const]),
    ...citedProblems(view, d),
    ...inWords('rationale'),
    ...inWords('memberRationale'),
  ];
};

const itemProblems = (view: CaseView, d: DecisionDraft): readonly DecisionProblem[] => {
  const decision = decisionForCheck(d);
  const item = view.state.items.find((i) => i.sequence === d.itemSequence);
  if (!decision || !item) return [];
  const { itemSequence } = d;
  const texts = d.outcome === 'denied' ? [] : authorizedTextProblems(d);
  const wrong = texts.length > 0 ? undefined : authorizedProblem(item, decision);
  return [
    ...texts.map((p) => ({ itemSequence, ...p })),
    ...(wrong ? [{ itemSequence, field: 'outcome', message: refusalSentence(wrong) } as const] : []),
    ...(isAdverseDraft(d) ? reasonProblems(view, d) : []),
  ];
};

/** Everything that still stands in the way of this decision, by the same guards that the server asks; empty when it may be sent. */
export const decisionProblems = (
  view: CaseView,
  actor: Actor,
  now: Instant,
  drafts: readonly DecisionDraft[],
  attestation: Attestation,
): readonly DecisionProblem[] => {
  const chosen = drafts.filter((d) => d.outcome !== 'later');
  if (chosen.length === 0) return [{ field: 'items', message: 'Choose an outcome for at least one item.' }];
  const perItem = chosen.flatMap((d) => itemProblems(view, d));
  if (!chosen.some(isAdverseDraft)) return perItem;
  const waiting = chosen.filter(isAdverseDraft).flatMap((d): readonly DecisionProblem[] => {
    const no = demandedOfferProblem(view.state, d.itemSequence, view.peerToPeer.demand, now);
    return no ? [{ itemSequence: d.itemSequence, field: 'peerToPeer', message: refusalSentence(no) }] : [];
  });
  const unqualified = qualificationProblem(actor, view.state, view.reviewerRequirement, now);
  const toOpen = unopened(view);
  return [
    ...(unqualified ? [{ field: 'qualification', message: refusalSentence(unqualified) } as const] : []),
    ...(toOpen.length > 0
      ? [{ field: 'evidence', message: `Open these first: ${toOpen.map((d) => d.title).join(', ')}.` } as const]
      : []),
    ...waiting,
    ...perItem,
    ...(attestation.noConflictOfInterest && attestation.reviewedRecord
      ? []
      : [
          {
            field: 'attestation',
            message: 'Confirm that you have no conflict of interest and that you reviewed the record.',
          } as const,
        ]),
  ];
};
