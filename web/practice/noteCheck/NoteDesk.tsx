import './noteCheck.css';
import { longestNote, type NoteCheck } from '@openum/domain/noteCheck/check.ts';
import type { NoteKnowledge } from '@openum/domain/noteCheck/reader.ts';
import type { Span } from '@openum/domain/text/span.ts';
import { type ReactNode, useId, useMemo, useRef, useState } from 'react';
import { useKeys } from '../../app/keys.ts';
import { EmptyState } from '../../app/states.tsx';
import { CopiedPanel } from './CopiedPanel.tsx';
import { FindingCard } from './FindingCard.tsx';
import { markAt, markFrom, marksOf } from './marks.ts';
import { type Jump, NoteText } from './NoteText.tsx';
import { Summary } from './Summary.tsx';
import { useReading } from './useReading.ts';
import { WordingList } from './WordingList.tsx';
import { byNeed } from './words.ts';

type Props = {
  /** Name of the field. */
  readonly label?: string;
  readonly knowledge: NoteKnowledge;
  readonly levelOfCare: string;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly previous: string;
  /** How the note was when it came in. */
  readonly first?: NoteCheck | undefined;
  /** Under the note: where it comes from, what to compare it with. */
  readonly below?: ReactNode;
  /** Beside the figures: what can be done with the check. */
  readonly actions?: (check: NoteCheck) => ReactNode;
};

const noSpans: readonly Span[] = [];

/** A note at the left, what a payer's reader would find in it at the right, each leading to the other. */
export const NoteDesk = ({
  label = 'Note',
  knowledge,
  levelOfCare,
  text,
  onText,
  previous,
  first,
  below,
  actions,
}: Props) => {
  const { check, of } = useReading(knowledge, { text, levelOfCare, previous });
  const root = useRef<HTMLDivElement>(null);
  const headings = useId();
  const [jump, setJump] = useState<Jump>();
  const [active, setActive] = useState<string>();
  const fresh = of === text;
  const marks = useMemo(() => (check && fresh ? marksOf(check) : []), [check, fresh]);
  const nameOf = (id: string) => knowledge.guide.indicators.find((i) => i.id === id)?.name ?? id;
  const jumpTo = ({ from, to }: Span, select: boolean) =>
    setJump((last) => ({ from, to, select, turn: (last?.turn ?? 0) + 1 }));
  const goTo = (to: Span) => jumpTo(to, true);
  const show = (subject: string) => {
    setActive(subject);
    const place = `[data-note="${CSS.escape(subject)}"]`;
    root.current?.querySelector(place)?.scrollIntoView({ block: 'nearest' });
  };
  const step = (back: boolean) => {
    // Two notes may stand on one page: the keys are for the one that has the focus.
    const alone = document.querySelectorAll('.um-note').length === 1;
    if (!alone && !root.current?.contains(document.activeElement)) return;
    const next = markFrom(marks, jump?.from ?? -1, back);
    if (!next) return;
    jumpTo(next, false);
    show(next.subject);
  };
  useKeys({ j: () => step(false), k: () => step(true) });
  return (
    <div className="um-note" ref={root}>
      <section className="um-note-left" aria-label={`${label}: text and where it comes from`}>
        <NoteText
          label={label}
          value={text}
          onChange={(next) => {
            setJump(undefined);
            onText(next);
          }}
          onPlace={(at) => {
            const here = markAt(marks, at);
            if (here) show(here.subject);
          }}
          marks={marks}
          copied={fresh ? (check?.copied?.runs ?? noSpans) : noSpans}
          jump={jump}
          maxLength={longestNote}
          placeholder="Type or paste the note here."
        />
        {below}
      </section>
      <section className="um-note-right" aria-label={`${label}: what it shows`}>
        {check ? (
          <>
            <Summary check={check} first={first} levels={knowledge.guide.levels} nameOf={nameOf} />
            {actions?.(check)}
            {check.wording.length > 0 && (
              <section aria-labelledby={`${headings}-wording`}>
                <h2 id={`${headings}-wording`}>Wording that may hurt</h2>
                <WordingList wording={check.wording} nameOf={nameOf} active={active} onJump={goTo} />
              </section>
            )}
            <CopiedPanel copied={check.copied} text={of} onJump={goTo} />
            <section aria-labelledby={`${headings}-indicators`}>
              <h2 id={`${headings}-indicators`}>Indicators for {check.levelName.toLowerCase()}</h2>
              <ul className="um-note-cards">
                {byNeed(check.findings).map((f) => (
                  <FindingCard
                    key={f.indicatorId}
                    finding={f}
                    text={of}
                    active={active === f.indicatorId}
                    onJump={goTo}
                  />
                ))}
              </ul>
            </section>
          </>
        ) : (
          <EmptyState title="There is no note yet">
            Type or paste it at the left, or open a file. It is read as you type, in this browser; it goes nowhere.
          </EmptyState>
        )}
      </section>
    </div>
  );
};
