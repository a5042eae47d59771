import { part2 } from './part2.ts';
import { readsAs } from './readsAs.ts';

readsAs(part2, {
  Part2Marked: [
    { protected: true, reason: 'The note is of a treatment program.', documentIds: ['d1'] },
    'Marked 1 document, 42 CFR Part 2: The note is of a treatment program.',
  ],
});
