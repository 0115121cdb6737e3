/** The sheets below a person to rows of the data package: posts, grades, educations, rewards, evaluations, family. */
import type { ArrivingRow } from '#domain/arrivals.ts'
import { identify } from '#domain/lexicon/terms.ts'
import { degreeOf, levelOf as schoolingLevel } from '../../form-values/education.ts'
import { isBefore } from '../../resume/dates.ts'
import { quoted } from '../../wording/wording.ts'
import { booleanOf, dateOf, nameOf, type PlacedCell, termOf, textOf, wordOf } from '../cell-values.ts'
import { Findings } from '../findings.ts'
import { partyOf } from '../party-cells.ts'
import { evaluationOf, isAhead } from '../person-columns.ts'
import { known, type RecordCells } from '../record-cells.ts'
import { codesOf, degreeCodeOf, isHonour, postLevelCodes, postLevels, sanctionOf, schoolingCodeOf } from './words.ts'

type Cells = RecordCells<string>
type LevelFrom = { readonly level: string; readonly from: string }

const levelCodes = { ...codesOf(postLevels), ...postLevelCodes }

/** A05: a grade (职级) is a row of its own, a level (职务层次) belongs to the posts held from its date on. */
export function levelOf(cells: Cells): { readonly grade?: ArrivingRow; readonly level?: LevelFrom } {
  const from = cells.read('A0504', dateOf)
  const placed = cells.of('A0501')
  const word = placed && wordOf(placed)
  if (from === undefined || placed === undefined || word === undefined) return {}
  const grade = identify('grade', word)
  if (isReversed(cells, from, 'A0517')) return {}
  if (grade !== undefined) return { grade: known({ grade, from, to: cells.read('A0517', dateOf) }) }
  const level = levelCodes[word] ?? identify('postLevel', word)
  if (level !== undefined) return { level: { level, from } }
  cells.keep(placed, word)
  return {}
}

/** The level that was in force on the day. */
export function levelAt(levels: readonly LevelFrom[], day: string): string | undefined {
  const before = levels.filter(({ from }) => from.slice(0, 7) <= day.slice(0, 7))
  return before.toSorted((a, b) => (a.from < b.from ? -1 : 1)).at(-1)?.level
}

/** Does it end, surely, before it begins? Then it is said, and the row left out. */
function isReversed(cells: Cells, from: string, end: string): boolean {
  const placed = cells.of(end)
  const to = placed && dateOf({ ...placed, findings: new Findings('') })
  if (placed === undefined || to === undefined || !isBefore(to, from)) return false
  placed.findings.problem('cell-dates-reversed', placed.place, { value: to, from })
  return true
}

/** A02. */
export function postOf(
  cells: Cells,
  unitNames: ReadonlyMap<string, string>,
  levelOn: (day: string) => string | undefined,
): ArrivingRow | undefined {
  const from = cells.read('A0243', dateOf)
  if (from === undefined || isReversed(cells, from, 'A0265')) return undefined
  const unit = cells.read('A0201', wordOf)
  return known({
    unit_text: unit === undefined ? undefined : (unitNames.get(unit) ?? unit),
    title_text: cells.read('A0215', textOf),
    role: roleOf(cells),
    post_level: levelOn(from),
    from,
    to: cells.read('A0265', dateOf),
    kind: 'appointed',
  })
}

/** 正职 and 副职 of a team by name; a leader without either is a member. */
function roleOf(cells: Cells): string | undefined {
  const kind = cells.read('A0201E', wordOf)
  if (kind === '正职' || kind === '1') return 'principal'
  if (kind === '副职' || kind === '2') return 'deputy'
  const isLeader = cells.read('A0201D', booleanOf)
  return isLeader === 'true' ? 'member' : isLeader === 'false' ? 'staff' : undefined
}

/** A08: names and codes of level and degree stand side by side; either will do. */
export function educationOf(cells: Cells): ArrivingRow | undefined {
  const either = (name: string, code: string, read: (text: string) => string | undefined): string | undefined => {
    const texts = [name, code].map((id) => cells.read(id, wordOf))
    return texts.map((text) => (text === undefined ? undefined : read(text))).find((found) => found !== undefined)
  }
  const degree = either('A0901A', 'A0901B', (text) => degreeOf(text) ?? degreeCodeOf(text))
  const named = either('A0801A', 'A0801B', (text) => schoolingLevel(text) ?? schoolingCodeOf(text))
  const level = named === 'postgraduate' && degree === 'doctor' ? 'doctorate' : named
  const mode = cells.read('A0837', (cell) => termOf(cell, 'educationMode', { '1': 'full-time', '2': 'in-service' }))
  if (level === undefined || mode === undefined) return undefined
  const from = cells.read('A0804', dateOf)
  if (from !== undefined && isReversed(cells, from, 'A0807')) return undefined
  return known({
    mode,
    level,
    degree,
    school: cells.read('A0814', textOf),
    major: cells.read('A0824', textOf),
    from,
    to: cells.read('A0807', dateOf),
  })
}

/** A14: honours and sanctions stand in one sheet. */
export function rewardOf(
  cells: Cells,
): { readonly table: 'honours' | 'sanctions'; readonly row: ArrivingRow } | undefined {
  const on = cells.read('A1407', dateOf)
  const placed = cells.of('A1404B') ?? cells.of('A1404A')
  const kind = placed && wordOf(placed)
  if (on === undefined || placed === undefined || kind === undefined) return undefined
  const title = cells.read('A1404A', textOf) ?? kind
  const authority = cells.read('A1411', textOf)
  const sanction = sanctionOf(kind) ?? sanctionOf(title)
  if (sanction !== undefined)
    return { table: 'sanctions', row: known({ kind: sanction, decided_on: on, until: untilOf(cells), authority }) }
  if (isHonour(kind) || isHonour(title)) return { table: 'honours', row: known({ title, on, authority }) }
  cells.keep(placed, kind)
  return undefined
}

const untilOf = (cells: Cells): string | undefined => cells.read('A1423', dateOf) ?? cells.read('A1424', dateOf)

/** A15. */
export function evaluationRow(cells: Cells): ArrivingRow | undefined {
  const year = cells.read('A1521', yearOf)
  const result = cells.read('A1517', evaluationOf)
  return year === undefined || result === undefined ? undefined : { year, result }
}

function yearOf(placed: PlacedCell): string | undefined {
  const word = wordOf(placed)
  const year = word === undefined ? undefined : /^(\d{4})(年度?)?$/.exec(word)?.[1]
  if (word === undefined || (year !== undefined && !isAhead(year))) return year
  placed.findings.problem('cell-year', placed.place, { value: quoted(word) })
  return undefined
}

/** A36. */
export function familyOf(cells: Cells): ArrivingRow | undefined {
  const name = cells.read('A3601', nameOf)
  const relation = cells.read('A3604A', wordOf)
  if (name === undefined || relation === undefined) return undefined
  return known({
    relation,
    name,
    born_on: cells.read('A3607', dateOf),
    party: partyOf(cells.of('A3627'), (placed, text) => cells.keep(placed, text)),
    position_text: cells.read('A3611', textOf),
  })
}
