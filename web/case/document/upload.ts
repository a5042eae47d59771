import { acceptedWords, isAcceptedType } from '@openum/domain/document/accepted.ts';
import type { ProblemBody } from '@openum/http/contract/refusal.ts';
import { ApiProblem } from '../../api/client.ts';

/** Largest file that is taken. */
const largestFileBytes = 10 * 1024 * 1024;

/** Why a file cannot be taken, or undefined. */
export const fileProblem = (file: Pick<File, 'name' | 'size' | 'type'>): string | undefined => {
  if (file.size === 0) return `${file.name} is empty.`;
  if (file.size > largestFileBytes) return `${file.name} is larger than ${largestFileBytes / 1024 / 1024} MB.`;
  if (!isAcceptedType(file.type)) return `${file.name} is not a ${acceptedWords} file.`;
  return undefined;
};

export const sizeWords = (bytes: number): string =>
  bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;

const problemIn = (text: string): ProblemBody | undefined => {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' && body !== null && 'code' in body ? (body as ProblemBody) : undefined;
  } catch {
    return undefined;
  }
};

/** Sends a file as it is, telling how much of it has gone (0 to 1), and gives the answer's text. Throws ApiProblem. */
export const sendFile = (
  path: string,
  file: File,
  progress: (part: number) => void,
  headers: Readonly<Record<string, string>> = {},
): Promise<string> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    request.setRequestHeader('content-type', file.type || 'application/octet-stream');
    request.setRequestHeader('accept', 'application/json');
    request.setRequestHeader('x-openum', '1');
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.addEventListener('progress', (e) => {
      if (e.lengthComputable) progress(e.loaded / e.total);
    });
    request.addEventListener('load', () =>
      request.status < 300
        ? resolve(request.responseText)
        : reject(new ApiProblem(request.status, problemIn(request.responseText))),
    );
    request.addEventListener('error', () => reject(new ApiProblem(0, undefined)));
    request.send(file);
  });

/** Attaches a file to a case. */
export const uploadDocument = async (
  caseId: string,
  file: File,
  progress: (part: number) => void,
  casesPath = '/api/cases',
  recordedOn = '',
): Promise<void> => {
  const query = new URLSearchParams({ title: file.name, ...(recordedOn === '' ? {} : { recordedOn }) });
  await sendFile(`${casesPath}/${encodeURIComponent(caseId)}/documents?${query}`, file, progress);
};
