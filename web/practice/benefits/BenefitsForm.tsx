import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { benefitAnswers, limitUnits } from '@openum/domain/benefits/verification.ts';
import type { BenefitDesk, CoverageBenefits } from '@openum/http/contract/practice/benefits.ts';
import { useState } from 'react';
import { ProblemLine } from '../ProblemLine.tsx';
import { usePracticeSend } from '../send.ts';
import { levelWord } from '../words.ts';
import { type BenefitsDraft, beginDraft, bodyOf, draftProblems, type LevelDraft } from './form.ts';
import { benefitsPath } from './queries.ts';
import { answerWord } from './words.ts';

type Event = { readonly currentTarget: { readonly value: string } };
const answers = benefitAnswers.map((a) => ({ value: a, label: answerWord[a] }));

const LevelFields = ({ draft, change }: { readonly draft: LevelDraft; readonly change: (d: LevelDraft) => void }) => {
  const field = (name: keyof LevelDraft) => ({
    value: draft[name],
    onChange: (e: Event) => change({ ...draft, [name]: e.currentTarget.value }),
  });
  return (
    <fieldset className="um-benefit-level">
      <legend>{levelWord(draft.levelOfCare)}</legend>
      <div className="um-practice-fields">
        <NativeSelect label="Covered" {...field('covered')} data={answers} />
        <NativeSelect label="Authorization needed" {...field('authorizationRequired')} data={answers} />
        <TextInput label="Allowed a year" inputMode="numeric" {...field('allowed')} />
        <NativeSelect label="Counted in" {...field('unit')} data={[...limitUnits]} />
        <TextInput label="Used so far" inputMode="numeric" {...field('used')} />
        <TextInput label="Copay, $" inputMode="decimal" {...field('copay')} />
        <TextInput label="Coinsurance, %" inputMode="decimal" {...field('coinsurance')} />
      </div>
      <Textarea label="Note" autosize minRows={1} {...field('note')} />
    </fieldset>
  );
};

type Props = {
  readonly desk: BenefitDesk;
  readonly benefits: CoverageBenefits;
  readonly close: () => void;
};

/** What a payer said on the telephone or on its page. */
export const BenefitsForm = ({ desk, benefits, close }: Props) => {
  const { send, busy, message } = usePracticeSend();
  const [v, setV] = useState<BenefitsDraft>(() => beginDraft(benefits, desk.levels));
  const field = (name: Exclude<keyof BenefitsDraft, 'levels'>) => ({
    value: v[name],
    onChange: (e: Event) => setV({ ...v, [name]: e.currentTarget.value }),
  });
  const problems = draftProblems(v);
  const { coverageId } = benefits.coverage;
  return (
    <form
      className="um-practice-form"
      aria-label="Write benefits down"
      onSubmit={(e) => {
        e.preventDefault();
        if (problems.length > 0) return;
        void send(benefitsPath(desk.episodeId), bodyOf(coverageId, desk.version, v)).then((ok) => ok && close());
      }}
    >
      <div className="um-practice-fields">
        <TextInput label="Spoke with" {...field('spokeWith')} />
        <TextInput label="Reference of the call or page" {...field('reference')} />
        <NativeSelect label="Coverage active" {...field('active')} data={answers} />
        <TextInput label="Plan" {...field('planName')} />
        <TextInput type="date" label="Coverage from" {...field('coverageFrom')} />
        <TextInput type="date" label="Coverage through" {...field('coverageTo')} />
        <TextInput type="date" label="This is good through" {...field('validThrough')} />
        <TextInput label="Deductible a year, $" inputMode="decimal" {...field('deductibleTotal')} />
        <TextInput label="Deductible met, $" inputMode="decimal" {...field('deductibleMet')} />
        <TextInput label="Most the member pays a year, $" inputMode="decimal" {...field('pocketTotal')} />
        <TextInput label="Of this paid so far, $" inputMode="decimal" {...field('pocketMet')} />
        <TextInput
          label="Behavioural care managed by"
          placeholder="Empty: the payer itself"
          {...field('carveOutName')}
        />
        <TextInput label="Their telephone" {...field('carveOutPhone')} />
      </div>
      {v.levels.map((l, at) => (
        <LevelFields key={l.levelOfCare} draft={l} change={(next) => setV({ ...v, levels: v.levels.with(at, next) })} />
      ))}
      <ProblemLine message={message} />
      <div className="um-practice-actions">
        <Button
          type="submit"
          size="xs"
          loading={busy}
          {...(problems.length > 0 ? { 'data-disabled': true, 'aria-disabled': true, title: problems.join(' ') } : {})}
        >
          Write down
        </Button>
        <Button size="xs" variant="subtle" onClick={close}>
          Cancel
        </Button>
        <span className="um-practice-quiet" role="status">
          {problems[0]}
        </span>
      </div>
    </form>
  );
};
