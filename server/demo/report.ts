import { drawAuditSample, recordReading } from '@openum/casework/audit/samples.ts';
import type { Casework } from '@openum/casework/casework.ts';
import type { Tenant } from '@openum/casework/port/identity.ts';
import { saveFilter } from '@openum/casework/savedFilter/savedFilters.ts';
import { addDays, dateInZone } from '@openum/domain/time/instant.ts';

/** A sample that the quality manager has begun to read, and filters that two people have kept. */
export const seedReports = async (casework: Casework, tenant: Tenant): Promise<void> => {
  const scope = { tenantId: tenant.tenantId };
  const users = await casework.identity.users(scope);
  const who = (email: string) => {
    const user = users.find((u) => u.email === email);
    if (!user) throw new Error(`the demonstration has no user ${email}`);
    return user;
  };
  const today = dateInZone(casework.environment.now(), tenant.zone);
  const quality = who('quality@plan.example');
  const drawn = await drawAuditSample(casework, scope, quality, {
    universe: 'denials',
    fromDay: addDays(today, -89),
    beforeDay: addDays(today, 1),
    linesOfBusiness: [],
  });
  if (drawn)
    await recordReading(
      casework,
      scope,
      quality,
      { sampleId: drawn.sample.sampleId, position: 1 },
      {
        verdict: 'pass',
        note: 'Every element is in the file; the reason names the criteria and the value that missed them.',
      },
    );
  await saveFilter(casework, scope, who('nurse@plan.example'), {
    page: 'work',
    name: 'Expedited, nobody has it',
    search: { tab: 'unassigned', urgency: 'expedited' },
  });
  await saveFilter(casework, scope, who('director@plan.example'), {
    page: 'dashboard',
    name: 'Medicare Advantage',
    search: { lineOfBusiness: 'medicareAdvantage' },
  });
};
