import '@mantine/charts/styles.css';
import './chartPrint.css';
import { BarChart } from '@mantine/charts';

export type Series = { readonly name: string; readonly label: string; readonly color: string };
export type BarsProps = {
  readonly data: readonly Readonly<Record<string, string | number>>[];
  readonly series: readonly Series[];
  readonly height: number;
  readonly horizontal?: boolean;
};

/** Bars without focus or names of their own: the figure around them has both, and its table the numbers. */
export const Bars = ({ data, series, height, horizontal = false }: BarsProps) => (
  <BarChart
    h={height}
    data={[...data] as Record<string, string | number>[]}
    dataKey="label"
    type="stacked"
    orientation={horizontal ? 'vertical' : 'horizontal'}
    series={[...series]}
    withLegend={series.length > 1}
    legendProps={{ verticalAlign: 'top', height: 34 }}
    yAxisProps={horizontal ? { width: 116, interval: 0 } : { width: 40, allowDecimals: false }}
    xAxisProps={horizontal ? { allowDecimals: false } : {}}
    barChartProps={{ accessibilityLayer: false }}
    barProps={{ isAnimationActive: false }}
    maxBarWidth={32}
    textColor="var(--um-text)"
    gridColor="var(--um-line-strong)"
    tooltipAnimationDuration={0}
  />
);
