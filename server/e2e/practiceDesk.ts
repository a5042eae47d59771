import { addDays, type CalendarDate, dateInZone, instant, zoneId } from '@openum/domain/time/instant.ts';
import type { DenialLine, DenialsReading } from '@openum/http/contract/practice/denial.ts';
import type { BoardLine, BoardReading, EpisodeView } from '@openum/http/contract/practice/episode.ts';
import type { FourQuestionsReading } from '@openum/http/contract/practice/fourQuestions.ts';
import type { TalkBoard, TalkLine } from '@openum/http/contract/practice/request.ts';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const patience = { timeout: 20_000, interval: 150 };
/** A payer is asked once a minute, by a look every fifteen seconds. */
const byItself = { timeout: 100_000, interval: 2_000 };

const today = dateInZone(instant(new Date().toISOString()), zoneId('America/New_York'));
/** The n-th day from today on. */
export const day = (n: number): CalendarDate => addDays(today, n);
export const usDay = (n: number): string => day(n).replace(/^(\d+)-(\d+)-(\d+)$/, '$2/$3/$1');

/** Somebody of the utilization review staff of a practice at work on the course of one patient. */
export const practiceDesk = (staff: Page, patient: { readonly family: string; readonly given: string }) => {
  const name = `${patient.family}, ${patient.given}`;
  let episodeId = '';
  const read = async <T>(path: string): Promise<T> => (await staff.request.get(path)).json() as Promise<T>;
  const episode = () => read<EpisodeView>(`/api/practice/episodes/${episodeId}`);
  const lastRequest = () => staff.getByRole('article').first();
  const talks = async (): Promise<readonly TalkLine[]> =>
    (await read<TalkBoard>('/api/practice/talks')).talks.filter((t) => t.patientName === name);
  const talkCard = () => staff.getByRole('article', { name: `Peer-to-peer for ${name}` });
  const denied = async (): Promise<DenialLine | undefined> =>
    (await read<DenialsReading>('/api/practice/denials')).denials.find((d) => d.patientName === name);
  const denial = () => staff.getByRole('listitem').filter({ hasText: name });
  const openRequests = () => staff.goto(`/practice/episodes/${episodeId}/requests`);

  return {
    episode,
    talks,
    talkCard,
    denial,
    denied,
    fourQuestions: () => read<FourQuestionsReading>('/api/practice/four-questions'),
    onBoard: async (): Promise<BoardLine | undefined> =>
      (await read<BoardReading>(`/api/practice/board?text=${patient.family}`)).lines[0],
    tasks: async (): Promise<readonly string[]> =>
      (
        await read<{ tasks: readonly { kind: string; patientName: string }[] }>('/api/practice/tasks?size=500')
      ).tasks.flatMap((t) => (t.patientName === name ? [t.kind] : [])),

    admit: async (on: number, born: string, memberNumber: string): Promise<void> => {
      await staff.goto('/practice/admit');
      await staff.getByLabel('Family name').fill(patient.family);
      await staff.getByLabel('Given name').fill(patient.given);
      await staff.getByLabel('Date of birth').fill(born);
      await staff.getByLabel('Chart number').fill('CP-4001');
      await staff.getByLabel('Programme').selectOption('cedar-residential');
      await staff.getByLabel('Admitted on').fill(day(on));
      await staff.getByLabel('Payer', { exact: true }).selectOption('prairie-harbor');
      await staff.getByLabel('Member number').fill(memberNumber);
      await staff.getByRole('button', { name: /^Admit/ }).click();
      await staff.getByRole('heading', { name }).waitFor();
      episodeId = staff.url().split('/').at(-1) ?? '';
    },
    enterAttendance: async (n: number): Promise<void> => {
      await staff.getByRole('button', { name: 'Enter attendance', exact: true }).click();
      await staff.getByRole('textbox', { name: 'Day' }).fill(day(n));
      const { services } = (await episode()).row;
      await staff.getByRole('button', { name: 'Record', exact: true }).click();
      await staff.getByRole('button', { name: 'Record', exact: true }).waitFor({ state: 'hidden' });
      expect((await episode()).row.services).toBe(services + 1);
    },
    ask: async (kind: string, from: number, to: number, text: string): Promise<void> => {
      await openRequests();
      await staff.getByLabel('Kind').selectOption(kind);
      await staff.getByLabel('First day').fill(day(from));
      await staff.getByLabel('Last day').fill(day(to));
      await staff.getByLabel('Days or units').fill(String(to - from + 1));
      await staff.getByLabel('Diagnoses (ICD-10-CM)').fill('F10.230');
      await staff.getByRole('textbox', { name: 'Clinical summary, in the words that go to the payer' }).fill(text);
      await staff.getByText(/required indicators present/).waitFor();
      await staff.getByRole('button', { name: 'Send to the payer' }).click();
      await staff.getByText('It is with the payer.').waitFor();
      await lastRequest().getByText('Pended').first().waitFor();
    },
    /** Asks at once instead of waiting for the next look, until the newest request shows the word. */
    answerComesHome: async (word: string): Promise<void> => {
      await openRequests();
      const answered = async () => {
        const button = lastRequest().getByRole('button', { name: 'Ask the payer now' });
        if (await button.isVisible()) await button.click();
        return lastRequest().getByText(word, { exact: true }).first().isVisible();
      };
      await expect.poll(answered, { timeout: 20_000, interval: 1_000 }).toBe(true);
    },
    askNow: async (): Promise<void> => {
      await openRequests();
      await lastRequest().getByRole('button', { name: 'Ask the payer now' }).click();
      await lastRequest().getByText('There is a new answer.').waitFor();
    },
    /** The last thing that the payer has to say: nothing is left to ask. */
    appealComesHome: async (): Promise<void> => {
      await openRequests();
      await lastRequest().getByRole('button', { name: 'Ask the payer now' }).click();
      await lastRequest()
        .getByText(/^Overturned on appeal/)
        .waitFor();
    },
    /** Nobody asks for it. */
    talkArrives: async (): Promise<void> => {
      await expect.poll(async () => (await talks()).length, byItself).toBe(1);
      await staff.goto('/practice/talks');
      await talkCard().getByText('Said by the payer', { exact: true }).waitFor();
    },
    takeTalk: async (): Promise<void> => {
      await staff.goto('/practice/talks');
      await talkCard().getByRole('button', { name: 'Take it' }).click();
      await talkCard().getByText('Taken by you').waitFor();
    },
    writeDownTalk: async (result: string, said: string): Promise<void> => {
      await staff.goto('/practice/talks');
      await talkCard().getByRole('button', { name: 'Write down the talk' }).click();
      await staff.getByLabel('Result').selectOption({ label: result });
      await staff.getByLabel('What was said and agreed').fill(said);
      const form = staff.getByRole('form', { name: 'Write down the talk' });
      await form.getByRole('button', { name: 'Write down the talk' }).click();
      await expect.poll(async () => (await talks())[0]?.endedBy, patience).toBe('practice');
    },
    /** In the builder: what a clinician must add, the file, and how it went. */
    appeal: async (statement: string, sentTo: string): Promise<void> => {
      await staff.goto('/practice/denials');
      await denial().getByRole('link', { name: 'Write the appeal' }).click();
      await staff.getByRole('button', { name: 'Keep the draft' }).waitFor();
      const open = staff.locator('article[data-open] textarea');
      for (let left = await open.count(); left > 0; left = await open.count()) await open.first().fill(statement);
      await staff.getByRole('button', { name: 'Keep the draft' }).click();
      await staff.getByText('Kept, not bound yet').waitFor();
      await staff.getByRole('button', { name: 'Bind letter and exhibits' }).click();
      await staff.getByText('Bound, not sent yet').waitFor();
      await staff.getByRole('button', { name: 'Write down as sent' }).click();
      const form = staff.getByRole('form', { name: 'How the appeal went' });
      await form.getByLabel('Sent to').fill(sentTo);
      await form.getByRole('button', { name: 'Write down as sent' }).click();
      await expect.poll(async () => (await denied())?.appeals[0]?.sentOn, patience).toBeDefined();
    },
    enterMoney: async (dollars: number): Promise<void> => {
      await staff.goto('/practice/denials');
      await denial().getByRole('button', { name: 'Record what it brought' }).click();
      await denial().getByLabel('Recovered').fill(String(dollars));
      await denial().getByRole('button', { name: 'Record the money' }).click();
      await denial().getByRole('button', { name: 'Record the money' }).waitFor({ state: 'hidden' });
    },
  };
};
