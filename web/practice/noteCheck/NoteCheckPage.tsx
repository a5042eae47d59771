import { Button, Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { levelGuideFor } from '@openum/domain/noteCheck/guide.ts';
import { type NoteKnowledge, noteReader } from '@openum/domain/noteCheck/reader.ts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useSession } from '../../api/session.ts';
import { Page } from '../../app/Page.tsx';
import { FailedState, LoadingRows } from '../../app/states.tsx';
import { draftKey } from '../../case/draft.ts';
import { useDraft } from '../../case/useDraft.ts';
import { episodeQuery, patientChoices } from '../queries.ts';
import { firstOf } from './first.ts';
import { KeepPanel } from './KeepPanel.tsx';
import { NoteDesk } from './NoteDesk.tsx';
import { NoteSource } from './NoteSource.tsx';
import { noteGuideQuery } from './queries.ts';
import { openPoints } from './words.ts';

const route = getRouteApi('/shell/practice/practice/note-check');

const Desk = ({ knowledge }: { readonly knowledge: NoteKnowledge }) => {
  const { actor } = useSession();
  const { episode, level } = route.useSearch();
  const navigate = route.useNavigate();
  const [find, setFind] = useState('');
  const asked = useDebouncedValue(find, 250)[0];
  const { data: board } = useQuery({ ...patientChoices(asked), placeholderData: keepPreviousData });
  const { data: own } = useQuery({ ...episodeQuery(episode ?? ''), enabled: episode !== undefined });
  const [copied, setCopied] = useState(false);
  const { value, change } = useDraft(draftKey(actor.userId, 'practice', 'noteCheck'), {
    text: '',
    previous: '',
    first: '',
  });
  const { text, previous, first } = value;
  const patients = (board?.lines ?? []).filter((l) => levelGuideFor(knowledge.guide, l.levelOfCare));
  const chosen = patients.find((l) => l.episodeId === episode) ?? own?.row;
  const levelOfCare = level ?? chosen?.levelOfCare ?? 'residential';
  const firstCheck = useMemo(
    () => (first === '' ? undefined : noteReader(knowledge)({ text: first, levelOfCare })),
    [knowledge, first, levelOfCare],
  );
  const nameOf = (id: string) => knowledge.guide.indicators.find((i) => i.id === id)?.name ?? id;
  const guide = levelGuideFor(knowledge.guide, levelOfCare);
  const setText = (next: string) => {
    setCopied(false);
    change({ text: next, first: firstOf(first, next) });
  };
  return (
    <>
      <div className="um-note-head">
        <Select
          label="Patient"
          placeholder="None: only read the note"
          searchable
          clearable
          data={[...new Map([...(chosen ? [chosen] : []), ...patients].map((l) => [l.episodeId, l])).values()].map(
            (l) => ({
              value: l.episodeId,
              label: `${l.patientName} · ${l.programmeName}`,
            }),
          )}
          filter={({ options }) => options}
          onSearchChange={(text) => setFind(text.includes('·') ? '' : text)}
          value={chosen?.episodeId ?? null}
          onChange={(id) => void navigate({ search: id ? { episode: id } : {}, replace: true })}
        />
        <Select
          label="Level of care that is asked for"
          allowDeselect={false}
          data={knowledge.guide.levels.map((l) => ({ value: l.id, label: l.name }))}
          value={guide?.id ?? null}
          onChange={(id) => {
            const code = knowledge.guide.levels.find((l) => l.id === id)?.levelsOfCare[0];
            void navigate({
              search: { ...(episode ? { episode } : {}), ...(code ? { level: code } : {}) },
              replace: true,
            });
          }}
        />
        <p className="um-note-quiet">
          Reads words and changes nothing. Document only what is true; whether the level is needed is judged by
          clinicians. Guide {knowledge.guide.version}
          {guide ? `; ${guide.citation}` : ''}.
        </p>
      </div>
      <ul className="um-note-legend" aria-label="Marks in the note">
        <li data-kind="supports">shows an indicator</li>
        <li data-kind="against">says the contrary</li>
        <li data-kind="wording">may hurt</li>
        <li data-kind="aside">does not count</li>
        <li data-kind="copied">copied</li>
        <li>
          <kbd>j</kbd> <kbd>k</kbd> next and previous mark
        </li>
      </ul>
      <NoteDesk
        knowledge={knowledge}
        levelOfCare={levelOfCare}
        text={text}
        onText={setText}
        previous={previous}
        first={firstCheck}
        below={
          <NoteSource
            episodeId={chosen?.episodeId}
            previous={previous}
            onPrevious={(p) => change({ previous: p })}
            onNote={(next) => {
              setCopied(false);
              change({ text: next, first: next });
            }}
            empty={text === ''}
          />
        }
        actions={(check) => (
          <div className="um-note-actions">
            <KeepPanel
              key={chosen?.episodeId}
              episodeId={chosen?.episodeId}
              note={{ text, levelOfCare, previous }}
              check={check}
              nameOf={nameOf}
            />
            <Button
              variant="default"
              onClick={() => void navigator.clipboard.writeText(openPoints(check)).then(() => setCopied(true))}
            >
              Copy the open points
            </Button>
            <Button variant="default" onClick={() => window.print()}>
              Print
            </Button>
            <span role="status" className="um-note-quiet">
              {copied && 'Copied. Send it only where health information may go.'}
            </span>
          </div>
        )}
      />
    </>
  );
};

export const NoteCheckPage = () => {
  const { data, error, refetch } = useQuery(noteGuideQuery);
  return (
    <Page title="Note check">
      {data ? (
        <Desk knowledge={data} />
      ) : error ? (
        <FailedState error={error} retry={() => void refetch()} />
      ) : (
        <LoadingRows label="The guide is being fetched" />
      )}
    </Page>
  );
};
