import { processorMs } from '../processorTime.ts';

export type Timed = {
  readonly ms: number;
  /** Of this process and of the database with all its connections: what the work costs, whatever else the machine does. */
  readonly processorMs: number;
};

/** How long something takes, and what it costs. `databasePid` is the postmaster, whose children serve the connections. */
export const timed = async (databasePid: number, run: () => Promise<unknown>): Promise<Timed> => {
  const costs = (): number =>
    processorMs(databasePid) + process.cpuUsage().user / 1000 + process.cpuUsage().system / 1000;
  const [from, before] = [performance.now(), costs()];
  await run();
  return { ms: performance.now() - from, processorMs: costs() - before };
};

export const ratios = (a: Timed, b: Timed): string =>
  `${(a.ms / b.ms).toFixed(2)} times (of processor time ${(a.processorMs / b.processorMs).toFixed(2)})`;
