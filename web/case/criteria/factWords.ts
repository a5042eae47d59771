import type { AttachedDocument } from '@openum/domain/case/event.ts';
import type { Fact, FactSource, FactValue } from '@openum/domain/fact/fact.ts';
import { spokenUnit } from '@openum/domain/logic/unit.ts';
import type { Place } from '../../document/pick.ts';
import { humanized } from './leafTree.ts';

export const valueWords = (value: FactValue): string => {
  switch (value.kind) {
    case 'quantity':
      return `${value.value} ${spokenUnit(value.unit)}`.trim();
    case 'boolean':
      return value.value ? 'Yes' : 'No';
    case 'code':
    case 'date':
    case 'text':
      return value.value;
    default: {
      const never: never = value;
      return never;
    }
  }
};

/** `state rest, air room`; empty when there are none. */
export const qualifierWords = (qualifiers: Fact['qualifiers']): string =>
  Object.entries(qualifiers ?? {})
    .map(([name, value]) => `${humanized(name).toLowerCase()} ${humanized(value).toLowerCase()}`)
    .join(', ');

export type SourceWords = {
  readonly text: string;
  /** Exact place: element path, basis, or the words quoted. */
  readonly detail?: string;
  readonly documentId?: string;
  readonly place?: Place;
  /** Part of the original message. */
  readonly fullUrl?: string;
};

/** Where a fact was read, so that anybody can go and look. */
export const sourceWords = (source: FactSource, documents: readonly AttachedDocument[]): SourceWords => {
  switch (source.kind) {
    case 'resource':
      return {
        text: source.resourceType,
        detail: source.path.replace(`${source.resourceType}.`, ''),
        fullUrl: source.fullUrl,
      };
    case 'request':
      return { text: 'Request form', detail: source.field };
    case 'person':
      return { text: `Entered by ${source.name}`, detail: source.basis };
    case 'document': {
      const title = documents.find((d) => d.documentId === source.documentId)?.title ?? 'Document';
      const { documentId, page, start, end, quote, by } = source;
      const marked = by ? `, marked by ${by.name}` : '';
      return { text: `${title}, page ${page}${marked}`, detail: `“${quote}”`, documentId, place: { page, start, end } };
    }
    case 'derived':
      return { text: 'Worked out', detail: source.rule };
    default: {
      const never: never = source;
      return never;
    }
  }
};
