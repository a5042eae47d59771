import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useSession } from '../../api/session.ts';
import { moment } from '../../app/format.ts';
import { Panel } from '../../case/Panel.tsx';
import { filesQuery } from '../payerFile/queries.ts';
import { UploadFiles } from '../payerFile/UploadFiles.tsx';

/** Remittances come in as files; those that wait to be recorded stand here. */
export const RemittanceBox = () => {
  const { zone } = useSession();
  const waiting = useInfiniteQuery(filesQuery({ kind: '835' }));
  const files = waiting.data?.pages.flatMap((p) => p.files) ?? [];
  return (
    <Panel title="Remittances (835)">
      <UploadFiles />
      <ul className="um-practice-list">
        {files.map((f) => (
          <li key={f.fileId}>
            <Link to="/practice/files/$fileId" params={{ fileId: f.fileId }}>
              {f.fileName}
            </Link>
            <div className="um-practice-quiet">
              {moment(f.keptAt, zone)}, {f.keptBy.name}
            </div>
          </li>
        ))}
        {waiting.isSuccess && files.length === 0 && <li>No remittance waits to be recorded.</li>}
      </ul>
    </Panel>
  );
};
