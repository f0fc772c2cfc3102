import type { ComponentChildren } from 'preact';

export interface Column<Row> {
  readonly key: string;
  readonly head: string;
  readonly cell: (row: Row) => ComponentChildren;
  /** Right-aligned tabular figures. */
  readonly isNumber?: boolean;
  /** Left out where the screen is narrow. */
  readonly isSpare?: boolean;
  /** Makes the head a button that sorts. */
  readonly sort?: { readonly state: 'ascending' | 'descending' | 'none'; readonly onSort: () => void };
}

const classesOf = <Row,>({ isNumber, isSpare, key }: Column<Row>): string =>
  [`col-${key}`, isNumber ? 'number' : '', isSpare ? 'spare' : ''].filter(Boolean).join(' ');

/** A table with a caption for those who do not see it; rows stack on a phone. */
export function Table<Row>(given: {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  class?: string;
  foot?: ComponentChildren;
}) {
  return (
    <div class="sheet">
      <table class={given.class}>
        <caption class="hidden-text">{given.caption}</caption>
        <thead>
          <tr>
            {given.columns.map((column) => (
              <Head key={column.key} column={column} />
            ))}
          </tr>
        </thead>
        <tbody>
          {given.rows.map((row) => (
            <tr key={given.keyOf(row)}>
              {given.columns.map((column) => (
                <td key={column.key} class={classesOf(column)} data-label={column.head}>
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        {given.foot && <tfoot>{given.foot}</tfoot>}
      </table>
    </div>
  );
}

const ARROWS = { ascending: '↑', descending: '↓' } as const;

function Head<Row>({ column }: { column: Column<Row> }) {
  const { sort } = column;
  if (!sort)
    return (
      <th scope="col" class={classesOf(column)}>
        {column.head}
      </th>
    );
  const arrow = sort.state !== 'none' && <span aria-hidden="true">{ARROWS[sort.state]}</span>;
  return (
    <th scope="col" class={classesOf(column)} aria-sort={sort.state}>
      <button type="button" class="sort" onClick={sort.onSort}>
        {column.isNumber && arrow}
        {column.head}
        {!column.isNumber && arrow}
      </button>
    </th>
  );
}
