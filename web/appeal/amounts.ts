import type { CaseAppealsView } from '@openum/http/contract/appeal.ts';
import type { Field, Values } from './spec.ts';

type Proposed = CaseAppealsView['proposed'][number];

/** Fields for what is authorized on a line that is reversed in part: less than all that was asked for. */
export const partFields = (n: number, proposed: Proposed | undefined): readonly Field[] => {
  const when = (v: Values) => v[`outcome.${n}`] === 'partiallyOverturned';
  return [
    ...(proposed?.quantity
      ? [
          {
            name: `quantity.${n}`,
            label: `Line ${n}: how many (${proposed.quantity.unit})`,
            kind: 'text' as const,
            when,
          },
        ]
      : []),
    { name: `start.${n}`, label: `Line ${n}: from`, kind: 'day', when },
    { name: `end.${n}`, label: `Line ${n}: through`, kind: 'day', when },
  ];
};

export const partInitial = (n: number, proposed: Proposed | undefined): Values => ({
  ...(proposed?.quantity ? { [`quantity.${n}`]: String(proposed.quantity.value) } : {}),
  [`start.${n}`]: proposed?.period.start ?? '',
  [`end.${n}`]: proposed?.period.end ?? '',
});

/** All that was asked for, or the part that was typed. */
export const authorizedOf = (n: number, v: Values, proposed: Proposed | undefined) => {
  if (!proposed || v[`outcome.${n}`] === 'upheld') return {};
  const { service, quantity, period } = proposed;
  if (v[`outcome.${n}`] === 'overturned') return { authorized: { service, ...(quantity ? { quantity } : {}), period } };
  return {
    authorized: {
      service,
      ...(quantity ? { quantity: { ...quantity, value: Number(v[`quantity.${n}`]) } } : {}),
      period: { start: v[`start.${n}`] ?? '', end: v[`end.${n}`] ?? '' },
    },
  };
};
