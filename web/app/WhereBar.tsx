import { Anchor, NativeSelect } from '@mantine/core';
import { addressIn } from '../api/practice.ts';
import { useSession } from '../api/session.ts';

/** Says in which practice somebody is at work who was let in by several, and leads from one to another. */
export const WhereBar = () => {
  const { view } = useSession();
  const { home, open = [], tenant } = view;
  if (open.length === 0) return null;
  const go = (to: string): void =>
    window.location.assign(to === '' ? addressIn('/practice/many', undefined) : addressIn('/practice/board', to));
  return (
    <section className="um-where" data-elsewhere={home !== undefined || undefined} aria-label="Where you are at work">
      <span>
        {home ? (
          <>
            You are in <b>{tenant.name}</b>, for {home.name}. What you do stands in its record.
          </>
        ) : (
          <>
            You are at home: <b>{tenant.name}</b>.
          </>
        )}
      </span>
      <NativeSelect
        size="xs"
        aria-label="Go to practice"
        value={home ? tenant.tenantId : ''}
        onChange={(e) => go(e.currentTarget.value)}
        data={[
          { value: '', label: home ? `All practices (${home.name})` : 'All practices' },
          ...open.map((p) => ({ value: p.tenantId, label: p.name })),
        ]}
      />
      {home && <Anchor href={addressIn('/practice/many', undefined)}>Leave</Anchor>}
    </section>
  );
};
