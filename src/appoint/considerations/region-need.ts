import { formatDate } from '#domain/calendar.ts'
import { dateAt, textAt } from '#domain/columns.ts'
import { labelOf } from '#domain/lexicon/terms.ts'
import { fill, type Text } from '#domain/text.ts'
import type { SeatFacts } from '#policy/index.ts'
import type { Ground } from '../ground.ts'
import { evidenceSettings } from '../theme/evidence-settings.ts'
import type { Theme, ThemeEvidence } from '../theme/theme-evidence.ts'
import type { UnitResult, UnitResults } from '../theme/unit-results.ts'
import { type Candidate, type Cell, cell, type Row, yearsOf } from './row.ts'
import { type Service, serviceReader, type WorkKind } from './served.ts'

export interface RegionGrounds {
  readonly theme: Theme | undefined
  readonly themeOf: (candidate: Candidate, theme: Theme) => ThemeEvidence
  readonly results: UnitResults
  /** Months of a kind of work from which it counts as known. */
  readonly experienceMonths: number
}

/** Weak results told of a unit, at most. */
const weakMost = 3

/** 区域发展需求: what the place of the seat needs, as far as it is on record. */
export function regionRows(
  ground: Ground,
  seat: SeatFacts,
  candidates: readonly Candidate[],
  grounds: RegionGrounds,
): Row[] {
  return [
    ...themeRows(candidates, grounds),
    ...resultRows(ground, seat, candidates, grounds),
    ...workRows(ground, seat, candidates, grounds),
    ...supervisionRows(ground, seat, candidates),
  ]
}

const bearingOf = { met: 'answers', discretion: 'partly', unmet: 'lacks', unknown: 'unknown' } as const

function themeRows(candidates: readonly Candidate[], { theme, themeOf }: RegionGrounds): Row[] {
  if (theme === undefined) return []
  const cells = candidates.map((candidate): Cell => {
    const { verdict, says, supports, against } = themeOf(candidate, theme)
    return cell(
      bearingOf[verdict],
      says,
      [...supports, ...against].flatMap(({ evidence }) => evidence),
    )
  })
  const need = fill(words.themeNeed, { theme: labelOf('theme', theme) })
  return [{ id: `theme:${theme}`, factor: 'region', label: words.theme, need, evidence: [], cells }]
}

/** Where the unit of the seat has no results of its own, those of the unit above it speak for the place. */
function resultRows(
  { book, facts, snapshot }: Ground,
  seat: SeatFacts,
  candidates: readonly Candidate[],
  { results }: RegionGrounds,
): Row[] {
  const bar = evidenceSettings(book, snapshot.asOf)
  const own = results.ofUnit(seat.unit)
  const told = own.length > 0 || seat.parentUnit === undefined ? own : results.ofUnit(seat.parentUnit)
  const last = told[0]?.year
  const isWeak = ({ place, of, year }: UnitResult): boolean =>
    year === last && of >= bar.leastPeers && place > of - Math.floor((of * bar.topPercent) / 100)
  const weak = told.filter(isWeak).sort((a, b) => b.place / b.of - a.place / a.of)
  return weak.slice(0, weakMost).map((result) => ({
    id: `result:${result.indicator}`,
    factor: 'region',
    label: fill(words.result, { indicator: result.indicator }),
    need: fill(words.resultNeed, { unit: result.unitName, year: result.year, of: result.of, place: result.place }),
    evidence: [result.evidence],
    cells: candidates.map(({ row }) => resultCell(results, row, result.indicator, bar)),
  }))
  function resultCell(of: UnitResults, cadre: number, indicator: string, { topPercent }: typeof bar): Cell {
    if (!of.dutiesRecorded(cadre)) return cell('unknown', words.noDuties)
    const same = of.answeredBy(cadre).filter((one) => one.indicator === indicator && one.of > 1)
    const [best] = same.toSorted((a, b) => a.place / a.of - b.place / b.of)
    if (!best) return cell('lacks', words.neverAnswered)
    const says = fill(words.bestResult, {
      count: same.length,
      year: best.year,
      unit: best.unitName,
      of: best.of,
      place: best.place,
    })
    const isTop = best.place <= Math.ceil((best.of * topPercent) / 100)
    return cell(
      isTop ? 'answers' : 'partly',
      says,
      same.map(({ evidence }) => evidence),
    )
  }
}

const demanding = ['growth-front', 'hardship'] as const

/** Seats on a growth front or in hardship: who has worked in such places. */
function workRows(ground: Ground, seat: SeatFacts, candidates: readonly Candidate[], grounds: RegionGrounds): Row[] {
  const service = serviceReader(ground)
  return demanding.flatMap((kind): Row[] => {
    const offered = service.offers(seat, kind)
    if (offered === false) return []
    const need = offered ? words[`${kind}-need`] : fill(words.notRecorded, { what: words[kind] })
    const cells = candidates.map((one) => workCell(service, one, kind, grounds.experienceMonths))
    return [{ id: kind, factor: 'region', label: words[kind], need, evidence: [`units/${seat.unit}`], cells }]
  })
}

