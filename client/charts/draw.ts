// The only door to chart.js; fetched when the first picture is shown.
export { drawRadar, type Spoke } from './draw-radar.ts';
export { drawWaterfall } from './draw-waterfall.ts';
