import { useState } from "react";
import type { Table } from "../../core/api/types";
import { compare, isNode, isNumeric, pageOf, tagged, textOf } from "../../core/console/values";
import { count } from "../../core/format";
import { KindIcon } from "../KindIcon";
import { To } from "../To";

/** Rows that are drawn at once. */
const PAGE = 100;
/** Characters of a value that a cell shows; JSON shows all. */
const SHOWN = 300;

interface Order {
  column: number;
  down: boolean;
}

/** The rows as a table, a page of them at a time, sortable by any column. */
export function Cells({ table: { fields, rows } }: { table: Table }) {
  const [order, setOrder] = useState<Order | null>(null);
  const [page, setPage] = useState(0);
  const sorted = order ? rows.toSorted((a, b) => (order.down ? -1 : 1) * compare(a[order.column], b[order.column])) : rows;
  const shown = sorted.slice(page * PAGE, (page + 1) * PAGE);
  const numeric = fields.map((_, i) => isNumeric(rows, i));
  const sort = (column: number): void => {
    setOrder((before) => ({ column, down: before?.column === column ? !before.down : (numeric[column] ?? false) }));
    setPage(0);
  };
  return (
    <>
      <div className="cells" tabIndex={0} role="region" aria-label="Rows">
        <table>
          <thead>
            <tr>
              {fields.map((field, i) => (
                <th key={i} scope="col" className={numeric[i] ? "number" : undefined} aria-sort={order?.column === i ? (order.down ? "descending" : "ascending") : "none"}>
                  <button type="button" className="sorter" onClick={() => sort(i)}>
                    {field} <span aria-hidden="true">{order?.column === i ? (order.down ? "↓" : "↑") : ""}</span>
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row, i) => (
              <tr key={page * PAGE + i}>
                {row.map((value, column) => (
                  <td key={column} className={numeric[column] ? "number" : undefined} dir="auto">
                    <Cell value={value} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.length > PAGE && <Pages page={page} rows={rows.length} onPage={setPage} />}
    </>
  );
}

function Cell({ value }: { value: unknown }) {
  if (value === null) return <span className="unknown">null</span>;
  const known = tagged(value);
  const page = isNode(known) ? pageOf(known.is) : null;
  if (page) {
    return (
      <span className="cell-node">
        <KindIcon kind={page.kind} /> <To {...page}>{page.label}</To>
      </span>
    );
  }
  const text = textOf(value);
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}

function Pages({ page, rows, onPage }: { page: number; rows: number; onPage: (page: number) => void }) {
  const last = Math.ceil(rows / PAGE) - 1;
  return (
    <nav className="pages" aria-label="Pages of rows">
      <button type="button" className="button button-small" disabled={page === 0} onClick={() => onPage(page - 1)}>
        Earlier rows
      </button>
      <span role="status">
        Rows {count(page * PAGE + 1)}–{count(Math.min(rows, (page + 1) * PAGE))} of {count(rows)}
      </span>
      <button type="button" className="button button-small" disabled={page === last} onClick={() => onPage(page + 1)}>
        Later rows
      </button>
    </nav>
  );
}
