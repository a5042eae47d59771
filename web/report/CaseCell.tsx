import { Link } from '@tanstack/react-router';

/** The case that a row is about; opens it. */
export const CaseCell = ({ of }: { readonly of: { readonly caseId: string; readonly caseNumber: string } }) => (
  <th scope="row">
    <Link to="/cases/$caseId" params={{ caseId: of.caseId }}>
      {of.caseNumber}
    </Link>
  </th>
);
