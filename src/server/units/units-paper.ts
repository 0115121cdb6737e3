/** The table of units as a paper; it names no person. */
import { formatDate } from '#domain/calendar.ts'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { Paper, PaperColumn } from '#exchange/index.ts'
import { firstEnd } from './choose.ts'
import type { Establishment, UnitOnBoard } from './establishment.ts'

const columns: readonly PaperColumn[] = [
  { label: '单位', width: 16, align: 'left' },
  { label: '上级单位', width: 14, align: 'left' },
  { label: '级别', width: 4 },
  { label: '类型', width: 5 },
  { label: '领域', width: 5 },
  { label: '领导岗位', width: 4 },
  { label: '在任', width: 4 },
  { label: '空岗', width: 4 },
  { label: '超职数', width: 4 },
  { label: '届满', width: 6 },
]

export const unitsPaper = ({ byId }: Establishment, units: readonly UnitOnBoard[], asOf: number): Paper => ({
  title: '单位和领导岗位一览表',
  above: { right: formatDate(asOf, '.') },
  columns,
  groups: [{ rows: units.map((unit) => rowOf(unit, byId.get(unit.above.at(-1) ?? '')?.name)) }],
  page: 'a4-landscape',
})

function rowOf(unit: UnitOnBoard, parent: string | undefined): string[] {
  const end = firstEnd(unit)
  const { seats, filled, vacant, over } = unit.own
  return [
    unit.name,
    parent ?? '',
    labelOf('unitLevel', unit.level).zh,
    labelOf('unitKind', unit.kind).zh,
    unit.sector === undefined ? '' : labelOf('sector', unit.sector).zh,
    ...[seats, filled, vacant, over].map(String),
    end === undefined ? '' : formatDate(end, '.').slice(0, 7),
  ]
}
