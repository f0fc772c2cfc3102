import { BasisTag } from '../ui/reason.tsx';
import { Table } from '../ui/table.tsx';
import { labelOf, say } from '../words/language.ts';
import { policyWords } from '../words/policy.ts';
import { shellWords } from '../words/shell.ts';
import { valueInForce } from './parameter-list.ts';
import { citeInWords, valueInWords } from './parameter-value.ts';
import type { Parameter, ParameterValue } from './policy.api.ts';

/** Parameters with the value in force, where it comes from, and the values before and after it. */
export function ParameterTable({
  caption,
  parameters,
}: {
  caption: string;
  parameters: readonly Parameter[];
}) {
  const words = say(policyWords);
  const shared = say(shellWords);
  return (
    <Table
      class="parameter-table"
      caption={caption}
      rows={parameters}
      keyOf={({ id }) => id}
      columns={[
        { key: 'title', head: words.parameter, cell: (parameter) => <Title parameter={parameter} /> },
        {
          key: 'value',
          head: words.inForce,
          cell: (parameter) => <b>{inWords(valueInForce(parameter), parameter)}</b>,
        },
        {
          key: 'basis',
          head: shared.basis,
          cell: (parameter) => <BasisTag basis={valueInForce(parameter).basis} />,
        },
        {
          key: 'cite',
          head: shared.cite,
          cell: (parameter) => labelOf(citeInWords(valueInForce(parameter))),
        },
        { key: 'time', head: words.overTime, cell: (parameter) => <OverTime parameter={parameter} /> },
      ]}
    />
  );
}

const inWords = ({ value }: ParameterValue, { unit }: Parameter): string =>
  labelOf(valueInWords(value, unit));

const Title = ({ parameter }: { parameter: Parameter }) => (
  <span class="parameter-title" id={parameter.id} tabIndex={-1}>
    {labelOf(parameter.title)}
    <code>{parameter.id}</code>
  </span>
);

function OverTime({ parameter }: { parameter: Parameter }) {
  const words = say(policyWords);
  const { values, inForce } = parameter;
  const only = values.length === 1 ? values[0] : undefined;
  if (only) return <span class="note number">{words.since(only.from)}</span>;
  return (
    <ol class="over-time">
      {values.map((value, index) => (
        <li key={value.from} aria-current={index === inForce ? 'true' : undefined}>
          <span class="number">
            {index > inForce ? words.fromFuture(value.from) : words.since(value.from)}
          </span>{' '}
          <b>{inWords(value, parameter)}</b> <BasisTag basis={value.basis} />{' '}
          {index === inForce && <span class="note">{words.current}</span>}
          {index > inForce && <span class="note">{labelOf(citeInWords(value))}</span>}
        </li>
      ))}
    </ol>
  );
}
