export type { PracticeWaiting } from '@openum/casework/practice/desk/waiting.ts';
