/** Whether an arriving unit is recorded already: by its name, its abbreviation, its superior, as units are linked. */
import type { ArrivingRow, ArrivingUnit } from '#domain/arrivals.ts'
import type { Candidate, Match } from '#domain/import.ts'
import { fill, type Text } from '#domain/text.ts'
import { linkUnits, type UnitLink, type UnitListing } from '#identify/index.ts'
import { plainPost } from '../difference/agreement.ts'

/** Below it two units are not shown as one. */
const likelyFrom = 0.2

const words = {
  sameName: { zh: '名称相同', en: 'The names are the same' },
  name: { zh: '名称{level}', en: 'Name: {level}' },
  superior: { zh: '上级单位{level}', en: 'Superior unit: {level}' },
} satisfies Record<string, Text>

const levels: Readonly<Record<string, Text>> = {
  same: { zh: '相同', en: 'the same' },
  former: { zh: '是原名', en: 'a former one' },
  abbreviation: { zh: '是简称', en: 'an abbreviation' },
  alike: { zh: '相近', en: 'alike' },
  different: { zh: '不同', en: 'different' },
}

/** The code of the unit above: `001.001` of `001.001.008`. */
export const codeAbove = (code: string): string | undefined =>
  code.includes('.') ? code.slice(0, code.lastIndexOf('.')) : undefined

export function matchUnits(arriving: readonly ArrivingUnit[], standing: readonly ArrivingRow[]): readonly Match[] {
  const nameOfCode = new Map(arriving.map(({ code, unit }) => [code, unit.name]))
  const recorded = new Map(standing.map((unit) => [unit.unit_id ?? '', unit]))
  const theirs = arriving.map(
    ({ code, unit }, at): UnitListing => ({
      id: String(at),
      name: unit.name ?? '',
      parentName: nameOfCode.get(codeAbove(code) ?? ''),
      kind: unit.kind,
      level: unit.level,
    }),
  )
  const ours = standing.map(
    (unit): UnitListing => ({
      id: unit.unit_id ?? '',
      name: unit.name ?? '',
      parentName: recorded.get(unit.parent_id ?? '')?.name,
      kind: unit.kind,
      level: unit.level,
    }),
  )
  const { sure, review } = linkUnits(ours, theirs)
  const links = Map.groupBy([...sure, ...review], ({ right }) => right)
  const byName = Map.groupBy(ours, ({ name }) => plainPost(name))
  return theirs.map((unit) => {
    const equal = byName.get(plainPost(unit.name)) ?? []
    const [only] = equal
    if (only && equal.length === 1) return known(only)
    const candidates = (links.get(unit.id) ?? [])
      .filter(({ probability }) => probability >= likelyFrom)
      .map((link) => candidateOf(link, recorded.get(link.left)?.name ?? link.left))
    return { outcome: candidates.length > 0 ? 'possible' : 'new', candidates, namesakes: [], notes: [] }
  })
}

const known = ({ id, name }: UnitListing): Match => ({
  outcome: 'known',
  candidates: [{ id, name, probability: undefined, reasons: [words.sameName] }],
  namesakes: [],
  notes: [],
})

function candidateOf({ left, probability, parts }: UnitLink, name: string): Candidate {
  const reasons = parts.flatMap(({ comparison, level }) => {
    const template = comparison === 'name' ? words.name : comparison === 'parent' ? words.superior : undefined
    const said = levels[level]
    return template && said ? [fill(template, { level: said })] : []
  })
  return { id: left, name, probability, reasons }
}
