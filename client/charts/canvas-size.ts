/** Device pixels a point of the page. */
const SHARP = 2;

/** On the screen a picture follows its box; on paper it gets the size of the box once (zoom would mislead it). */
export function sizeOf(canvas: HTMLCanvasElement) {
  const box = canvas.parentElement;
  const isOnPaper = document.documentElement.classList.contains('on-paper');
  if (isOnPaper && box !== null) {
    const { paddingLeft, paddingTop, paddingBottom } = getComputedStyle(box);
    canvas.removeAttribute('style');
    canvas.width = box.clientWidth - 2 * Number.parseFloat(paddingLeft);
    canvas.height = box.clientHeight - Number.parseFloat(paddingTop) - Number.parseFloat(paddingBottom);
  }
  return { responsive: !isOnPaper, maintainAspectRatio: false, devicePixelRatio: SHARP } as const;
}
