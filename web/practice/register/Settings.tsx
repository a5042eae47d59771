import { NativeSelect } from '@mantine/core';
import type { UncoveredPolicy } from '@openum/domain/episode/command.ts';
import type { RegisterView } from '@openum/http/contract/practice/register.ts';
import { Panel } from '../../case/Panel.tsx';
import { ProblemLine } from '../ProblemLine.tsx';
import { usePracticeSend } from '../send.ts';

const policyWords: readonly (readonly [UncoveredPolicy, string])[] = [
  ['warn', 'Warn, and let it through'],
  ['block', 'Stop it without a written reason'],
];

/** How strict the practice is with what nothing covers. */
export const Settings = ({ view, why }: { readonly view: RegisterView; readonly why: string | undefined }) => {
  const { save, message } = usePracticeSend();
  const set = (part: Partial<RegisterView['settings']>) =>
    void save('/api/practice/settings', { ...view.settings, ...part });
  const choice = (key: keyof RegisterView['settings'], label: string) => (
    <NativeSelect
      label={label}
      value={view.settings[key]}
      disabled={why !== undefined}
      description={why}
      onChange={(e) => set({ [key]: e.currentTarget.value as UncoveredPolicy })}
      data={policyWords.map(([value, text]) => ({ value, label: text }))}
    />
  );
  return (
    <Panel title="When nothing covers a service">
      <div style={{ display: 'grid', gap: '0.5rem', maxInlineSize: '28rem' }}>
        {choice('recordUncovered', 'When it is recorded')}
        {choice('billUncovered', 'When it is billed')}
        <ProblemLine message={message} />
      </div>
    </Panel>
  );
};
