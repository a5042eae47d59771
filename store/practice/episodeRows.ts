import type { Scope } from '@openum/casework/port/scope.ts';
import type {
  EpisodeAuthorizationRow,
  EpisodeFactsRow,
  EpisodeRow,
  EpisodeRows,
} from '@openum/casework/practice/episode/rows.ts';
import type { ServicePage } from '@openum/domain/episode/page.ts';
import type { PendingSpan } from '@openum/domain/ledger/service.ts';
import type { Database } from '../connection/database.ts';
import { columnList, fromColumns } from '../connection/names.ts';
import { authorizationColumns, episodeColumns, factsColumns, pageColumns } from './columns.ts';

/** The read models of one episode as they stand in the tables. */
export const episodeRowsOf = async (
  db: Database,
  scope: Scope,
  episodeId: string,
): Promise<EpisodeRows | undefined> => {
  const parameters = [scope.tenantId, episodeId];
  const of = 'where tenant_id = $1 and episode_id = $2';
  const [rows = [], authorizations = [], pages = [], facts = []] = await db.inTenant(scope, [
    { sql: `select ${columnList(episodeColumns)}, pending, claim_ids from episode_row ${of}`, parameters },
    {
      sql: `select ${columnList(authorizationColumns)} from episode_authorization ${of} order by authorization_id`,
      parameters,
    },
    { sql: `select ${columnList(pageColumns)} from service_page ${of} order by level_of_care, code`, parameters },
    { sql: `select ${columnList(factsColumns)} from episode_facts ${of}`, parameters },
  ]);
  const [row] = rows;
  const [fact] = facts;
  if (!row || !fact) return undefined;
  const { pending, claimIds, ...episode } = fromColumns<
    EpisodeRow & { readonly pending: readonly PendingSpan[]; readonly claimIds: readonly string[] }
  >(row);
  return {
    episode,
    authorizations: authorizations.map(fromColumns<EpisodeAuthorizationRow>),
    pages: pages.map(fromColumns<ServicePage>),
    pending,
    claimIds,
    facts: fromColumns<EpisodeFactsRow>(fact),
  };
};
