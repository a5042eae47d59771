import { expect, test } from 'vitest';
import { begin, edit, redo, undo } from './history.ts';

test('typing on in one field is one step back', () => {
  const typed = edit(edit(edit(begin('a'), 'ab', 'label'), 'abc', 'label'), 'abc!', 'note');
  expect(undo(typed)?.present).toBe('abc');
  expect(undo(undo(typed)!)?.present).toBe('a');
  expect(undo(begin('a'))).toBeUndefined();
});

test('what was taken back comes again until something else is written', () => {
  const back = undo(edit(begin('a'), 'b'))!;
  expect(redo(back)?.present).toBe('b');
  expect(redo(edit(back, 'c'))).toBeUndefined();
});

test('a change after a step back begins a step of its own, also in the same field', () => {
  const back = undo(edit(edit(begin('a'), 'b', 'x'), 'c', 'y'))!;
  expect(undo(edit(back, 'd', 'y'))?.present).toBe('b');
});
