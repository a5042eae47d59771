import type { PayerCards, SavedTaskDuty } from '@openum/casework/port/payerCards.ts';
import type { SavedPayerCard } from '@openum/domain/payer/version.ts';
import { type Database, type Row, rowsInTenant } from '../connection/database.ts';
import { fromColumns } from '../connection/names.ts';

type Flat<T> = Omit<T, 'savedBy'> & { readonly userId: string; readonly userName: string };

const savedOf = <T extends SavedPayerCard | SavedTaskDuty>(row: Row): T => {
  const { userId, userName, ...rest } = fromColumns<Flat<T>>(row);
  return { ...rest, savedBy: { userId, name: userName } } as unknown as T;
};

const cardColumns = 'version, card, saved_at, user_id, user_name, reason';

export const createPayerCards = (db: Database): PayerCards => ({
  all: async (scope) =>
    (
      await rowsInTenant(db, scope, {
        sql: `select ${cardColumns} from payer_card where tenant_id = $1 order by payer_id, version`,
        parameters: [scope.tenantId],
      })
    ).map((row) => savedOf<SavedPayerCard>(row)),
  versions: async (scope, payerId) =>
    (
      await rowsInTenant(db, scope, {
        sql: `select ${cardColumns} from payer_card where tenant_id = $1 and payer_id = $2 order by version`,
        parameters: [scope.tenantId, payerId],
      })
    ).map((row) => savedOf<SavedPayerCard>(row)),
  save: async (scope, { version, card, savedAt, savedBy, reason }) =>
    (
      await rowsInTenant(db, scope, {
        sql: `insert into payer_card (tenant_id, payer_id, version, card, saved_at, user_id, user_name, reason)
          select $1, $2, $3::int, $4, $5, $6, $7, $8
          where $3::int = 1 + coalesce((select max(version) from payer_card where tenant_id = $1 and payer_id = $2), 0)
          on conflict do nothing returning 1`,
        parameters: [
          scope.tenantId,
          card.payerId,
          version,
          JSON.stringify(card),
          savedAt,
          savedBy.userId,
          savedBy.name,
          reason,
        ],
      })
    ).length > 0,
  duty: async (scope) => {
    const [row] = await rowsInTenant(db, scope, {
      sql: `select version, duty, saved_at, user_id, user_name from task_duty
        where tenant_id = $1 order by version desc limit 1`,
      parameters: [scope.tenantId],
    });
    return row && savedOf<SavedTaskDuty>(row);
  },
  saveDuty: async (scope, { version, duty, savedAt, savedBy }) =>
    (
      await rowsInTenant(db, scope, {
        sql: `insert into task_duty (tenant_id, version, duty, saved_at, user_id, user_name)
          select $1, $2::int, $3, $4, $5, $6
          where $2::int = 1 + coalesce((select max(version) from task_duty where tenant_id = $1), 0)
          on conflict do nothing returning 1`,
        parameters: [scope.tenantId, version, JSON.stringify(duty), savedAt, savedBy.userId, savedBy.name],
      })
    ).length > 0,
});
