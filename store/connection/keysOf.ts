/** A list of all keys of `T`: one that is missing or unknown does not compile. */
export const keysOf =
  <T>() =>
  <const K extends readonly (keyof T & string)[]>(
    ...keys: Exclude<keyof T, K[number]> extends never ? K : [missing: Exclude<keyof T, K[number]>]
  ): readonly (keyof T & string)[] =>
    keys as readonly (keyof T & string)[];
