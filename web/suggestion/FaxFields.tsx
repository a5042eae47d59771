import type { IntakeField } from '@openum/domain/suggestion/suggestion.ts';
import { Panel } from '../case/Panel.tsx';
import type { SectionProps } from '../request/parts.ts';
import { OutsideBox } from './OutsideBox.tsx';
import { OutsideCard } from './OutsideCard.tsx';
import { RuleField } from './RuleField.tsx';
import { rulesRead } from './state.ts';
import own from './suggestion.module.css';
import { takeField } from './takeField.ts';
import { fieldWord, takeFieldWord } from './words.ts';

type Props = { readonly messageId: string; readonly section: SectionProps };

/** What a model reads off a fax, field by field; the person at intake puts it into the form or leaves it. */
export const FaxFields = ({ messageId, section: { draft, change } }: Props) => {
  const path = `/api/intake/${encodeURIComponent(messageId)}/suggestions`;
  const take = async (field: IntakeField, value: string): Promise<string | undefined> => {
    const taken = await takeField(field, value, draft);
    if ('problem' in taken) return taken.problem;
    change(taken.change);
    return undefined;
  };
  return (
    <Panel title="Suggestions">
      <OutsideBox
        path={path}
        agent="intake"
        body={{ agent: 'intake' }}
        label="Read the fields with the model"
        fromRules="What the message says in a machine’s words is in the form already. The rest is typed from the page at the left."
        note="Which service it is about is known when its pages are read. Until then the switches for all and for this agent apply; a service on it that is switched off keeps it from the model."
        besides={(run) => {
          const read = rulesRead(run);
          return (
            read.length > 0 && (
              <ul className={own.cards} aria-label="Read by rules">
                {read.map((r) => (
                  <RuleField key={`${r.field} ${r.value}`} read={r} take={() => take(r.field, r.value)} />
                ))}
              </ul>
            )
          );
        }}
        card={(open, renew) => {
          const { suggestion: s } = open;
          return s.kind === 'intakeField' ? (
            <OutsideCard
              key={`${open.run.runId} ${open.position}`}
              open={open}
              path={path}
              label={fieldWord[s.field]}
              takeLabel={takeFieldWord(s.field)}
              titleOf={() => 'Message'}
              renew={renew}
              take={() => take(s.field, s.value)}
            >
              <div>
                {fieldWord[s.field]} <b>{s.value}</b>
              </div>
            </OutsideCard>
          ) : null;
        }}
      />
    </Panel>
  );
};
