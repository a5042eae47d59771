import type { Subject } from '@openum/domain/suggestion/agent.ts';
import { Link } from '@tanstack/react-router';
import { CaseCell } from '../report/CaseCell.tsx';

type Props = {
  readonly subject: Subject;
  readonly caseNumber?: string | undefined;
  readonly denialId?: string | undefined;
};

/** What was asked about; opens it. */
export const SubjectCell = ({ subject: { kind, id }, caseNumber, denialId }: Props) => {
  switch (kind) {
    case 'case':
      return <CaseCell of={{ caseId: id, caseNumber: caseNumber ?? 'A case' }} />;
    case 'message':
      return (
        <th scope="row">
          <Link to="/intake/$messageId" params={{ messageId: id }}>
            A message at intake
          </Link>
        </th>
      );
    case 'episode':
      return (
        <th scope="row">
          {denialId ? (
            <Link
              to="/practice/episodes/$episodeId/denials/$denialId/appeal"
              params={{ episodeId: id, denialId }}
              search={{}}
            >
              A denial
            </Link>
          ) : (
            <Link to="/practice/episodes/$episodeId" params={{ episodeId: id }}>
              An episode
            </Link>
          )}
        </th>
      );
    default: {
      const never: never = kind;
      return never;
    }
  }
};
