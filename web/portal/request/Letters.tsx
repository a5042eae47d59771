import { Anchor } from '@mantine/core';
import type { OwnLetter, OwnRequest } from '@openum/http/contract/portal.ts';
import { useSession } from '../../api/session.ts';
import { moment } from '../../app/format.ts';
import { Panel } from '../../case/Panel.tsx';
import css from '../portal.module.css';
import { requestPath } from '../queries.ts';

const letterTitles: Readonly<Partial<Record<OwnLetter['kind'], string>>> = {
  approval: 'Approval letter',
  adverseDetermination: 'Letter on what was not approved',
  extension: 'Letter on the longer time to decide',
  appealResolution: 'Decision on the appeal',
};
const letterTitle = (l: OwnLetter): string => letterTitles[l.kind] ?? 'Letter on this request';

/** Letters of the plan to the provider. */
export const Letters = ({ request }: { readonly request: OwnRequest }) => {
  const { zone } = useSession();
  if (request.letters.length === 0) return null;
  return (
    <Panel title={`Letters to you (${request.letters.length})`} flush>
      <ul className={css.plain}>
        {request.letters.map((l) => (
          <li key={l.noticeId} className={css.item}>
            <div>
              <b>{letterTitle(l)}</b>
              <div className={css.quiet}>Issued {moment(l.issuedAt, zone)}</div>
            </div>
            <div className={css.links}>
              {(['pdf', 'html'] as const).map((format) => (
                <Anchor
                  key={format}
                  href={`${requestPath(request.caseId)}/notices/${encodeURIComponent(l.noticeId)}/${format}`}
                  target="_blank"
                  rel="noreferrer"
                >
                  {format === 'pdf' ? 'PDF' : 'Web page'}
                  <span className="um-hidden">, {letterTitle(l)}, opens a new tab</span>
                </Anchor>
              ))}
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
};
