import { parentPort, workerData } from 'node:worker_threads';
import type { Paper, PartToBind } from '@openum/casework/port/bundlePrinter.ts';
import { bindBundle } from './bind.ts';

const { paper, parts } = workerData as { readonly paper: Paper; readonly parts: readonly PartToBind[] };
parentPort?.postMessage(await bindBundle(paper, parts));
