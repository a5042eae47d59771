import type { CaseEventType } from '@openum/domain/case/event.ts';
import type { Instant } from '@openum/domain/time/instant.ts';
import { describe, expect, test } from 'vitest';
import type { DataOf, Said, TimelineSubject } from './subject.ts';

export const at = (text: string): Instant => text as Instant;

export const said: Said = {
  moment: (t) => t.slice(0, 10),
  factLabel: (key) => (key === 'lab.pao2' ? 'PaO2' : key),
};

type Example<T extends CaseEventType> = readonly [data: DataOf<T>, sentence: string];

/** Tests one example of each event of a subject; the type asks for all of them. */
export const readsAs = <T extends CaseEventType>(
  subject: TimelineSubject<T>,
  examples: { readonly [K in T]: Example<K> },
): void => {
  describe(`each event under "${subject.label}" reads as a sentence`, () => {
    test.each(Object.keys(examples) as T[])('%s', (type) => {
      const [data, words] = examples[type];
      expect(subject.sentences[type](data, said)).toBe(words);
    });
  });
};
