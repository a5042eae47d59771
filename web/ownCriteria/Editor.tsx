import { ActionIcon, Button, Tabs, Tooltip } from '@mantine/core';
import type { SetProblem } from '@openum/domain/criteria/check.ts';
import type { CriteriaSet } from '@openum/domain/criteria/criteria-set.ts';
import { spreadParts } from '@openum/domain/criteria/parts.ts';
import type { TreePlace } from '@openum/domain/criteria/trees.ts';
import { mayNotOwnCriteria } from '@openum/domain/ownCriteria/decide.ts';
import { type CriteriaVersion, criteriaStatus, isOpen } from '@openum/domain/ownCriteria/version.ts';
import type { OwnCriteriaView } from '@openum/http/contract/ownCriteria.ts';
import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react';
import { useBlocker, useNavigate, useSearch } from '@tanstack/react-router';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { useSession } from '../api/session.ts';
import { AdditionalPart } from './AdditionalPart.tsx';
import { AppliesPart } from './AppliesPart.tsx';
import { ChecksPanel } from './ChecksPanel.tsx';
import { ConflictBanner } from './ConflictBanner.tsx';
import { ExamplesPart } from './ExamplesPart.tsx';
import { HandIn } from './HandIn.tsx';
import { begin, edit, redo, undo } from './history.ts';
import { PointsPart } from './PointsPart.tsx';
import type { CriteriaWords } from './queries.ts';
import { RemindersPart } from './RemindersPart.tsx';
import { ReplayPart } from './ReplayPart.tsx';
import { SaveLine } from './SaveLine.tsx';
import { type EditorPart, editorParts, partWord } from './search.ts';
import { TryPart } from './TryPart.tsx';
import { type Path, pathOf } from './tree.ts';
import { useAutosave } from './useAutosave.ts';
import { useChecks } from './useChecks.ts';
import { VersionsPart } from './VersionsPart.tsx';

type Props = {
  readonly view: OwnCriteriaView;
  readonly v: CriteriaVersion;
  readonly text: CriteriaSet;
  readonly words: CriteriaWords;
};

/** The first that leads back or forth from a field is the browser's own; elsewhere it is that of the whole text. */
const isField = (target: EventTarget): boolean =>
  target instanceof HTMLElement && target.closest('input:not([type=checkbox]), textarea, [contenteditable]') !== null;

const tabOfTree = (place: TreePlace): EditorPart =>
  place === 'initial' ? 'points' : place === 'continuedStay' ? 'continued' : 'additional';

const tabOf = ({ place, subject, text }: SetProblem): EditorPart => {
  if (place !== undefined) return tabOfTree(place);
  if (subject?.startsWith('reminder')) return 'reminders';
  return subject?.startsWith('example') || text.startsWith('no example') ? 'examples' : 'applies';
};

const emptyContinued = { id: 'continued', label: 'Going on with the service is medically necessary', all: [] };
const approvalOf = (place: TreePlace): number => Number(place.slice('requires'.length));

const NoContinued = ({
  set,
  disabled,
  change,
}: {
  readonly set: CriteriaSet;
  readonly disabled: boolean;
  readonly change: (set: CriteriaSet) => void;
}) => (
  <section className="um-template-box um-own-part">
    <h2>Continued care</h2>
    <p>This set asks nothing of its own when a service goes on; a person then decides without it.</p>
    {!disabled && (
      <div className="um-template-line">
        <Button variant="default" onClick={() => change({ ...set, continuedStay: emptyContinued })}>
          Write points for continued care
        </Button>
        <Button
          variant="default"
          onClick={() => change({ ...set, continuedStay: { ...set.initial, id: 'continued' } })}
        >
          Begin with the points of the first review
        </Button>
      </div>
    )}
  </section>
);

