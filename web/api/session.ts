import type { PersonActor } from '@openum/domain/actor/actor.ts';
import type { ZoneId } from '@openum/domain/time/instant.ts';
import type { SessionView } from '@openum/http/contract/session.ts';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { forgetDrafts } from '../app/drafts.ts';
import { ApiProblem, del, get, post } from './client.ts';
import { leavePractice } from './practice.ts';

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async ({ signal }): Promise<SessionView | null> => {
    try {
      const view = await get<SessionView>('/api/session', {}, signal);
      // The practice closed to this person: from now on the tab is at home.
      if (!view.home) leavePractice();
      return view;
    } catch (problem) {
      if (problem instanceof ApiProblem && problem.status === 401) return null;
      throw problem;
    }
  },
  staleTime: 5 * 60_000,
});

export const signIn = (email: string, password: string): Promise<SessionView> =>
  post<SessionView>('/api/session', { email, password });
export const signOut = async (): Promise<void> => {
  forgetDrafts(sessionStorage);
  leavePractice();
  await del<void>('/api/session');
};

const actorOf = (view: SessionView): PersonActor => ({
  kind: 'person',
  userId: view.user.userId,
  name: view.user.name,
  roles: view.user.roles,
  ...(view.user.qualification ? { qualification: view.user.qualification } : {}),
  ...(view.home ? { outside: view.home } : {}),
});

export type Session = {
  readonly view: SessionView;
  /** The same actor that the server builds, for `mayNot` of the domain. */
  readonly actor: PersonActor;
  /** Zone in which this organization reads its times. */
  readonly zone: ZoneId;
};

/** Who is signed in. Only for pages inside the shell, which are not shown to anybody else. */
export const useSession = (): Session => {
  const { data } = useQuery(sessionQuery);
  if (!data) throw new Error('this page is shown to signed-in people only');
  return { view: data, actor: actorOf(data), zone: data.tenant.zone as ZoneId };
};
