import { Group, Text } from '@mantine/core';

/** The name of the product, as it stands at the top of each page. */
export const Mark = () => (
  <Group gap={8} wrap="nowrap">
    <img src="/mark.svg" alt="" width={24} height={24} />
    <Text fw={680} size="md" component="span">
      OpenUM
    </Text>
  </Group>
);
