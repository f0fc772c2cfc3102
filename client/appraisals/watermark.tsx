import './watermark.css';
import { useState } from 'preact/hooks';
import { instant } from '../numbers.ts';
import { session } from '../session.ts';
import { say } from '../words/language.ts';
import { watermarkWords } from '../words/watermark.ts';

/** Who looks at another person's record, and when, across the page and its print. */
export function Watermark() {
  const [openedAt] = useState(() => Date.now());
  const { name, staffNo } = session.value ?? {};
  const text = say(watermarkWords).viewer(name ?? '', staffNo ?? '', instant(openedAt));
  return (
    <svg class="watermark" aria-hidden="true" width="100%" height="100%">
      <defs>
        <pattern
          id="viewer"
          width="640"
          height="220"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(-24)"
        >
          <text x="0" y="60">
            {text}
          </text>
          <text x="320" y="170">
            {text}
          </text>
        </pattern>
      </defs>
      <rect width="100%" height="100%" fill="url(#viewer)" />
    </svg>
  );
}
