import type { AppealDraft } from '@openum/domain/denial/appeal/draft.ts';
import { describe, expect, test } from 'vitest';
import { asChosen, notYet, quotedElsewhere, stateOf, withoutQuote, withQuote } from './edit.ts';

const quote = { text: 'Cravings daily', from: { documentId: 'd', page: 1, start: 0, end: 14 } };
const draft: AppealDraft = {
  criteriaId: 'guide',
  criteriaName: '',
  opening: 'We appeal.',
  points: [{ leafId: 'a', label: 'Relapse', statement: '', quotes: [] }],
  closing: '',
  exhibits: [],
};
const appeal = (change: object) =>
  ({ appeal: { draft, urgency: 'standard', ...change } }) as unknown as Parameters<typeof stateOf>[0];

describe('editing an appeal', () => {
  test('a quote is added once and taken out again', () => {
    const one = withQuote(withQuote(draft, 'a', quote), 'a', quote);
    expect(one.points[0]?.quotes).toEqual([quote]);
    expect(withoutQuote(one, 'a', { ...quote }).points[0]?.quotes).toEqual([]);
    expect(quotedElsewhere(one)).toEqual(['d']);
    expect(quotedElsewhere({ ...one, exhibits: [{ documentId: 'd' }] })).toEqual([]);
  });

  test('what was typed and not kept is not what would be bound', () => {
    expect(stateOf({}, draft, 'standard')).toBe('none');
    expect(stateOf(appeal({}), draft, 'standard')).toBe('kept');
    expect(stateOf(appeal({}), draft, 'expedited')).toBe('changed');
    expect(stateOf(appeal({}), { ...draft, closing: 'x' }, 'standard')).toBe('changed');
    const { criteriaId, ...rest } = draft;
    expect(stateOf(appeal({ draft: { ...rest, criteriaId } }), { ...draft, opening: 'We appeal. ' }, 'standard')).toBe(
      'kept',
    );
    expect(stateOf(appeal({ file: {} }), draft, 'standard')).toBe('bound');
    expect(stateOf(appeal({ sentOn: '2026-11-20' }), draft, 'standard')).toBe('sent');
  });

  test('says what stands between a draft and its file', () => {
    expect(notYet({ ...draft, closing: '[Add it.]' }, 'kept', false)).toContain('[Add it.]');
    expect(notYet(draft, 'kept', true)).toContain('consent');
    expect(notYet(draft, 'changed', false)).toBe('Keep the draft first.');
    expect(notYet(draft, 'kept', false)).toBeUndefined();
  });

  test('exhibits go to the chooser whole or by their pages', () => {
    expect(asChosen([{ documentId: 'd' }, { documentId: 'e', pages: { from: 2, to: 3 } }])).toEqual([
      { documentId: 'd', from: '', to: '' },
      { documentId: 'e', from: '2', to: '3' },
    ]);
  });
});
