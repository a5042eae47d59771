import { isRefusal, type Refusal, refuse } from '@openum/domain/case/refusal.ts';
import type { NoticeTemplate } from '@openum/domain/notice/template.ts';
import { decideTemplate, type TemplateCommand } from '@openum/domain/template/decide.ts';
import { evolveTemplate, noTemplate, type OwnTemplate } from '@openum/domain/template/version.ts';
import { type CalendarDate, dateInZone } from '@openum/domain/time/instant.ts';
import type { Acting } from '../case/act.ts';
import { ownTemplates } from './own.ts';

/** What a person may do with a template of their plan. */
export type TemplateAct =
  | { readonly type: 'DraftTemplate'; readonly template: NoticeTemplate; readonly note: string }
  | { readonly type: 'ApproveTemplate'; readonly version: string }
  | { readonly type: 'PublishTemplate'; readonly version: string; readonly effectiveFrom: CalendarDate }
  | {
      readonly type: 'RetireTemplate';
      readonly version: string;
      readonly retiredFrom: CalendarDate;
      readonly reason: string;
    };

const commandOf = (act: TemplateAct, { casework, tenant, actor, now }: Acting): TemplateCommand => {
  const base = { actor, now };
  const today = dateInZone(now, tenant.zone);
  switch (act.type) {
    case 'PublishTemplate':
      return { ...act, ...base, today, matrix: casework.knowledge.notices.matrix };
    case 'RetireTemplate':
      return { ...act, ...base, today };
    default:
      return { ...act, ...base };
  }
};

/** One act on a template. `sequence` is what the person was looking at: the second of two people learns that there is something newer. */
export const actOnTemplate = async (
  acting: Acting,
  templateId: string,
  sequence: number,
  act: TemplateAct,
): Promise<OwnTemplate | Refusal> => {
  const { casework, tenant } = acting;
  const scope = { tenantId: tenant.tenantId };
  const before =
    (await ownTemplates(casework, scope)).find((t) => t.templateId === templateId) ?? noTemplate(templateId);
  if (before.sequence !== sequence) return refuse('staleVersion');
  const events = decideTemplate(before, commandOf(act, acting));
  if (isRefusal(events)) return events;
  const written = await casework.letters.templates.append(scope, templateId, sequence, events);
  return written ? events.reduce(evolveTemplate, before) : refuse('staleVersion');
};
