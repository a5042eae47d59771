import { suggestionListRoles } from '@openum/domain/suggestion/switch.ts';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useSession } from '../api/session.ts';
import type { QuestionsSearch, ShownSearch } from './search.ts';

/** Whether this person may open the lists: they show what stands in records. */
export const useMayOpenLists = (): boolean => {
  const { actor } = useSession();
  return actor.roles.some((r) => suggestionListRoles.includes(r));
};

/** A number that opens the questions which it counts. */
export const Questions = ({ search, children }: { readonly search: QuestionsSearch; readonly children: ReactNode }) =>
  useMayOpenLists() ? (
    <Link to="/model/questions" search={search}>
      {children}
    </Link>
  ) : (
    <span>{children}</span>
  );

/** A number that opens the suggestions which it counts. */
export const Shown = ({ search, children }: { readonly search: ShownSearch; readonly children: ReactNode }) =>
  useMayOpenLists() ? (
    <Link to="/model/suggestions" search={search}>
      {children}
    </Link>
  ) : (
    <span>{children}</span>
  );