/** The editor of one version: what is written is kept by itself, and can be taken back step by step. */
export const Editor = ({ view, v, text, words }: Props) => {
  const { actor } = useSession();
  const { part = 'points' } = useSearch({ from: '/shell/desk/criteria/own/$setId' });
  const navigate = useNavigate();
  const [history, setHistory] = useState(() => begin(text));
  const [selected, setSelected] = useState<Readonly<Partial<Record<TreePlace, Path>>>>({});
  const [approval, setApproval] = useState(() =>
    Math.max(
      0,
      text.approveFor.findIndex((a) => a.requires),
    ),
  );
  const set = history.present;
  const closed = criteriaStatus(v) !== 'draft';
  const disabled = closed || mayNotOwnCriteria('SaveCriteria', actor) !== undefined;
  const saving = useAutosave(set, view.own, v.version, disabled);
  const problems = useChecks(set, words);
  const unsaved = !disabled && saving.state.kind !== 'saved';
  useBlocker({
    shouldBlockFn: ({ current, next }) =>
      unsaved &&
      current.pathname !== next.pathname &&
      !window.confirm('The last change was not kept. Leave this page?'),
    enableBeforeUnload: unsaved,
  });
  const show = (to: EditorPart) =>
    void navigate({
      to: '/criteria/own/$setId',
      params: { setId: view.own.setId },
      search: to === 'points' ? {} : { part: to },
      replace: true,
    });
  const change = (next: CriteriaSet, key?: string) => setHistory((h) => edit(h, spreadParts(h.present, next), key));
  const back = () => setHistory((h) => undo(h) ?? h);
  const forth = () => setHistory((h) => redo(h) ?? h);
  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || isField(event.target) || disabled) return;
    const again = event.key === 'y' || (event.shiftKey && event.key.toLowerCase() === 'z');
    if (!again && event.key !== 'z') return;
    event.preventDefault();
    if (again) forth();
    else back();
  };
  const goTo = (place: TreePlace, path: string) => {
    setSelected((s) => ({ ...s, [place]: pathOf(path) }));
    const to = tabOfTree(place);
    if (to === 'additional') setApproval(approvalOf(place));
    show(to);
  };
  const go = (problem: SetProblem) =>
    problem.place && problem.path ? goTo(problem.place, problem.path) : show(tabOf(problem));
  const points = (place: TreePlace, empty: ReactNode) => (
    <PointsPart
      key={place}
      set={set}
      place={place}
      words={words}
      disabled={disabled}
      today={view.today}
      selected={selected[place]}
      select={(path) => setSelected((s) => ({ ...s, [place]: path }))}
      show={(there) => goTo(there.place, there.path)}
      problems={problems}
      change={change}
      empty={empty}
    />
  );
  const shared = { set, words, disabled, change };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the shortcuts of a whole page stand on what holds it.
    <div onKeyDown={onKeyDown}>
      <div className="um-own-bar">
        <Tooltip label="Take back (Ctrl Z)">
          <ActionIcon
            variant="default"
            aria-label="Take back"
            disabled={disabled || history.past.length === 0}
            onClick={back}
          >
            <IconArrowBackUp size={16} aria-hidden />
          </ActionIcon>
        </Tooltip>
        <Tooltip label="Bring again (Ctrl Shift Z)">
          <ActionIcon
            variant="default"
            aria-label="Bring again"
            disabled={disabled || history.future.length === 0}
            onClick={forth}
          >
            <IconArrowForwardUp size={16} aria-hidden />
          </ActionIcon>
        </Tooltip>
        {!disabled && <SaveLine state={saving.state} retry={() => void saving.flush()} />}
        {closed && <span className="um-criteria-quiet">This version is closed for writing; see Versions.</span>}
        {!closed && <HandIn own={view.own} problems={problems.length} flush={saving.flush} unsaved={unsaved} />}
      </div>
      {!closed && <ChecksPanel set={set} problems={problems} show={go} />}
      {saving.state.kind === 'conflict' && (
        <ConflictBanner
          setId={view.own.setId}
          version={v.version}
          mine={set}
          takeTheirs={(own, theirs) => {
            setHistory((h) => edit(h, theirs));
            saving.goOnTopOf(own);
          }}
          keepMine={saving.goOnTopOf}
        />
      )}
      <Tabs value={part} onChange={(value) => show((value ?? 'points') as EditorPart)} keepMounted={false}>
        <Tabs.List>
          {editorParts.map((p) => (
            <Tabs.Tab key={p} value={p}>
              {partWord[p]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="points">{points('initial', undefined)}</Tabs.Panel>
        <Tabs.Panel value="continued">
          {points('continuedStay', <NoContinued set={set} disabled={disabled} change={change} />)}
        </Tabs.Panel>
        <Tabs.Panel value="additional">
          <AdditionalPart
            set={set}
            at={Math.min(approval, set.approveFor.length - 1)}
            choose={setApproval}
            disabled={disabled}
            change={change}
            points={points}
          />
        </Tabs.Panel>
        <Tabs.Panel value="applies">
          <AppliesPart {...shared} additional={(at) => goTo(`requires${at}`, '')} />
        </Tabs.Panel>
        <Tabs.Panel value="reminders">
          <RemindersPart {...shared} />
        </Tabs.Panel>
        <Tabs.Panel value="examples">
          <ExamplesPart {...shared} today={view.today} />
        </Tabs.Panel>
        <Tabs.Panel value="case">
          <TryPart set={set} />
        </Tabs.Panel>
        <Tabs.Panel value="replay">
          <ReplayPart
            own={view.own}
            v={v}
            why={
              unsaved
                ? 'What you wrote is not kept yet.'
                : isOpen(v)
                  ? undefined
                  : 'This version is past that step; begin a new one.'
            }
          />
        </Tabs.Panel>
        <Tabs.Panel value="versions">
          <VersionsPart view={view} text={set} closed={!isOpen(v)} />
        </Tabs.Panel>
      </Tabs>
    </div>
  );
};
