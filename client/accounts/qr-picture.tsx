import { pathOf } from './qr-path.ts';

/** A QR code from its rows; `1` is dark. Drawn dark on light whatever the theme: readers expect it. */
export function QrPicture({ rows, label }: { rows: readonly string[]; label: string }) {
  return (
    <svg
      class="qr"
      viewBox={`0 0 ${rows.length} ${rows.length}`}
      role="img"
      aria-label={label}
      shape-rendering="crispEdges"
    >
      <rect width={rows.length} height={rows.length} fill="#fff" />
      <path d={pathOf(rows)} fill="#000" />
    </svg>
  );
}
