import type { OfferedFact } from '@openum/http/contract/extraction.ts';
import { RejectForm } from '../case/act/RejectForm.tsx';
import { useDesk } from '../case/desk.ts';
import { answerTo } from './answer.ts';

const common = ['Of another patient', 'Of an earlier time', 'Not what the page says', 'Read wrongly from the picture'];

type Props = { readonly offered: OfferedFact; readonly label: string; readonly close: () => void };

/** Says that what was read is not so. */
export const RejectOffered = ({ offered, label, close }: Props) => {
  const { send } = useDesk();
  return (
    <RejectForm
      label={label}
      common={common}
      missing="Say why it is not so."
      close={close}
      reject={async (reason) => {
        await send(answerTo(offered, { verdict: 'rejected', reason }));
        close();
      }}
    />
  );
};
