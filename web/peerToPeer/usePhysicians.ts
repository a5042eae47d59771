import type { UserHit } from '@openum/http/contract/request.ts';
import { useQuery } from '@tanstack/react-query';
import { get } from '../api/client.ts';

export const usePhysicians = (): readonly UserHit[] => {
  const { data } = useQuery({
    queryKey: ['users', 'medicalDirector'],
    queryFn: ({ signal }) => get<UserHit[]>('/api/users', { role: 'medicalDirector' }, signal),
  });
  return data ?? [];
};
