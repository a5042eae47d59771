/** Sets a part of a card; `undefined` takes it away, so that it is unknown again. */
export const withPart = <T extends object, K extends keyof T>(of: T, key: K, value: T[K] | undefined): T => {
  const { [key]: _, ...rest } = of;
  return (value === undefined ? rest : { ...rest, [key]: value }) as T;
};
