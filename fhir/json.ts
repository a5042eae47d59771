export type JsonObject = { readonly [key: string]: unknown };

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The objects of an array; anything that is not one is left out. */
export const objects = (value: unknown): readonly JsonObject[] => (Array.isArray(value) ? value.filter(isObject) : []);

export const objectAt = (o: JsonObject | undefined, key: string) => {
  const value = o?.[key];
  return isObject(value) ? value : undefined;
};

/** A non-empty text, or undefined. */
export const textAt = (o: JsonObject | undefined, key: string): string | undefined => {
  const value = o?.[key];
  return typeof value === 'string' && value !== '' ? value : undefined;
};

export const numberAt = (o: JsonObject | undefined, key: string): number | undefined => {
  const value = o?.[key];
  return typeof value === 'number' ? value : undefined;
};

export const numbersAt = (o: JsonObject | undefined, key: string): readonly number[] => {
  const value = o?.[key];
  return Array.isArray(value) ? value.filter((v): v is number => typeof v === 'number') : [];
};
