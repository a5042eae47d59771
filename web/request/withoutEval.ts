import { config } from 'zod';

// The page may not build code from text (content security policy); zod tries to when a schema is made, so this comes first.
config({ jitless: true });
