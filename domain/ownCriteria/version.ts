import type { CalendarDate, Instant } from '../time/instant.ts';

export type CriteriaEditor = { readonly userId: string; readonly name: string };

/** A replay that was read before the version went into force, or why there was none. */
export type ReplayBasis =
  | { readonly kind: 'read'; readonly replayId: string }
  | { readonly kind: 'skipped'; readonly reason: string };

export type SetReference = { readonly setId: string; readonly version: string };

/** What happened to a plan's own criteria set. The list only grows; `sha256` names the text, which is kept beside it. */
export type CriteriaVersionEvent =
  | {
      readonly type: 'CriteriaDrafted';
      readonly data: {
        readonly version: string;
        readonly sha256: string;
        readonly basedOn?: SetReference;
        readonly note: string;
      };
    }
  | { readonly type: 'CriteriaChanged'; readonly data: { readonly version: string; readonly sha256: string } }
  | {
      readonly type: 'CriteriaSubmitted';
      readonly data: { readonly version: string; readonly sha256: string; readonly note: string };
    }
  | { readonly type: 'CriteriaSentBack'; readonly data: { readonly version: string; readonly reason: string } }
  | { readonly type: 'CriteriaApproved'; readonly data: { readonly version: string; readonly sha256: string } }
  | {
      readonly type: 'CriteriaReplayRead';
      readonly data: {
        readonly version: string;
        readonly sha256: string;
        readonly replayId: string;
        /** Lines that were read, and lines that the version answers otherwise. */
        readonly lines: number;
        readonly changed: number;
      };
    }
  | {
      readonly type: 'CriteriaPublished';
      readonly data: {
        readonly version: string;
        readonly sha256: string;
        readonly effectiveFrom: CalendarDate;
        readonly effectiveTo?: CalendarDate;
        readonly replay: ReplayBasis;
      };
    }
  | {
      readonly type: 'CriteriaRetired';
      readonly data: { readonly version: string; readonly retiredFrom: CalendarDate; readonly reason: string };
    }
  | { readonly type: 'CriteriaDiscarded'; readonly data: { readonly version: string; readonly reason: string } };

export type RecordedCriteriaEvent = CriteriaVersionEvent & { readonly by: CriteriaEditor; readonly at: Instant };

type Act = CriteriaEditor & { readonly at: Instant };
type Data<T extends CriteriaVersionEvent['type']> = Extract<CriteriaVersionEvent, { type: T }>['data'];
type Done<T extends CriteriaVersionEvent['type']> = Act & Omit<Data<T>, 'version'>;

export type CriteriaStatus = 'draft' | 'submitted' | 'approved' | 'published' | 'retired' | 'discarded';

export type CriteriaVersion = {
  readonly version: string;
  /** The text as it stands now. */
  readonly sha256: string;
  readonly basedOn?: SetReference;
  readonly note: string;
  /** Everybody who wrote at it, each with the last time. */
  readonly written: readonly Act[];
  readonly submitted?: Done<'CriteriaSubmitted'>;
  readonly sentBack?: Done<'CriteriaSentBack'>;
  readonly approved?: Act;
  readonly replayRead?: Done<'CriteriaReplayRead'>;
  readonly published?: Done<'CriteriaPublished'>;
  readonly retired?: Done<'CriteriaRetired'>;
  readonly discarded?: Done<'CriteriaDiscarded'>;
};

/** A plan's own criteria set with all its versions, oldest first. */
export type OwnCriteria = {
  readonly setId: string;
  readonly sequence: number;
  readonly versions: readonly CriteriaVersion[];
};

export const noCriteria = (setId: string): OwnCriteria => ({ setId, sequence: 0, versions: [] });

export const criteriaStatus = (v: CriteriaVersion): CriteriaStatus =>
  v.retired
    ? 'retired'
    : v.published
      ? 'published'
      : v.discarded
        ? 'discarded'
        : v.approved
          ? 'approved'
          : v.submitted
            ? 'submitted'
            : 'draft';

const written = (v: CriteriaVersion | undefined, act: Act): readonly Act[] => [
  ...(v?.written.filter((w) => w.userId !== act.userId) ?? []),
  act,
];

const done = <D extends { readonly version: string }>(
  act: Act,
  { version: _, ...data }: D,
): Act & Omit<D, 'version'> => ({
  ...act,
  ...data,
});

const changed = (o: OwnCriteria, version: string, change: (v: CriteriaVersion) => CriteriaVersion): OwnCriteria => ({
  ...o,
  versions: o.versions.map((v) => (v.version === version ? change(v) : v)),
});

/** Back on the desk of who writes it: what others said of the earlier text no longer stands. */
const reopened = ({ submitted: _, approved: __, replayRead: ___, ...v }: CriteriaVersion): CriteriaVersion => v;

export const evolveCriteria = (before: OwnCriteria, e: RecordedCriteriaEvent): OwnCriteria => {
  const o = { ...before, sequence: before.sequence + 1 };
  const act: Act = { ...e.by, at: e.at };
  const { version } = e.data;
  switch (e.type) {
    case 'CriteriaDrafted': {
      const { sha256, basedOn, note } = e.data;
      const v = { version, sha256, note, written: [act], ...(basedOn ? { basedOn } : {}) };
      return { ...o, versions: [...o.versions, v] };
    }
    case 'CriteriaChanged':
      return changed(o, version, (v) => ({ ...v, sha256: e.data.sha256, written: written(v, act) }));
    case 'CriteriaSubmitted':
      return changed(o, version, ({ sentBack: _, ...v }) => ({ ...v, submitted: done(act, e.data) }));
    case 'CriteriaSentBack':
      return changed(o, version, (v) => ({ ...reopened(v), sentBack: done(act, e.data) }));
    case 'CriteriaApproved':
      return changed(o, version, (v) => ({ ...v, approved: act }));
    case 'CriteriaReplayRead':
      return changed(o, version, (v) => ({ ...v, replayRead: done(act, e.data) }));
    case 'CriteriaPublished':
      return changed(o, version, (v) => ({ ...v, published: done(act, e.data) }));
    case 'CriteriaRetired':
      return changed(o, version, (v) => ({ ...v, retired: done(act, e.data) }));
    case 'CriteriaDiscarded':
      return changed(o, version, (v) => ({ ...v, discarded: done(act, e.data) }));
    default: {
      const never: never = e;
      return never;
    }
  }
};

/** Not yet published and not thrown away. */
export const isOpen = (v: CriteriaVersion): boolean => ['draft', 'submitted', 'approved'].includes(criteriaStatus(v));

/** The version that is being worked on, if any. */
export const openVersion = (o: OwnCriteria): CriteriaVersion | undefined => o.versions.find(isOpen);
