import { Button } from '@mantine/core';
import type { OwnAppeals } from '@openum/http/contract/appeal.ts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { get } from '../../api/client.ts';
import { useSession } from '../../api/session.ts';
import { moment } from '../../app/format.ts';
import { Panel } from '../../case/Panel.tsx';
import css from '../portal.module.css';
import { requestPath } from '../queries.ts';
import { FileForm } from './FileForm.tsx';
import { OwnAppealRow } from './OwnAppealRow.tsx';
import { Reconsider } from './Reconsider.tsx';

/** Appeals of a request at the portal: file one for the member, hand in what is missing, follow it. */
export const AppealPanel = ({ caseId }: { readonly caseId: string }) => {
  const { zone } = useSession();
  const [open, setOpen] = useState<string>();
  const { data } = useQuery({
    queryKey: ['portal', 'appeals', caseId],
    queryFn: ({ signal }) => get<OwnAppeals>(`${requestPath(caseId)}/appeals`, {}, signal),
  });
  if (!data || data.appeals.length + data.filing.length + data.reconsiderations.length === 0) return null;
  return (
    <Panel title={`Appeals (${data.appeals.length})`} flush>
      <ul className={css.plain}>
        {data.appeals.map((a) => (
          <OwnAppealRow key={a.appealId} a={a} caseId={caseId} />
        ))}
        {data.reconsiderations.map((r) => (
          <li key={r.receivedAt} className={css.item}>
            <div>
              Reconsideration asked {moment(r.receivedAt, zone)}:{' '}
              {r.answer === undefined
                ? 'not answered yet'
                : `${r.approved ? 'approved' : 'the decision stays'}. ${r.answer}`}
            </div>
          </li>
        ))}
        {data.filing.map((f) => (
          <li key={f.levelId} className={css.item}>
            <div>
              {open === f.levelId ? (
                <FileForm caseId={caseId} filing={f} done={() => setOpen(undefined)} />
              ) : (
                <Button variant="default" onClick={() => setOpen(f.levelId)}>
                  Appeal: {f.name}
                </Button>
              )}
            </div>
          </li>
        ))}
        {data.reconsideration && data.reconsideration.itemSequences.length > 0 && (
          <li className={css.item}>
            <Reconsider caseId={caseId} lines={data.reconsideration.itemSequences} name={data.reconsideration.name} />
          </li>
        )}
      </ul>
    </Panel>
  );
};
