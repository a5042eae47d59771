import type { CriteriaSet } from '@openum/domain/criteria/criteria-set.ts';
import { type SetChange, setChanges } from '@openum/domain/criteria/diff.ts';
import { count } from '../app/format.ts';

const partWord: Record<SetChange['part'], string> = {
  about: 'What it is and applies to',
  initial: 'First review',
  continuedStay: 'Continued care',
  approvals: 'What it approves',
  reminders: 'Reminders to the reviewer',
  examples: 'Examples',
};

/** What differs between two texts, in plain sentences. */
export const Changes = ({ before, after }: { readonly before: CriteriaSet; readonly after: CriteriaSet }) => {
  const changes = setChanges(before, after);
  if (changes.length === 0) return <div role="status">They say the same.</div>;
  return (
    <div className="um-own-changes">
      <div role="status">{count(changes.length, 'change')}.</div>
      {[...Map.groupBy(changes, (c) => c.part)].map(([part, of]) => (
        <div key={part}>
          <h3>{partWord[part]}</h3>
          <ul>
            {of.map((c) => (
              <li key={c.text}>{c.text}</li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
};
