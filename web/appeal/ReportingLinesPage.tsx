import './appeal.css';
import '../peerToPeer/peerToPeer.css';
import { Button, NativeSelect } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { put } from '../api/client.ts';
import { useSession } from '../api/session.ts';
import { Page } from '../app/Page.tsx';
import { FailedState, LoadingRows } from '../app/states.tsx';
import { problemText } from '../case/problemText.ts';
import { useReportingLines } from './queries.ts';

/** Under whom each person works: who works under somebody that took part does not review the appeal. */
export const ReportingLinesPage = () => {
  const { actor } = useSession();
  const client = useQueryClient();
  const lines = useReportingLines();
  const [said, setSaid] = useState<string>();
  const may = actor.roles.some((r) => r === 'administrator' || r === 'umDirector');
  const save = async (userId: string, supervisorUserId: string) => {
    try {
      await put('/api/reporting-lines', { userId, ...(supervisorUserId ? { supervisorUserId } : {}) });
      setSaid('Saved. It counts from now on.');
    } catch (problem) {
      setSaid(problemText(problem));
    }
    await client.invalidateQueries({ queryKey: ['reportingLines'] });
    await client.invalidateQueries({ queryKey: ['appeals'] });
  };
  return (
    <Page
      title="Who works under whom"
      actions={
        <Button variant="default" renderRoot={(props) => <Link {...props} to="/appeals" search={{}} />}>
          All appeals
        </Button>
      }
    >
      <p>
        Nobody reviews an appeal who took part in the decision before, or who works under somebody that did (42 CFR
        438.406(b)(2); 29 CFR 2560.503-1(h)(3)).
        {!may && ' An administrator or the UM director changes this list.'}
      </p>
      <p role="status" aria-live="polite">
        {said}
      </p>
      {lines.isError && <FailedState error={lines.error} retry={() => void lines.refetch()} />}
      {lines.isPending && <LoadingRows label="Loading the people" rows={5} />}
      {lines.data && (
        <table className="um-talk-table">
          <thead>
            <tr>
              <th scope="col">Person</th>
              <th scope="col">Works under</th>
            </tr>
          </thead>
          <tbody>
            {lines.data.people.map((p) => (
              <tr key={p.userId}>
                <td>{p.name}</td>
                <td>
                  <NativeSelect
                    aria-label={`${p.name} works under`}
                    value={p.supervisorUserId ?? ''}
                    disabled={!may}
                    onChange={(e) => void save(p.userId, e.currentTarget.value)}
                  >
                    <option value="">Nobody here</option>
                    {lines.data.people
                      .filter((o) => o.userId !== p.userId)
                      .map((o) => (
                        <option key={o.userId} value={o.userId}>
                          {o.name}
                        </option>
                      ))}
                  </NativeSelect>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Page>
  );
};
