import '../criteria/criteria.css';
import '../template/template.css';
import './ownCriteria.css';
import { Anchor } from '@mantine/core';
import { criteriaStatus } from '@openum/domain/ownCriteria/version.ts';
import { IconArrowLeft } from '@tabler/icons-react';
import { Link, useParams } from '@tanstack/react-router';
import { Page } from '../app/Page.tsx';
import { FailedState, LoadingRows, NotFound } from '../app/states.tsx';
import { Editor } from './Editor.tsx';
import { useCriteriaWords, useOwnCriteria } from './queries.ts';
import { statusTone, statusWord } from './words.ts';

/** A criteria set of the plan: its newest version in the editor, with all that was done to the others. */
export const OwnCriteriaPage = () => {
  const { setId } = useParams({ from: '/shell/desk/criteria/own/$setId' });
  const found = useOwnCriteria(setId);
  const words = useCriteriaWords();
  if (found.isError) return <FailedState error={found.error} retry={() => void found.refetch()} />;
  if (words.isError) return <FailedState error={words.error} retry={() => void words.refetch()} />;
  if (found.isPending || words.isPending) return <LoadingRows label="Loading the criteria" />;
  const v = found.data.own.versions.at(-1);
  const text = v && found.data.texts[v.sha256];
  if (!v || !text) return <NotFound />;
  const status = criteriaStatus(v);
  return (
    <Page
      title={text.name || setId}
      aside={
        <span className="um-chip" data-tone={statusTone[status]}>
          Version {v.version}: {statusWord[status]}
        </span>
      }
      actions={
        <Anchor renderRoot={(props) => <Link {...props} to="/criteria" search={{}} />}>
          <IconArrowLeft size={14} aria-hidden /> Every criteria set
        </Anchor>
      }
    >
      <Editor key={`${setId} ${v.version} ${status}`} view={found.data} v={v} text={text} words={words.data} />
    </Page>
  );
};
