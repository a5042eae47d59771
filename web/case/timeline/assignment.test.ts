import { assignment } from './assignment.ts';
import { readsAs } from './readsAs.ts';

readsAs(assignment, {
  Assigned: [
    { to: { userId: 'u2', name: 'Ana Ruiz' }, from: { userId: 'u1', name: 'Bo Lind' }, reason: 'leave' },
    'Gave the case to Ana Ruiz, before with Bo Lind: leave.',
  ],
  OwnerReminded: [{ to: { userId: 'u1', name: 'Bo Lind' }, text: 'Due at noon.' }, 'Reminded Bo Lind: Due at noon.'],
  Released: [{ from: { userId: 'u1', name: 'Bo Lind' } }, 'Put the case back on the list, before with Bo Lind.'],
});
