import { headerRows, type Paper } from '#exchange/index.ts'
import type { PaperView } from '../contract/index.ts'

/** A paper for the screen. */
export const presentPaper = (paper: Paper, people: number): PaperView => ({
  title: paper.title,
  marking: paper.marking ?? '',
  left: paper.above?.left ?? '',
  right: paper.above?.right ?? '',
  page: paper.page,
  header: headerRows(paper.columns).map((row) => row.map((cell) => ({ ...cell }))),
  columns: paper.columns.map(({ width, align }) => ({ width, left: align === 'left' })),
  groups: paper.groups.map(({ title, rows }) => ({
    title: title ?? null,
    rows: rows.map((row) => row.map((cell) => (typeof cell === 'string' ? cell : { photo: true }))),
  })),
  notes: [...(paper.notes ?? [])],
  signatures: [...(paper.signatures ?? [])],
  people,
})
