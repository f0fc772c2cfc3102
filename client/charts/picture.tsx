import { useEffect, useRef } from 'preact/hooks';
import { theme } from '../theme.ts';
import { type Colours, coloursNow } from './colours.ts';

type Pen = typeof import('./draw.ts');

/** Sent to the window once a page stands as it will on paper; pictures are then drawn for it. */
export const LAID_OUT_FOR_PRINT = 'laid-out-for-print';

/** A picture of a table that stands beside it; `label` holds the same figures in words. */
export function Picture(given: {
  label: string;
  class: string;
  draw: (pen: Pen, canvas: HTMLCanvasElement, colours: Colours) => { destroy: () => void };
  /** Draws again when this changes. */
  of: string;
}) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const look = theme.value;
  useEffect(() => {
    let pen: Pen | null = null;
    let shown: { destroy: () => void } | null = null;
    const redraw = () => {
      if (pen === null || canvas.current === null) return;
      shown?.destroy();
      shown = given.draw(pen, canvas.current, coloursNow());
    };
    void import('./draw.ts').then((loaded) => {
      pen = loaded;
      redraw();
    });
    const darkness = matchMedia('(prefers-color-scheme: dark)');
    darkness.addEventListener('change', redraw);
    addEventListener(LAID_OUT_FOR_PRINT, redraw);
    addEventListener('afterprint', redraw);
    return () => {
      darkness.removeEventListener('change', redraw);
      removeEventListener(LAID_OUT_FOR_PRINT, redraw);
      removeEventListener('afterprint', redraw);
      shown?.destroy();
      pen = null;
    };
  }, [given.of, look]);
  return (
    <div class={`picture ${given.class}`}>
      <canvas ref={canvas} role="img" aria-label={given.label} />
    </div>
  );
}
