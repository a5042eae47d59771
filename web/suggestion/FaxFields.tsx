import { Panel } from '../case/Panel.tsx';
import type { SectionProps } from '../request/parts.ts';
import { OutsideBox } from './OutsideBox.tsx';
import { OutsideCard } from './OutsideCard.tsx';
import { takeField } from './takeField.ts';
import { fieldWord } from './words.ts';

type Props = { readonly messageId: string; readonly section: SectionProps };

/** What a model reads off a fax, field by field; the person at intake puts it into the form or leaves it. */
export const FaxFields = ({ messageId, section: { draft, change } }: Props) => {
  const path = `/api/intake/${encodeURIComponent(messageId)}/suggestions`;
  return (
    <Panel title="Suggestions">
      <OutsideBox
        path={path}
        agent="intake"
        body={{ agent: 'intake' }}
        label="Read the fields with the model"
        fromRules="What the message says in a machine’s words is in the form already. The rest is typed from the page at the left."
        card={(open, renew) => {
          const { suggestion: s } = open;
          return s.kind === 'intakeField' ? (
            <OutsideCard
              key={`${open.run.runId} ${open.position}`}
              open={open}
              path={path}
              label={fieldWord[s.field]}
              takeLabel={s.field === 'memberBirthDate' ? 'Compare' : 'Put into the form'}
              titleOf={() => 'Message'}
              renew={renew}
              take={async () => {
                const taken = await takeField(s.field, s.value, draft);
                if ('problem' in taken) return taken.problem;
                change(taken.change);
                return undefined;
              }}
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
