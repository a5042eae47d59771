import type { EpisodeView } from '@openum/http/contract/practice/episode.ts';
import { date } from '../../app/format.ts';
import { Panel } from '../../case/Panel.tsx';
import { levelWord, money } from '../words.ts';

/** The payers of the patient, in their order. */
export const Coverages = ({ view }: { readonly view: EpisodeView }) => (
  <Panel title="Payers" flush>
    <ul className="um-practice-list">
      {view.coverages.map((c) => (
        <li key={c.coverageId}>
          <b>
            {c.order}. {c.payerName}
          </b>
          <div className="um-practice-quiet">
            Member {c.memberNumber}
            {c.groupNumber && `, group ${c.groupNumber}`}
            {c.stateOfIssue && `, issued in ${c.stateOfIssue}`}
          </div>
        </li>
      ))}
      {view.coverages.length === 0 && <li>No payer is set. Set one before you ask for days.</li>}
    </ul>
  </Panel>
);

/** The levels of care through which the patient went. */
export const Levels = ({ view }: { readonly view: EpisodeView }) => (
  <Panel title="Levels of care" flush>
    <ul className="um-practice-list">
      {view.levels.toReversed().map((l) => (
        <li key={`${l.from}-${l.programme.programmeId}`}>
          <b>{l.programme.name}</b>, {levelWord(l.programme.levelOfCare)}, since {date(l.from)}
          <div className="um-practice-quiet">
            {l.programme.code}, {money(l.programme.charge)} a day
          </div>
          {l.reason && <div className="um-practice-quiet">{l.reason}</div>}
        </li>
      ))}
    </ul>
  </Panel>
);
