import type { Case } from '@openum/domain/case/state.ts';
import { openItems } from '@openum/domain/case/status.ts';
import { type ChecklistFinding, checklistOf } from '@openum/domain/checklist/checklist.ts';
import { serviceOf } from '@openum/domain/service/catalogue.ts';
import { dateInZone } from '@openum/domain/time/instant.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';

/** What the open lines of a case should have come with, and what of it is there. */
export const readChecklist = (c: Case, knowledge: Knowledge): readonly ChecklistFinding[] => {
  const received = dateInZone(c.receivedAt, c.request.zone);
  const items = openItems(c).map((i) => {
    const category = serviceOf(knowledge.services, i.service)?.category;
    return {
      sequence: i.sequence,
      service: i.service.code.toUpperCase(),
      ...(category ? { category } : {}),
      on: received,
    };
  });
  return checklistOf(
    knowledge.checklists,
    items,
    c.request,
    c.documents,
    c.facts.map((f) => f.key),
  );
};
