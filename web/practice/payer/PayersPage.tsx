import '../practice.css';
import '../../workList/work.css';
import { Anchor } from '@mantine/core';
import { payerCardRoles } from '@openum/domain/payer/role.ts';
import type { PayerQuestion } from '@openum/domain/payer/unknown.ts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useSession } from '../../api/session.ts';
import { count, date } from '../../app/format.ts';
import { Page } from '../../app/Page.tsx';
import { EmptyState, FailedState, LoadingRows } from '../../app/states.tsx';
import { questionWord } from '../task/words.ts';
import { levelWord } from '../words.ts';
import { DutyPanel } from './DutyPanel.tsx';
import { payersQuery } from './queries.ts';

/** Why somebody may only read the cards. */
export const useMayNotKeep = (): string | undefined => {
  const { actor } = useSession();
  return actor.roles.some((r) => payerCardRoles.includes(r))
    ? undefined
    : 'Review staff, billing and the owner keep these.';
};

/** The payers of the practice, with what is still unknown of each. */
export const PayersPage = () => {
  const { data, error, refetch } = useQuery(payersQuery);
  const why = useMayNotKeep();
  return (
    <Page title="Payers">
      {error ? (
        <FailedState error={error} retry={() => void refetch()} />
      ) : !data ? (
        <LoadingRows label="Payers are loading" />
      ) : data.payers.length === 0 ? (
        <EmptyState title="No payer yet">Payers come with the coverages of patients.</EmptyState>
      ) : (
        <section aria-label="Payers">
          <table className="um-practice-table" data-plain data-stack>
            <thead>
              <tr>
                {['Payer', 'Rule card', 'Unknown', 'Patients'].map((h) => (
                  <th key={h} scope="col">
                    {h}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {data.payers.map((p) => (
                <tr key={p.payerId} data-risk={p.unknown.length > 0 ? 'high' : undefined}>
                  <td>
                    <Anchor
                      fw={600}
                      renderRoot={(x) => <Link {...x} to="/practice/payers/$payerId" params={{ payerId: p.payerId }} />}
                    >
                      {p.name}
                    </Anchor>
                    {p.card?.card.line && <div className="um-practice-quiet">electronic line {p.card.card.line}</div>}
                  </td>
                  <td>
                    {p.card ? (
                      <>
                        Version {p.card.version}, in effect from {date(p.card.card.effectiveFrom)}
                        <div className="um-practice-quiet">by {p.card.savedBy.name}</div>
                      </>
                    ) : (
                      <b className="um-practice-bad">None</b>
                    )}
                  </td>
                  <td data-label="Unknown">
                    {p.unknown.map((u) => (
                      <div key={u.levelOfCare}>
                        {levelWord(u.levelOfCare)}:{' '}
                        <span className="um-practice-quiet">
                          {u.questions.map((q) => questionWord[q as PayerQuestion]).join('; ')}
                        </span>
                      </div>
                    ))}
                    {p.unknown.length === 0 && 'Nothing'}
                  </td>
                  <td>{count(p.present, 'patient')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      <DutyPanel why={why} />
    </Page>
  );
};
