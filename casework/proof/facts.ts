import type { RecordedEvent } from '@openum/domain/case/event.ts';
import type { Fact } from '@openum/domain/fact/fact.ts';
import type { Instant } from '@openum/domain/time/instant.ts';

/** A fact with the events that recorded it and took it back. */
export type FactTrail = Fact & {
  readonly recordedAt: Instant;
  readonly recordedByEvent: number;
  readonly replacedByEvent?: number;
};

/** Every fact that the case ever held, in the order in which they were recorded. */
export const factTrail = (events: readonly RecordedEvent[]): readonly FactTrail[] => {
  const trail = new Map<string, FactTrail>();
  events.forEach((e, i) => {
    if (e.type !== 'FactsRecorded') return;
    for (const id of e.data.replaces ?? []) {
      const fact = trail.get(id);
      if (fact) trail.set(id, { ...fact, replacedByEvent: i + 1 });
    }
    for (const fact of e.data.facts) trail.set(fact.id, { ...fact, recordedAt: e.recordedAt, recordedByEvent: i + 1 });
  });
  return [...trail.values()];
};

export const valueText = ({ value }: Fact): string => {
  switch (value.kind) {
    case 'quantity':
      return `${value.value} ${value.unit}`;
    case 'boolean':
      return value.value ? 'yes' : 'no';
    case 'code':
    case 'date':
    case 'text':
      return value.value;
  }
};

export const sourceText = ({ source }: Fact): string => {
  switch (source.kind) {
    case 'resource':
      return `${source.resourceType} ${source.fullUrl}, ${source.path}`;
    case 'request':
      return `request, ${source.field}`;
    case 'derived':
      return `derived by ${source.rule} from ${source.from.join(', ')}`;
    case 'person':
      return `${source.name}: ${source.basis}`;
    case 'document':
      return `document ${source.documentId}, page ${source.page}: "${source.quote}"`;
  }
};
