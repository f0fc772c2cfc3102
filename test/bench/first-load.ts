// P11: what a browser loads first for the heaviest page, and what only when a chart is shown, in kB after gzip.
import { builtClient, gzipped } from '../support/built-client.ts';
import { atMost, type Row } from './measure.ts';

export async function firstLoad(): Promise<Row[]> {
  const built = await builtClient();
  const loads = built.pages.map((page) => built.firstLoad(page));
  const heaviest = (part: 'scripts' | 'styles') => Math.max(...loads.map((load) => load[part])) / 1000;
  return [
    atMost('P11', '首屏脚本 first load, kB JS gz', 40, [heaviest('scripts')]),
    atMost('P11', '首屏样式 first load, kB CSS gz', 6, [heaviest('styles')]),
    atMost('P11', '图表（用到才取）charts, kB JS gz', 75, [gzipped(built.charts.code) / 1000]),
  ];
}
