/** Rules that the product ships, for tests of rooms that may not read content themselves. */
export { loadAdmissions } from '@openum/content/admission/load.ts';
export { calendarById } from '@openum/content/calendar/load.ts';
export { duplicateRules } from '@openum/content/duplicate/load.ts';
export { reviewIntervals } from '@openum/content/stay/load.ts';
export { turnaroundRules } from '@openum/content/turnaround/load.ts';
export { readUrgencyRules, urgencyRules } from '@openum/content/urgency/load.ts';
