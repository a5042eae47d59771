import { Button, Group } from '@mantine/core';
import type { CriteriaSet } from '@openum/domain/criteria/criteria-set.ts';
import { criteriaStatus, type OwnCriteria } from '@openum/domain/ownCriteria/version.ts';
import { useSession } from '../api/session.ts';
import { ActButton } from '../app/ActButton.tsx';
import { moment } from '../app/format.ts';
import { FailedState, LoadingRows } from '../app/states.tsx';
import { Changes } from './Changes.tsx';
import { useOwnCriteria } from './queries.ts';

type Props = {
  readonly setId: string;
  readonly version: string;
  readonly mine: CriteriaSet;
  readonly takeTheirs: (own: OwnCriteria, text: CriteriaSet) => void;
  readonly keepMine: (own: OwnCriteria) => void;
};

/** Two people wrote at once: what the other one has that is not on this screen, and the choice. Nothing of either is lost. */
export const ConflictBanner = ({ setId, version, mine, takeTheirs, keepMine }: Props) => {
  const { zone } = useSession();
  const newest = useOwnCriteria(setId);
  if (newest.isError) return <FailedState error={newest.error} retry={() => void newest.refetch()} />;
  if (newest.isPending || newest.isFetching) return <LoadingRows label="Loading what the other one wrote" />;
  const { own, texts } = newest.data;
  const v = own.versions.find((x) => x.version === version);
  const theirs = v && texts[v.sha256];
  const by = v?.written.at(-1);
  if (!v || !theirs) return null;
  const open = criteriaStatus(v) === 'draft';
  return (
    <section className="um-own-conflict" role="alert" aria-label="Somebody else wrote at this version">
      <div>
        <b>
          {by ? `${by.name} wrote at this version, ${moment(by.at, zone)}.` : 'Somebody else wrote at this version.'}
        </b>{' '}
        What you wrote is kept on this screen and was not sent.
      </div>
      <details>
        <summary>How yours differs from theirs</summary>
        <Changes before={theirs} after={mine} />
      </details>
      <Group gap="xs">
        <Button variant="default" onClick={() => takeTheirs(own, theirs)}>
          Go on with theirs
        </Button>
        <ActButton
          variant="default"
          why={open ? undefined : 'This version has been handed in; it is no longer open.'}
          onClick={() => keepMine(own)}
        >
          Go on with mine
        </ActButton>
      </Group>
    </section>
  );
};
