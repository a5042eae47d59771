import { ChecklistPanel } from './ChecklistPanel.tsx';
import { DuplicatePanel } from './DuplicatePanel.tsx';
import { RoutingPanel } from './RoutingPanel.tsx';
import { UrgencyPanel } from './UrgencyPanel.tsx';

/** What intake has to say of a case; each part stays away when it has nothing to say. */
export const IntakePanels = () => (
  <>
    <DuplicatePanel />
    <UrgencyPanel />
    <ChecklistPanel />
    <RoutingPanel />
  </>
);