/** How much of a kind of work a candidate has done. */
export function workCell(service: Service, { facts }: Candidate, kind: WorkKind, enough: number): Cell {
  const { least, most, evidence } = service.done(facts, kind)
  if (least >= enough) return cell('answers', fill(words.worked, { years: yearsOf(least) }), evidence)
  if (least > 0) return cell('partly', fill(words.workedLittle, { months: least }), evidence)
  return most > 0 ? cell('unknown', words.workUnknown) : cell('lacks', words.neverWorked)
}

function supervisionRows({ snapshot }: Ground, seat: SeatFacts, candidates: readonly Candidate[]): Row[] {
  const { supervision } = snapshot.tables
  const s = supervision.columns
  const open = Array.from({ length: supervision.length }, (_, row) => row).filter(
    (row) =>
      textAt(s.unit_id, row) === seat.unit &&
      textAt(s.cadre_id, row) === undefined &&
      dateAt(s.closed_on, row) === undefined &&
      (textAt(s.severity, row) ?? 'none') !== 'none',
  )
  if (open.length === 0) return []
  const kinds = [...new Set(open.map((row) => textAt(s.kind, row) ?? ''))].map((id) => labelOf('supervisionKind', id))
  const need = fill(words.supervisionNeed, {
    count: open.length,
    kinds: { zh: kinds.map(({ zh }) => zh).join('、'), en: kinds.map(({ en }) => en.toLowerCase()).join(', ') },
  })
  const cells = candidates.map(({ facts }): Cell => {
    const here = facts.stretches.filter((one) => one.seat?.unit === seat.unit)
    const [first] = here
    if (!first) return cell('fact', words.fromOutside)
    const during = open.filter((row) => {
      const on = dateAt(s.on, row) ?? 0
      return here.some(({ from, to }) => from <= on && (to === 0 || on <= to))
    })
    const says = fill(words.fromInside, { from: formatDate(first.from), count: during.length })
    return cell(
      'fact',
      says,
      here.map(({ evidence }) => evidence),
    )
  })
  const evidence = open.map((row) => `supervision/${textAt(s.event_id, row)}`)
  return [{ id: 'supervision', factor: 'region', label: words.supervision, need, evidence, cells }]
}

const words = {
  theme: { zh: '空缺主题', en: 'Theme of the vacancy' },
  themeNeed: { zh: '{theme}：以事择人', en: '{theme}: chosen by deeds' },
  result: { zh: '短板：{indicator}', en: 'Weak: {indicator}' },
  resultNeed: {
    zh: '{unit} {year} 年居同类 {of} 个单位第 {place}',
    en: '{unit}, {year}: place {place} among {of} of its kind',
  },
  noDuties: { zh: '没有分管负责的记载', en: 'What was answered for is not on record' },
  neverAnswered: { zh: '没有负责过这项指标', en: 'Never answered for this indicator' },
  bestResult: {
    zh: '负责过 {count} 个年度；最好为 {year} 年{unit}，{of} 个单位中第 {place}',
    en: 'Answered for {count} years; best {year}, {unit}: place {place} of {of}',
  },
  'growth-front': { zh: '发展重点领域', en: 'Growth front' },
  'growth-front-need': { zh: '单位在发展重点领域', en: 'The unit is on a growth front' },
  hardship: { zh: '艰苦复杂环境', en: 'Hardship' },
  'hardship-need': { zh: '岗位条件艰苦、局面复杂', en: 'The seat is one of hardship' },
  notRecorded: { zh: '是否{what}没有记载', en: 'Not on record: {what}' },
  worked: { zh: '此类岗位任职 {years} 年', en: '{years} years in such posts' },
  workedLittle: { zh: '此类岗位任职 {months} 个月', en: '{months} months in such posts' },
  workUnknown: { zh: '部分经历的岗位没有记载', en: 'Part of the career is not on record' },
  neverWorked: { zh: '没有此类经历', en: 'No such experience' },
  supervision: { zh: '未办结的监督事项', en: 'Open supervision findings' },
  supervisionNeed: { zh: '{count} 项未办结：{kinds}', en: '{count} open: {kinds}' },
  fromOutside: { zh: '没有在本单位任职', en: 'Has not served in the unit' },
  fromInside: {
    zh: '{from} 起曾在本单位任职，其间登记 {count} 项',
    en: 'Served here from {from}; {count} of them date from then',
  },
} as const satisfies Record<string, Text>
