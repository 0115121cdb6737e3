/** What a view of the roster shows, as a paper in Chinese: the columns chosen, in the order seen. */
import { formatDate } from '#domain/calendar.ts'
import { type RosterFieldName, rosterField } from '#domain/lexicon/roster-fields.ts'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { FlowingPaper } from '#exchange/index.ts'
import type { Edition } from '#records/queries/index.ts'
import type { EstimateShape, RosterLine } from '../contract/index.ts'

/** CSS pixels that a Chinese character takes on a screen. */
const characterPixels = 16

export function viewPaper(
  title: string,
  columns: readonly RosterFieldName[],
  { asOf }: Edition,
  lines: readonly RosterLine[],
): FlowingPaper {
  const fields = ['name' as const, ...columns.filter((field) => field !== 'name')]
  return {
    title,
    above: { right: formatDate(asOf) },
    columns: [
      { label: '序号', width: 3 },
      ...fields.map((field) => {
        const { label, width } = rosterField(field)
        return { label: label.zh, width: Math.max(3, Math.round(width / characterPixels)) }
      }),
    ],
    groups: [{ rows: lines.map((line, at) => [String(at + 1), ...fields.map((field) => cellText(field, line))]) }],
    rowCount: lines.length,
    page: 'a3-landscape',
  }
}

/** What a cell says; empty where it is not known. */
export function cellText(field: RosterFieldName, line: RosterLine): string {
  if (field === 'unit') return line.unitName ?? ''
  const value = line[field]
  if (value === null || value === undefined) return ''
  const { kind, of } = rosterField(field)
  const label = (id: string): string => (of === undefined ? id : labelOf(of, id).zh)
  switch (kind) {
    case 'term':
      return label(String(value))
    case 'terms':
      return (value as readonly string[]).map(label).join('、')
    case 'flag':
      return value === true ? '是' : '否'
    case 'evaluations':
      return (line.evaluations ?? [])
        .map(({ year, result }) => `${year} ${result === null ? '—' : label(result)}`)
        .join('\n')
    case 'interval':
      return estimateText(value as EstimateShape)
    case 'due':
      return line.rotation ? `${line.rotation.dueOn} ${label(line.rotation.state)}` : ''
    case 'spans':
      return Object.entries(value as Record<string, number>)
        .map(([id, years]) => `${label(id)} ${years} 年`)
        .join('、')
    default:
      return String(value)
  }
}

/** A number about a person leaves with its interval, or not at all. */
export const estimateText = (estimate: EstimateShape): string =>
  estimate.separable
    ? `${estimate.value.toFixed(2)}（${estimate.lower.toFixed(2)} 至 ${estimate.upper.toFixed(2)}）`
    : estimate.cause.zh
