import { z } from 'zod';

export const text = (max: number) => z.string().trim().min(1, 'it is missing').max(max, `at most ${max} characters`);
export const day = z.iso.date('must be a day, YYYY-MM-DD');
