import '@mantine/charts/styles.css';
import '../../report/chartPrint.css';
import { LineChart } from '@mantine/charts';

export type TrendProps = {
  readonly data: readonly { readonly label: string; readonly value: number | null }[];
  readonly name: string;
  readonly target: { readonly at: number; readonly words: string };
  readonly percent: boolean;
};

const height = 220;

/** The course of one figure with its target; a month with nothing to count is a gap, not zero. */
export const TrendChart = ({ data, name, target, percent }: TrendProps) => (
  <LineChart
    h={height}
    data={[...data]}
    dataKey="label"
    series={[{ name: 'value', label: name, color: 'var(--mantine-primary-color-filled)' }]}
    curveType="linear"
    connectNulls={false}
    referenceLines={[{ y: target.at, label: `Target: ${target.words}`, color: 'var(--um-quiet)' }]}
    yAxisProps={{
      width: 48,
      domain: percent ? [0, 1] : [0, (max: number) => Math.max(1, Math.ceil(max))],
      allowDecimals: percent,
    }}
    valueFormatter={(v: number) => (percent ? `${Math.round(v * 100)} %` : String(Math.round(v * 10) / 10))}
    lineChartProps={{ accessibilityLayer: false }}
    lineProps={{ isAnimationActive: false }}
    textColor="var(--um-text)"
    gridColor="var(--um-line-strong)"
    tooltipAnimationDuration={0}
  />
);
