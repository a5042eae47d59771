import { Anchor, Button } from '@mantine/core';
import type { DenialPage } from '@openum/http/contract/practice/denial.ts';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useSession } from '../../api/session.ts';
import { DueTime } from '../../app/DueTime.tsx';
import { date } from '../../app/format.ts';
import { Panel } from '../../case/Panel.tsx';
import { money } from '../words.ts';

const few = 10;

/** Days that were given without cover and can still be asked for, each with the way to ask. */
export const Retro = ({ retro }: Pick<DenialPage, 'retro'>) => {
  const { zone } = useSession();
  const [all, setAll] = useState(false);
  return (
    <Panel title={`Can still be asked for (${retro.length})`} flush>
      <ul className="um-practice-list">
        {retro.slice(0, all ? undefined : few).map((r) => (
          <li key={`${r.episodeId} ${r.from}`}>
            <Anchor
              renderRoot={(props) => (
                <Link {...props} to="/practice/episodes/$episodeId" params={{ episodeId: r.episodeId }} />
              )}
            >
              {r.patientName}
            </Anchor>{' '}
            {r.emergency && <span className="um-chip">Emergency admission</span>}
            <div>
              {r.from && r.to && `${date(r.from)} to ${date(r.to)}, `}
              {money(r.atStake)}
            </div>
            <div className="um-practice-quiet">
              {r.payerName ? `${r.payerName}. ` : ''}
              {r.dueAt ? <DueTime dueAt={r.dueAt} zone={zone} focusable /> : 'Ask the payer until when.'}
            </div>
            <Link
              to="/practice/episodes/$episodeId/requests"
              params={{ episodeId: r.episodeId }}
              search={{ kind: 'retrospective' }}
            >
              Ask for these days<span className="um-hidden"> of {r.patientName}</span>
            </Link>
          </li>
        ))}
      </ul>
      {retro.length > few && (
        <Button size="compact-sm" variant="subtle" onClick={() => setAll(!all)}>
          {all ? 'Show the largest' : `Show all ${retro.length}`}
        </Button>
      )}
    </Panel>
  );
};
