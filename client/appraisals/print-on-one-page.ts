import { LAID_OUT_FOR_PRINT } from '../charts/picture.tsx';

const MILLIMETRE = 96 / 25.4;
/** A4 less its margins, with a little to spare at the foot. */
const WIDTH = 186 * MILLIMETRE;
const HEIGHT = 266 * MILLIMETRE;
const SMALLEST = 0.4;
const STEPS = 7;

/** Before printing, lays the record out at the width of the paper and finds the size at which it fits one page. */
export function printOnOnePage(): () => void {
  const root = document.documentElement;
  const layOut = (zoom: number) => {
    root.style.setProperty('--print-width', `${WIDTH / zoom}px`);
    root.style.setProperty('--print-zoom', String(zoom));
  };
  const fit = () => {
    const record = document.querySelector<HTMLElement>('.record');
    if (record === null) return;
    root.classList.add('on-paper');
    const fits = (zoom: number) => {
      layOut(zoom);
      return record.getBoundingClientRect().height <= HEIGHT;
    };
    // Smaller type also runs wider, so the right size is looked for rather than computed.
    let [small, large] = [SMALLEST, 1];
    if (fits(large)) small = large;
    else
      for (let step = 0; step < STEPS; step += 1) {
        const middle = (small + large) / 2;
        if (fits(middle)) small = middle;
        else large = middle;
      }
    layOut(small);
    dispatchEvent(new Event(LAID_OUT_FOR_PRINT));
  };
  const restore = () => root.classList.remove('on-paper');
  addEventListener('beforeprint', fit);
  addEventListener('afterprint', restore);
  return () => {
    removeEventListener('beforeprint', fit);
    removeEventListener('afterprint', restore);
    restore();
  };
}
