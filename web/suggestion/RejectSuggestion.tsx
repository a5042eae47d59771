import type { ComponentProps } from 'react';
import { RejectForm } from '../case/act/RejectForm.tsx';

const common = ['Not what the page says', 'Of another patient', 'Of no use here', 'Already known'];

/** Says why a suggestion is not taken; the reasons are what the model is measured by. */
export const RejectSuggestion = (props: Omit<ComponentProps<typeof RejectForm>, 'common' | 'missing'>) => (
  <RejectForm {...props} common={common} missing="Say why it is not taken." />
);
