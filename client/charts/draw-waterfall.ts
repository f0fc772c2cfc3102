import { BarController, BarElement, CategoryScale, Chart, LinearScale, type Plugin } from 'chart.js';
import { points, signedPoints } from '../numbers.ts';
import { sizeOf } from './canvas-size.ts';
import type { Colours } from './colours.ts';
import { axisOf, type Step } from './waterfall-steps.ts';

Chart.register(BarController, BarElement, CategoryScale, LinearScale);

const LEVEL_WIDTH = 3;

/** Labels on the bars, level lines for base and total, dotted joints between them. */
const waterfallMarks = (steps: readonly Step[], colours: Colours, font: string): Plugin<'bar'> => ({
  id: 'waterfallMarks',
  afterDatasetsDraw(chart) {
    const { ctx } = chart;
    const y = chart.scales['y'];
    if (!y) return;
    const bars = chart.getDatasetMeta(0).data as unknown as readonly BarElement[];
    ctx.save();
    ctx.textAlign = 'center';
    for (const [index, step] of steps.entries()) {
      const bar = bars[index];
      if (!bar) continue;
      const { x, width } = bar.getProps(['x', 'width']) as unknown as { x: number; width: number };
      const end = y.getPixelForValue(step.to);
      const isLevel = step.kind === 'base' || step.kind === 'total';
      if (isLevel) {
        ctx.fillStyle = colours[step.kind];
        ctx.fillRect(x - width / 2, end - LEVEL_WIDTH / 2, width, LEVEL_WIDTH);
      }
      const next = bars[index + 1];
      if (next) {
        const { x: nextX } = next.getProps(['x']) as unknown as { x: number };
        ctx.strokeStyle = colours.faint;
        ctx.setLineDash([2, 3]);
        ctx.beginPath();
        ctx.moveTo(x + width / 2, end);
        ctx.lineTo(nextX - width / 2, end);
        ctx.stroke();
        ctx.setLineDash([]);
      }
      ctx.fillStyle = colours.ink;
      ctx.font = `600 ${isLevel ? 14 : 12}px ${font}`;
      const text = isLevel ? points(step.to) : signedPoints(step.to - step.from);
      ctx.fillText(text, x, Math.min(end, y.getPixelForValue(step.from)) - 7);
    }
    ctx.restore();
  },
});

/** From the base to the total as floating bars. */
export function drawWaterfall(
  canvas: HTMLCanvasElement,
  steps: readonly Step[],
  colours: Colours,
): Chart<'bar', [number, number][], string[]> {
  const { min, max, step } = axisOf(steps);
  const font = getComputedStyle(canvas).fontFamily;
  return new Chart<'bar', [number, number][], string[]>(canvas, {
    type: 'bar',
    data: {
      labels: steps.map(({ label }) => [...label]),
      datasets: [
        {
          data: steps.map(({ from, to }): [number, number] => [from, to]),
          backgroundColor: steps.map(({ kind }) => colours[kind]),
          barPercentage: 0.66,
          categoryPercentage: 1,
          maxBarThickness: 90,
        },
      ],
    },
    options: {
      animation: false,
      events: [],
      ...sizeOf(canvas),
      font: { family: font, size: 12 },
      scales: {
        x: {
          grid: { display: false },
          border: { color: colours.rule },
          ticks: { color: colours.ink2, autoSkip: false, maxRotation: 0, font: { family: font, size: 12 } },
        },
        y: {
          min,
          max,
          border: { display: false },
          grid: { color: colours.ruleSoft },
          ticks: {
            color: colours.ink2,
            font: { family: font, size: 12 },
            stepSize: step,
            callback: (value) => String(Number(value) / 100),
          },
        },
      },
    },
    plugins: [waterfallMarks(steps, colours, font)],
  });
}
