import { storeContract } from '@openum/testkit/contract/storeContract.ts';
import { memoryStore } from './store.ts';

const store = memoryStore();
let tenants = 0;

storeContract(
  'memory',
  () => store,
  () => `tenant-${++tenants}`,
);
