import type { NoticeTemplate } from '../notice/template.ts';
import type { CalendarDate, Instant } from '../time/instant.ts';

export type TemplateEditor = { readonly userId: string; readonly name: string };

/** What happened to a tenant's own template. The list only grows. */
export type TemplateEvent =
  | {
      /** A text was written, or written again before it was published. */
      readonly type: 'TemplateDrafted';
      readonly data: { readonly version: string; readonly template: NoticeTemplate; readonly note: string };
    }
  | { readonly type: 'TemplateApproved'; readonly data: { readonly version: string } }
  | {
      readonly type: 'TemplatePublished';
      readonly data: { readonly version: string; readonly effectiveFrom: CalendarDate };
    }
  | {
      readonly type: 'TemplateRetired';
      readonly data: { readonly version: string; readonly retiredFrom: CalendarDate; readonly reason: string };
    };

export type RecordedTemplateEvent = TemplateEvent & { readonly by: TemplateEditor; readonly at: Instant };

type Act = TemplateEditor & { readonly at: Instant };

export type TemplateStatus = 'draft' | 'approved' | 'published' | 'retired';

export type TemplateVersion = {
  readonly version: string;
  readonly template: NoticeTemplate;
  readonly note: string;
  /** Everybody who wrote at it, the last writing at the end. */
  readonly written: readonly Act[];
  readonly approved?: Act;
  readonly published?: Act & { readonly effectiveFrom: CalendarDate };
  readonly retired?: Act & { readonly retiredFrom: CalendarDate; readonly reason: string };
};

/** A tenant's own template with all its versions, oldest first. */
export type OwnTemplate = {
  readonly templateId: string;
  readonly sequence: number;
  readonly versions: readonly TemplateVersion[];
};

export const noTemplate = (templateId: string): OwnTemplate => ({ templateId, sequence: 0, versions: [] });

export const versionStatus = (v: TemplateVersion): TemplateStatus =>
  v.retired ? 'retired' : v.published ? 'published' : v.approved ? 'approved' : 'draft';

const changed = (t: OwnTemplate, version: string, change: (v: TemplateVersion) => TemplateVersion): OwnTemplate => ({
  ...t,
  versions: t.versions.map((v) => (v.version === version ? change(v) : v)),
});

export const evolveTemplate = (before: OwnTemplate, e: RecordedTemplateEvent): OwnTemplate => {
  const t = { ...before, sequence: before.sequence + 1 };
  const act: Act = { ...e.by, at: e.at };
  switch (e.type) {
    case 'TemplateDrafted': {
      const { version, template, note } = e.data;
      const old = t.versions.find((v) => v.version === version);
      const written = [...(old?.written ?? []), act];
      // A text that changes after its approval is another text.
      const now = { version, template, note, written };
      return old ? changed(t, version, () => now) : { ...t, versions: [...t.versions, now] };
    }
    case 'TemplateApproved':
      return changed(t, e.data.version, (v) => ({ ...v, approved: act }));
    case 'TemplatePublished':
      return changed(t, e.data.version, (v) => ({ ...v, published: { ...act, effectiveFrom: e.data.effectiveFrom } }));
    case 'TemplateRetired': {
      const { version, retiredFrom, reason } = e.data;
      return changed(t, version, (v) => ({ ...v, retired: { ...act, retiredFrom, reason } }));
    }
    default: {
      const never: never = e;
      return never;
    }
  }
};

const isInForce = (v: TemplateVersion, on: CalendarDate): boolean =>
  v.published !== undefined &&
  v.published.effectiveFrom <= on &&
  (v.retired === undefined || on < v.retired.retiredFrom);

const effectiveOf = (v: TemplateVersion): string => v.published?.effectiveFrom ?? '';

/** The version that letters of this day are made from: of those in force the one that took effect last. */
export const versionInForce = (t: OwnTemplate, on: CalendarDate): TemplateVersion | undefined =>
  t.versions
    .filter((v) => isInForce(v, on))
    .reduce<TemplateVersion | undefined>(
      (last, v) => (last && effectiveOf(v) < effectiveOf(last) ? last : v),
      undefined,
    );

/** What a template may not change from one version to the next: which letters it is for. */
export const sameUse = (a: NoticeTemplate, b: NoticeTemplate): boolean =>
  a.kind === b.kind && a.audience === b.audience && a.lineOfBusiness === b.lineOfBusiness && a.language === b.language;
