import { type ReactNode, useId, useState } from 'react'
import { useSpeech } from '../language/language.tsx'
import { chartWords } from '../language/words/charts.ts'
import { frameWords } from '../language/words/frame.ts'
import './chart-figure.css'

/** The figures of a chart in rows: the first cell of a row names it. */
export interface ChartTable {
  readonly columns: readonly { readonly head: ReactNode; readonly figures?: boolean }[]
  readonly rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[]
}

interface ChartFigureProps {
  /** What is drawn, in a few words: the name of the figure and of its table. */
  readonly label: string
  readonly table: ChartTable
  /** What the marks are, where they cannot be labelled themselves. */
  readonly legend?: ReactNode
  readonly children: ReactNode
}

/** A chart with its table behind a key: the same figures, as rows that are read, copied and heard. */
export function ChartFigure({ label, table, legend, children }: ChartFigureProps) {
  const { say } = useSpeech()
  const [asTable, setAsTable] = useState(false)
  const place = useId()
  const key = say(asTable ? frameWords.chart : frameWords.table)
  return (
    <figure className="chart-figure" aria-label={label}>
      <div className={legend ? 'chart-head' : 'chart-head bare'}>
        {legend}
        <button
          type="button"
          className="plain-button chart-key"
          aria-expanded={asTable}
          aria-controls={place}
          aria-label={say(chartWords.key, { key, label })}
          onClick={() => setAsTable(!asTable)}
        >
          {key}
        </button>
      </div>
      <div hidden={asTable}>{children}</div>
      <div id={place} hidden={!asTable}>
        {asTable && (
          <div className="sheet-scroll" tabIndex={0} role="group" aria-label={label}>
            <TableOfChart label={label} table={table} />
          </div>
        )}
      </div>
    </figure>
  )
}

/** The table alone: out of sight where the chart stands on a big screen without keys. */
export function TableOfChart({ label, table: { columns, rows } }: Pick<ChartFigureProps, 'label' | 'table'>) {
  return (
    <table className="figures">
      <caption className="out-of-sight">{label}</caption>
      <thead>
        <tr>
          {columns.map(({ head, figures }, at) => (
            <th key={at} scope="col" className={figures ? 'number' : undefined}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells: [name, ...rest] }) => (
          <tr key={key}>
            <th scope="row">{name}</th>
            {rest.map((cell, at) => (
              <td key={at} className={columns[at + 1]?.figures ? 'number' : undefined}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
