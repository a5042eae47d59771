import type { FileDirection, FileKind, FileStanding } from '@openum/domain/payerFile/file.ts';
import type { FilePart } from '@openum/domain/payerFile/part.ts';
import type { ListedFile } from '@openum/http/contract/practice/payerFile.ts';

export const fileKindWord: Record<FileKind, string> = {
  '278': 'Request or answer (278)',
  '999': 'Receipt of a file (999)',
  TA1: 'Receipt of an envelope (TA1)',
  '270': 'Question about benefits (270)',
  '271': 'Answer about benefits (271)',
  '835': 'Remittance (835)',
  '837': 'Claims (837)',
  other: 'Other X12',
  none: 'Not X12',
};

export const standingWord: Record<FileStanding, string> = {
  broken: 'Cannot be read',
  unmatched: 'Belongs to nothing yet',
  refused: 'Not taken by the payer',
  kept: 'Waits to be recorded',
  made: 'To be brought to the payer',
  handedOver: 'On its way',
  accepted: 'Taken by the payer’s system',
  answered: 'Answered',
  taken: 'Recorded',
  setAside: 'Set aside',
};

export const standingTone: Record<FileStanding, string> = {
  broken: 'bad',
  unmatched: 'bad',
  refused: 'bad',
  kept: 'waiting',
  made: 'waiting',
  handedOver: 'quiet',
  accepted: 'quiet',
  answered: 'good',
  taken: 'good',
  setAside: 'quiet',
};

export const directionWord: Record<FileDirection, string> = { in: 'Came in', out: 'Goes out' };

export const kindsWords = ({ kinds }: Pick<ListedFile, 'kinds'>): string =>
  kinds.length === 0 ? 'Not read yet' : kinds.map((k) => fileKindWord[k]).join(', ');

export const partWord = (part: FilePart): string => {
  switch (part.kind) {
    case 'authorization':
      return `Answer to a request, member ${part.memberNumber || 'not named'}`;
    case 'benefits':
      return `Answer about benefits, ${part.patient.family || 'member'} ${part.memberNumber}`;
    case 'receipt':
      return `${part.of === 'group' ? 'Receipt' : 'Receipt of the envelope'} of file ${part.control}: ${part.taken ? 'taken' : 'not taken'}`;
    case 'remittance':
      return `Remittance, ${part.count === 1 ? '1 claim' : `${part.count} claims`}`;
    case 'claims':
      return part.count === 1 ? '1 claim' : `${part.count} claims`;
    case 'other':
      return `Transaction ${part.set}`;
  }
};
