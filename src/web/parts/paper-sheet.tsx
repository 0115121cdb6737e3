import type { CSSProperties } from 'react'
import type { PaperView } from '#server/contract/index.ts'
import { useSpeech } from '../language/language.tsx'
import { paperWords } from '../language/words/papers.ts'
import './paper-sheet.css'

/** Characters that fit across a page at the type it is printed in; the margins of a page and of a cell. */
const acrossPage = { 'a4-portrait': 52, 'a4-landscape': 78, 'a3-portrait': 78, 'a3-landscape': 112 } as const
const pageMargins = 5.4
const cellMargins = 0.5

type Row = PaperView['groups'][number]['rows'][number]

/** A paper as it will be printed: serif type, the proportions of its columns. It is moved sideways where it is wider. */
export function PaperSheet({ paper, stale = false }: { paper: PaperView; stale?: boolean }) {
  const wanted = paper.columns.reduce((sum, { width }) => sum + width + cellMargins, pageMargins)
  const style = { '--characters': Math.max(acrossPage[paper.page], wanted) } as CSSProperties
  return (
    <div className="paper-scroll" tabIndex={0} role="group" aria-label={paper.title} aria-busy={stale}>
      <div className="paper-sheet" style={style} lang="zh-CN">
        {paper.marking !== '' && <p className="paper-marking">{paper.marking}</p>}
        <h3>{paper.title}</h3>
        <p className="paper-above">
          <span>{paper.left}</span>
          <span>{paper.right}</span>
        </p>
        <PaperTable paper={paper} />
        {paper.notes.map((note) => (
          <p key={note}>{note}</p>
        ))}
        {paper.signatures.length > 0 && (
          <p className="paper-signatures">
            {paper.signatures.map((one) => (
              <span key={one}>{one}</span>
            ))}
          </p>
        )}
      </div>
    </div>
  )
}

function PaperTable({ paper }: { paper: PaperView }) {
  const whole = paper.columns.reduce((sum, { width }) => sum + width + cellMargins, 0)
  return (
    <table aria-label={paper.title}>
      <colgroup>
        {paper.columns.map(({ width }, at) => (
          <col key={keyOf(at)} style={{ width: `${(100 * (width + cellMargins)) / whole}%` }} />
        ))}
      </colgroup>
      <thead>
        {paper.header.map((row, at) => (
          <tr key={keyOf(at)}>
            {row.map(({ label, column, columnSpan, rowSpan }) => (
              <th key={column} scope={columnSpan > 1 ? 'colgroup' : 'col'} colSpan={columnSpan} rowSpan={rowSpan}>
                {label}
              </th>
            ))}
          </tr>
        ))}
      </thead>
      {paper.groups.map(({ title, rows }, at) => (
        <tbody key={keyOf(at)}>
          {title !== null && (
            <tr>
              <th className="paper-group" scope="rowgroup" colSpan={paper.columns.length}>
                {title}
              </th>
            </tr>
          )}
          {rows.map((row, line) => (
            <PaperRow key={keyOf(line)} row={row} columns={paper.columns} />
          ))}
        </tbody>
      ))}
    </table>
  )
}

function PaperRow({ row, columns }: { row: Row; columns: PaperView['columns'] }) {
  const { say } = useSpeech()
  return (
    <tr>
      {row.map((cell, at) => (
        <td key={keyOf(at)} className={columns[at]?.left ? 'left' : ''}>
          {typeof cell === 'string' ? cell : <span className="quiet">{say(paperWords.photo)}</span>}
        </td>
      ))}
    </tr>
  )
}

/** Rows and cells of a printed table have no name but their place. */
const keyOf = (place: number): string => `at ${place}`
