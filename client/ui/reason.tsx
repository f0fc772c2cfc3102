import { signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { inUnit } from '../numbers.ts';
import { labelOf, say } from '../words/language.ts';
import { shellWords } from '../words/shell.ts';
import { Dialog } from './dialog.tsx';
import { Tag, type Tone } from './tag.tsx';

export type Basis = 'stated' | 'delegated' | 'default';

/** A parameter with its value in force, as the server names it. */
export interface ParameterInForce {
  readonly id: string;
  readonly title: { readonly zh: string; readonly en: string };
  readonly unit: string;
  readonly value: number;
  readonly from: string;
  readonly basis: Basis;
  readonly cite: string;
}

interface Opened {
  readonly title: string;
  readonly body: () => ComponentChildren;
}
const opened = signal<Opened | null>(null);

/** Opens the panel that tells where a number comes from. */
export function openReason(title: string, body: () => ComponentChildren): void {
  opened.value = { title, body };
}

/** Whoever goes on from the panel to another page leaves it. */
export function closeReason(): void {
  opened.value = null;
}

/** A number on the screen that opens its reason. */
export const Figure = (given: {
  /** What the number is, for the panel's title and for screen readers. */
  name: string;
  reason: () => ComponentChildren;
  class?: string;
  children: ComponentChildren;
}) => (
  <button
    type="button"
    class={given.class ? `figure ${given.class}` : 'figure'}
    aria-haspopup="dialog"
    onClick={() => openReason(given.name, given.reason)}
  >
    {given.children}
    <span class="hidden-text"> {say(shellWords).reasonOf(given.name)}</span>
  </button>
);

/** The one panel; the shell holds it. */
export function ReasonPanel() {
  const shown = opened.value;
  if (shown === null) return null;
  return (
    <Dialog
      key={shown.title}
      shape="panel"
      title={say(shellWords).reasonOf(shown.title)}
      onClose={closeReason}
    >
      <div class="reason">{shown.body()}</div>
    </Dialog>
  );
}

const TONES = { stated: 'ok', delegated: 'info', default: 'warn' } as const satisfies Record<Basis, Tone>;

/** Whether a text gives the number, leaves it to the school, or it is ours until adopted. */
export function BasisTag({ basis }: { basis: Basis }) {
  const words = say(shellWords);
  const names = { stated: words.basisStated, delegated: words.basisDelegated, default: words.basisDefault };
  return <Tag tone={TONES[basis]}>{names[basis]}</Tag>;
}

/** The value with its unit in words. */
export function valueOf({ value, unit }: Pick<ParameterInForce, 'value' | 'unit'>): string {
  const words = say(shellWords);
  const units: Readonly<Record<string, string>> = {
    months: words.unitMonths,
    days: words.unitDays,
    years: words.unitYears,
    hundredths: words.unitPoints,
    thirds: words.unitThirds,
  };
  return `${inUnit(value, unit)} ${units[unit] ?? ''}`.trim();
}

/** The parameters that a reason stands on, each with its value, basis and citation. */
export function ParametersUsed({ parameters }: { parameters: readonly ParameterInForce[] }) {
  const words = say(shellWords);
  if (parameters.length === 0) return null;
  return (
    <dl class="parameters">
      {parameters.map((parameter) => (
        <div key={parameter.id}>
          <dt>
            {labelOf(parameter.title)} <code>{parameter.id}</code>
          </dt>
          <dd>
            <b class="number">{valueOf(parameter)}</b> <BasisTag basis={parameter.basis} />{' '}
            <span class="note">
              {words.cite} {parameter.cite} · {words.since} {parameter.from}
            </span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
