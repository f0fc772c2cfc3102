import { Chart, Filler, LineElement, PointElement, RadarController, RadialLinearScale } from 'chart.js';
import { points } from '../numbers.ts';
import { sizeOf } from './canvas-size.ts';
import type { Colours } from './colours.ts';

Chart.register(Filler, LineElement, PointElement, RadarController, RadialLinearScale);

export interface Spoke {
  readonly name: string;
  readonly value: number;
  readonly median: number | null;
}

const RADAR_FLOOR = 5000;
const FULL = 10_000;

/** 德能勤绩廉 with the median of the rank dashed. */
export function drawRadar(
  canvas: HTMLCanvasElement,
  spokes: readonly Spoke[],
  colours: Colours,
): Chart<'radar', (number | null)[], string> {
  const font = getComputedStyle(canvas).fontFamily;
  const lowest = Math.min(...spokes.flatMap(({ value, median }) => [value, median ?? value]));
  const medians = spokes.map(({ median }) => median);
  const line = { borderWidth: 2, pointRadius: 2.5 };
  return new Chart<'radar', (number | null)[], string>(canvas, {
    type: 'radar',
    data: {
      labels: spokes.map(({ name, value }) => `${name} ${points(value)}`),
      datasets: [
        {
          ...line,
          data: spokes.map(({ value }) => value),
          borderColor: colours.total,
          backgroundColor: colours.wash,
          pointBackgroundColor: colours.total,
          fill: true,
        },
        ...(medians.every((median) => median !== null)
          ? [
              {
                data: medians,
                // Over the filled shape, which would cover it.
                order: -1,
                borderColor: colours.faint,
                borderWidth: 1.5,
                borderDash: [5, 4],
                pointRadius: 0,
                fill: false,
              },
            ]
          : []),
      ],
    },
    options: {
      animation: false,
      events: [],
      ...sizeOf(canvas),
      scales: {
        r: {
          min: Math.min(RADAR_FLOOR, Math.floor(lowest / 1000) * 1000),
          max: FULL,
          grid: { color: colours.rule },
          angleLines: { color: colours.rule },
          ticks: { display: false, stepSize: 1000 },
          pointLabels: { color: colours.ink, font: { family: font, size: 12 } },
        },
      },
    },
  });
}
