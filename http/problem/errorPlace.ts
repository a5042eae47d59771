/** Name and place of an error, without its text: that might quote what was in a record. */
export const errorPlace = (error: unknown): { readonly error: string; readonly at?: string } =>
  error instanceof Error
    ? {
        error: error.name,
        at: (error.stack?.split('\n') ?? [])
          .filter((line) => /^\s+at /.test(line))
          .slice(0, 5)
          .map((line) => line.trim())
          .join(' '),
      }
    : { error: 'unknown' };
