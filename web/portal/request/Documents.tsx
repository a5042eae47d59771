import { Anchor } from '@mantine/core';
import type { OwnRequest } from '@openum/http/contract/portal.ts';
import { useSession } from '../../api/session.ts';
import { moment } from '../../app/format.ts';
import { sizeWords } from '../../case/document/upload.ts';
import { Panel } from '../../case/Panel.tsx';
import { Files } from '../Files.tsx';
import css from '../portal.module.css';
import { requestPath } from '../queries.ts';

/** Files that were sent, and a way to add more. */
export const Documents = ({ request }: { readonly request: OwnRequest }) => {
  const { zone } = useSession();
  const answering = request.status === 'informationNeeded' && !request.closed.answer;
  return (
    <Panel title={`Files you sent (${request.documents.length})`} flush>
      <ul className={css.plain}>
        {request.documents.map((d) => (
          <li key={d.documentId} className={css.item}>
            <div>
              <Anchor
                href={`${requestPath(request.caseId)}/documents/${encodeURIComponent(d.documentId)}`}
                target="_blank"
                rel="noreferrer"
              >
                {d.title}
                <span className="um-hidden">, opens a new tab</span>
              </Anchor>
              <div className={css.quiet}>
                {sizeWords(d.sizeBytes)}, {d.sentBy}, {moment(d.sentAt, zone)}
              </div>
            </div>
          </li>
        ))}
        {request.documents.length === 0 && <li className={css.item}>None so far.</li>}
        {!request.closed.attach && !answering && (
          <li className={css.item}>
            <Files caseId={request.caseId} label="Add files" />
          </li>
        )}
      </ul>
    </Panel>
  );
};
