import './criteria.css';
import '../template/template.css';
import { Anchor } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { Link, useParams } from '@tanstack/react-router';
import { ApiProblem } from '../api/client.ts';
import { Page } from '../app/Page.tsx';
import { FailedState, LoadingRows, NotFound } from '../app/states.tsx';
import { BeginForm } from '../ownCriteria/BeginForm.tsx';
import { AboutPart } from './AboutPart.tsx';
import { ExamplesPart } from './ExamplesPart.tsx';
import { useLibrary, useLibrarySet } from './queries.ts';
import { StatusChip } from './StatusChip.tsx';
import { TreeView } from './TreeView.tsx';

const Back = () => (
  <Anchor renderRoot={(props) => <Link {...props} to="/criteria" search={{}} />}>
    <IconArrowLeft size={14} aria-hidden /> Every criteria set
  </Anchor>
);

/** One criteria set as a reviewer reads it. */
export const SetPage = () => {
  const { setId } = useParams({ from: '/shell/desk/criteria/$setId' });
  const found = useLibrarySet(setId);
  const library = useLibrary();
  if (found.isPending) return <LoadingRows label="Loading the criteria" />;
  if (found.error instanceof ApiProblem && found.error.status === 404) return <NotFound />;
  if (found.isError) return <FailedState error={found.error} retry={() => void found.refetch()} />;
  const { set, facts } = found.data;
  return (
    <Page
      title={set.name}
      aside={<StatusChip status={set.status} />}
      actions={
        <>
          {library.data && (
            <BeginForm from={set} today={library.data.today} taken={library.data.own.map(({ entry }) => entry.id)} />
          )}
          <Back />
        </>
      }
    >
      {set.status === 'draft' && (
        <p className="um-criteria-draft">
          A draft is for study. It is never chosen for a request and never approves anything: points that are marked so
          have not been compared with their source.
        </p>
      )}
      <div className="um-template">
        <div className="um-template-main">
          <section className="um-template-box">
            <h2>Initial review</h2>
            <TreeView node={set.initial} facts={facts} />
          </section>
          {set.continuedStay && (
            <section className="um-template-box">
              <h2>Continued care</h2>
              <TreeView node={set.continuedStay} facts={facts} />
            </section>
          )}
          <ExamplesPart set={set} facts={facts} />
        </div>
        <AboutPart {...found.data} />
      </div>
    </Page>
  );
};
