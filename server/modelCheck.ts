import { performance } from 'node:perf_hooks';
import { checkModel } from '@openum/casework/suggestion/settings.ts';
import { createLanguageModel } from '@openum/jobs/model/languageModel.ts';
import type { Config } from './config.ts';

/** `model-check`: asks the configured model one question that holds nothing of anybody. Needs no database. */
export const modelCheck = async ({ model }: Config, say: (line: string) => void): Promise<number> => {
  if (!model) {
    say('No model is set up: OPENUM_MODEL_URL and OPENUM_MODEL_NAME name one.');
    return 1;
  }
  const made = createLanguageModel(model);
  say(`Asking ${made.name} at ${made.host} for a sum.`);
  const answer = await checkModel(made, () => performance.now());
  if (answer.kind === 'failed') {
    say(`It failed: ${answer.because}.`);
    return 1;
  }
  const { milliseconds, inputTokens, outputTokens } = answer;
  say(`It answered in the form asked for: ${milliseconds} ms, ${inputTokens} tokens in, ${outputTokens} out.`);
  return 0;
};
