import type { PacketDesk } from '@openum/http/contract/practice/packet.ts';
import { queryOptions } from '@tanstack/react-query';
import { get } from '../../api/client.ts';
import { episodeShelf } from '../../document/usePages.ts';

export const packetDeskQuery = (episodeId: string) =>
  queryOptions({
    queryKey: ['practice', 'packets', episodeId],
    queryFn: ({ signal }) => get<PacketDesk>(`${episodeShelf(episodeId)}/packets`, {}, signal),
  });
