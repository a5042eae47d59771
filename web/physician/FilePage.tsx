import './physician.css';
import '../brief/brief.css';
import { Alert, Button } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { Link, useParams } from '@tanstack/react-router';
import { Page } from '../app/Page.tsx';
import { FailedState, LoadingRows } from '../app/states.tsx';
import { usePhysicians } from '../peerToPeer/usePhysicians.ts';
import { AbsenceSection } from './AbsenceSection.tsx';
import { ConflictSection } from './ConflictSection.tsx';
import { HoursSection } from './HoursSection.tsx';
import { useFile } from './useFile.ts';

/** What decides which cases come to a physician: their own words on conflicts, absences, hours and room. */
export const FilePage = () => {
  const { userId } = useParams({ from: '/shell/desk/physician/file/$userId' });
  const { query, say, problem } = useFile(userId);
  const name = usePhysicians().find((p) => p.userId === userId)?.name;
  return (
    <Page
      title={
        userId === 'me' ? 'My availability and conflicts' : `Availability and conflicts of ${name ?? 'a physician'}`
      }
      actions={
        <Button
          variant="default"
          renderRoot={(props) => <Link {...props} to="/physician" search={{}} />}
          leftSection={<IconArrowLeft size={15} aria-hidden />}
        >
          The queue
        </Button>
      }
    >
      {query.isPending && <LoadingRows label="Loading the file" />}
      {query.isError && <FailedState error={query.error} retry={() => void query.refetch()} />}
      {problem && (
        <Alert color="red" py={6} mb="xs" role="alert">
          {problem}
        </Alert>
      )}
      {query.data && (
        <div className="um-file">
          <ConflictSection file={query.data} say={say} />
          <AbsenceSection file={query.data} say={say} />
          <HoursSection file={query.data} say={say} />
        </div>
      )}
    </Page>
  );
};
