// The text form that Prometheus reads (version 0.0.4), by hand: names, help, numbers.
import { BOUNDS, type Measured } from './measured.ts';

export interface Gauge {
  readonly name: string;
  readonly help: string;
  /** Null is left out: not known. */
  readonly value: number | null;
}

const heading = (name: string, type: string, help: string): string[] => [
  `# HELP ${name} ${help}`,
  `# TYPE ${name} ${type}`,
];

const gaugeLines = ({ name, help, value }: Gauge): string[] =>
  value === null ? [] : [...heading(name, 'gauge', help), `${name} ${value}`];

const REQUESTS = 'dandang_http_requests_total';
const SECONDS = 'dandang_http_request_seconds';

function requestLines({ counts, times }: Measured): string[] {
  const buckets = [...times].flatMap(([labels, { upTo, seconds }]) => [
    ...upTo.map((count, i) => `${SECONDS}_bucket{${labels},le="${BOUNDS[i] ?? '+Inf'}"} ${count}`),
    `${SECONDS}_sum{${labels}} ${seconds}`,
    `${SECONDS}_count{${labels}} ${upTo.at(-1)}`,
  ]);
  return [
    ...heading(REQUESTS, 'counter', 'Requests answered, by route and class of status.'),
    ...[...counts].map(([labels, count]) => `${REQUESTS}{${labels}} ${count}`),
    ...heading(SECONDS, 'histogram', 'Time to answer, by route.'),
    ...buckets,
  ];
}

export const prometheusText = (measured: Measured, gauges: readonly Gauge[]): string =>
  `${[...requestLines(measured), ...gauges.flatMap(gaugeLines)].join('\n')}\n`;
