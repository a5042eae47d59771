import type { PersonActor, Role } from '../actor/actor.ts';
import { type Refusal, refuse } from '../case/refusal.ts';
import type { ContentMatrix } from '../notice/matrix.ts';
import type { NoticeTemplate } from '../notice/template.ts';
import type { CalendarDate, Instant } from '../time/instant.ts';
import { templateDemands, templateProblems } from './check.ts';
import { type OwnTemplate, type RecordedTemplateEvent, sameUse, type TemplateEvent, versionStatus } from './version.ts';

export type TemplateCommand = { readonly actor: PersonActor; readonly now: Instant } & (
  | { readonly type: 'DraftTemplate'; readonly template: NoticeTemplate; readonly note: string }
  | { readonly type: 'ApproveTemplate'; readonly version: string }
  | {
      readonly type: 'PublishTemplate';
      readonly version: string;
      readonly effectiveFrom: CalendarDate;
      /** In the plan's zone. */
      readonly today: CalendarDate;
      readonly matrix: ContentMatrix;
    }
  | {
      readonly type: 'RetireTemplate';
      readonly version: string;
      readonly retiredFrom: CalendarDate;
      readonly today: CalendarDate;
      readonly reason: string;
    }
);

/** Who may do what with the texts of letters. */
export const templateRoles: Record<TemplateCommand['type'], readonly Role[]> = {
  DraftTemplate: ['administrator', 'umDirector', 'umCoordinator', 'appealsCoordinator'],
  ApproveTemplate: ['administrator', 'umDirector', 'medicalDirector', 'qualityManager'],
  PublishTemplate: ['administrator', 'umDirector'],
  RetireTemplate: ['administrator', 'umDirector'],
};

export const mayNotTemplate = (type: TemplateCommand['type'], actor: PersonActor): Refusal | undefined =>
  actor.roles.some((r) => templateRoles[type].includes(r))
    ? undefined
    : refuse('roleMissing', { roles: [...templateRoles[type]] });

const draft = (t: OwnTemplate, command: Extract<TemplateCommand, { type: 'DraftTemplate' }>) => {
  const [first] = t.versions;
  if (first && !sameUse(first.template, command.template))
    return refuse('fieldInvalid', { field: 'template', problem: 'a new version stays for the same letters' });
  const last = t.versions.at(-1);
  const open = last && versionStatus(last) !== 'published' && versionStatus(last) !== 'retired';
  const version = open ? last.version : String(t.versions.length + 1);
  const template = { ...command.template, id: t.templateId, version };
  const [problem] = templateProblems(template);
  if (problem) return refuse('fieldInvalid', { field: 'template', problem });
  return [{ type: 'TemplateDrafted', data: { version, template, note: command.note } }] as const;
};

const publish = (t: OwnTemplate, command: Extract<TemplateCommand, { type: 'PublishTemplate' }>) => {
  const v = t.versions.find((x) => x.version === command.version);
  if (!v) return refuse('templateUnknown');
  if (versionStatus(v) === 'draft') return refuse('templateNotApproved');
  if (versionStatus(v) !== 'approved') return refuse('templateClosed', { version: v.version });
  const lacks = templateDemands(v.template, command.matrix).filter((d) => !d.present);
  if (lacks.length > 0) return refuse('templateLacks', { elements: lacks.map((d) => `${d.element} (${d.citation})`) });
  // A letter that has gone out was made from the text of its day.
  if (command.effectiveFrom < command.today)
    return refuse('fieldInvalid', { field: 'effectiveFrom', problem: 'it cannot lie in the past' });
  return [{ type: 'TemplatePublished', data: { version: v.version, effectiveFrom: command.effectiveFrom } }] as const;
};

const decided = (t: OwnTemplate, command: TemplateCommand): readonly TemplateEvent[] | Refusal => {
  if (command.type === 'DraftTemplate') return draft(t, command);
  const v = t.versions.find((x) => x.version === command.version);
  if (!v) return refuse('templateUnknown');
  switch (command.type) {
    case 'ApproveTemplate':
      if (versionStatus(v) !== 'draft') return refuse('templateClosed', { version: v.version });
      // Two pairs of eyes on a text that goes to members.
      return v.written.some((w) => w.userId === command.actor.userId)
        ? refuse('secondPersonRequired')
        : [{ type: 'TemplateApproved', data: { version: v.version } }];
    case 'PublishTemplate':
      return publish(t, command);
    case 'RetireTemplate': {
      if (versionStatus(v) !== 'published') return refuse('templateNotPublished', { version: v.version });
      if (command.reason.trim() === '') return refuse('fieldMissing', { field: 'reason' });
      if (command.retiredFrom < command.today)
        return refuse('fieldInvalid', { field: 'retiredFrom', problem: 'it cannot lie in the past' });
      const { retiredFrom, reason } = command;
      return [{ type: 'TemplateRetired', data: { version: v.version, retiredFrom, reason } }];
    }
    default: {
      const never: never = command;
      return never;
    }
  }
};

/** New events of a template, or why not. */
export const decideTemplate = (
  t: OwnTemplate,
  command: TemplateCommand,
): readonly RecordedTemplateEvent[] | Refusal => {
  const no = mayNotTemplate(command.type, command.actor);
  if (no) return no;
  const events = decided(t, command);
  if ('kind' in events) return events;
  const { userId, name } = command.actor;
  return events.map((e) => ({ ...e, by: { userId, name }, at: command.now }));
};
