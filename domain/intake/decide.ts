import type { Decided } from '../case/decided.ts';
import { required } from '../case/decided.ts';
import { invalid, refuse } from '../case/refusal.ts';
import type { Case } from '../case/state.ts';
import type { IntakeCommand } from './command.ts';

const ruleOut = (c: Case, { ofCaseId, reason }: Extract<IntakeCommand, { type: 'RuleOutDuplicate' }>): Decided => {
  const found = c.possibleDuplicates.find((d) => d.caseId === ofCaseId);
  if (!found) return refuse('duplicateUnknown');
  if (found.ruledOut) return refuse('duplicateRuledOut', { case: found.caseNumber, name: found.ruledOut.by });
  return (
    required('reason', reason) ?? [
      { type: 'DuplicateRuledOut', data: { caseId: ofCaseId, caseNumber: found.caseNumber, reason: reason.trim() } },
    ]
  );
};

const routeCase = (c: Case, { team, to, from, because }: Extract<IntakeCommand, { type: 'RouteCase' }>): Decided => {
  if (c.assignee?.userId !== from?.userId)
    return c.assignee ? refuse('assignedToAnother', { name: c.assignee.name }) : refuse('notAssigned');
  if (to && to.userId === c.assignee?.userId) return refuse('alreadyAssigned', { name: to.name });
  // Said once: a sweep that finds nobody again has nothing to add.
  if (!to && c.routed?.team.teamId === team.teamId) return refuse('alreadyAssigned', { name: team.name });
  return [{ type: 'CaseRouted', data: { team, because, ...(to ? { to } : {}), ...(from ? { from } : {}) } }];
};

const setKind = (
  c: Case,
  { documentId, kind, pages }: Extract<IntakeCommand, { type: 'SetDocumentKind' }>,
): Decided => {
  const document = c.documents.find((d) => d.documentId === documentId);
  if (!document) return refuse('documentUnknown', { document: documentId });
  if (pages) {
    const { from, to } = pages;
    if (from < 1) return invalid('first page', 'pages are counted from 1');
    if (to < from) return invalid('last page', `it must not stand before the first page, ${from}`);
    const said = document.parts?.findLast((p) => p.from <= to && from <= p.to);
    if (said?.from === from && said.to === to && said.kind === kind)
      return refuse('documentKindUnchanged', { document: `${document.title}, pages ${from} to ${to}` });
    return [{ type: 'DocumentKindSet', data: { documentId, kind, pages: { from, to } } }];
  }
  if (document.kind === kind) return refuse('documentKindUnchanged', { document: document.title });
  return [{ type: 'DocumentKindSet', data: { documentId, kind, ...(document.kind ? { from: document.kind } : {}) } }];
};

export const decideIntake = (c: Case, command: IntakeCommand): Decided => {
  switch (command.type) {
    case 'RuleOutDuplicate':
      return ruleOut(c, command);
    case 'RouteCase':
      return routeCase(c, command);
    case 'SetDocumentKind':
      return setKind(c, command);
    default: {
      const never: never = command;
      return never;
    }
  }
};
