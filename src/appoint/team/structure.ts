/** What a team is made of, before and after: each line counts people, and says of how many it is not recorded. */
import { ageOn } from '#domain/calendar.ts'
import { textAt } from '#domain/columns.ts'
import { identifiersOf, labelOf } from '#domain/lexicon/terms.ts'
import { byCadre, rowsOf } from '#domain/snapshot.ts'
import type { Text } from '#domain/text.ts'
import type { Ground } from '../ground.ts'
import { isOfKind } from './kinds.ts'
import { type Post, postReader } from './service.ts'
import { structureSettings } from './settings.ts'
import { special } from './teams-on-board.ts'

export interface Tally {
  readonly count: number
  /** Of whom it is not recorded. */
  readonly unknown: number
}

export const structureGroups = ['age', 'field', 'education', 'experience'] as const
export type StructureGroup = (typeof structureGroups)[number]

export interface StructureLine {
  readonly group: StructureGroup
  readonly id: string
  readonly label: Text
  /** A field that the seats of the team belong to. */
  readonly needed: boolean
  readonly before: Tally
  readonly after: Tally
}

/** Says of a cadre (by row) whether he or she counts; undefined = not recorded. */
type Counts = (cadre: number) => boolean | undefined
interface Line extends Omit<StructureLine, 'before' | 'after'> {
  readonly counts: Counts
}

/**
 * The make-up of a team with some people and with others. Lines that count nobody on either side are left out, but for the
 * fields of its seats.
 */
export function structureOf(
  ground: Ground,
  needed: readonly string[],
  before: readonly number[],
  after: readonly number[],
): StructureLine[] {
  const tally = (people: readonly number[], counts: Counts): Tally => {
    const answers = people.map(counts)
    const count = answers.filter((answer) => answer === true).length
    return { count, unknown: answers.filter((answer) => answer === undefined).length }
  }
  const lines = [
    ...ageLines(ground),
    ...fieldLines(ground, needed),
    ...educationLines(ground),
    ...experienceLines(ground),
  ]
  return lines
    .map(({ counts, ...line }) => ({ ...line, before: tally(before, counts), after: tally(after, counts) }))
    .filter((line) => line.needed || line.before.count + line.after.count > 0)
}

function ageLines({ facts, snapshot, book }: Ground): Line[] {
  const { ageBounds } = structureSettings(book, snapshot.asOf)
  const tierOf = (cadre: number): number | undefined => {
    const { bornOn } = facts.cadre(cadre)
    if (bornOn === undefined) return undefined
    const age = ageOn(bornOn, snapshot.asOf)
    const [young, old] = [age.least, age.most].map((years) => ageBounds.filter((bound) => years >= bound).length)
    return young === old ? young : undefined
  }
  return [...ageBounds, undefined].map((to, tier) => {
    const counts = (cadre: number): boolean | undefined => {
      const own = tierOf(cadre)
      return own === undefined ? undefined : own === tier
    }
    return { group: 'age', id: `age-${tier}`, label: tierLabel(ageBounds[tier - 1], to), needed: false, counts }
  })
}

function tierLabel(from: number | undefined, to: number | undefined): Text {
  if (from === undefined) return { zh: `${to}岁以下`, en: `Under ${to}` }
  if (to === undefined) return { zh: `${from}岁以上`, en: `${from} and over` }
  return { zh: `${from}—${to - 1}岁`, en: `${from}–${to - 1}` }
}

function fieldLines(ground: Ground, needed: readonly string[]): Line[] {
  const test = isOfKind(ground)
  return special(identifiersOf('sector')).map((field) => ({
    group: 'field',
    id: field,
    label: labelOf('sector', field),
    needed: needed.includes(field),
    counts: (cadre) => test(cadre, 'familiar', field),
  }))
}

/** By the highest level on record. */
function educationLines({ snapshot }: Ground): Line[] {
  const levels = identifiersOf('educationLevel')
  const rows = byCadre(snapshot, 'educations')
  const { level } = snapshot.tables.educations.columns
  const highest = (cadre: number): string | undefined => {
    const own = [...rowsOf(rows, cadre)].map((row) => textAt(level, row))
    return levels.find((one) => own.includes(one))
  }
  return levels.map((id) => ({
    group: 'education',
    id,
    label: labelOf('educationLevel', id),
    needed: false,
    counts: (cadre) => (highest(cadre) === undefined ? undefined : highest(cadre) === id),
  }))
}

/** Kinds of posts that a team should have people from: 《党政领导干部选拔任用工作条例》 asks for varied experience. */
const experiences: readonly (readonly [string, Text, readonly string[]])[] = [
  ['places', { zh: '乡镇、街道任职', en: 'Township or sub-district posts' }, ['township', 'street']],
  ['committee', { zh: '党委、纪检任职', en: 'Party or discipline bodies' }, ['party', 'discipline']],
  ['government', { zh: '政府、部门任职', en: 'Government and departments' }, ['government', 'department', 'county']],
  ['justice', { zh: '法院、检察院任职', en: 'Courts and procuratorates' }, ['court', 'procuratorate']],
  ['economy', { zh: '园区、企业任职', en: 'Zones and enterprises' }, ['zone', 'enterprise']],
  ['institutions', { zh: '事业、群团任职', en: 'Institutions, mass organisations' }, ['institution', 'association']],
]

function experienceLines(ground: Ground): Line[] {
  const postsOf = postReader(ground.snapshot)
  const test = isOfKind(ground)
  const line = (id: string, label: Text, counts: Counts): Line => ({
    group: 'experience',
    id,
    label,
    needed: false,
    counts,
  })
  const heldPost =
    (read: (post: Post) => string | undefined, wanted: readonly string[]): Counts =>
    (cadre) => {
      const held = postsOf(cadre).map(read)
      if (held.some((one) => one !== undefined && wanted.includes(one))) return true
      return held.length === 0 || held.includes(undefined) ? undefined : false
    }
  return [
    line('grassroots', { zh: '基层工作经历', en: 'Grassroots work' }, (cadre) => test(cadre, 'grassroots')),
    line(
      'principal',
      { zh: '正职任职经历', en: 'Posts as principal' },
      heldPost(({ role }) => role, ['principal']),
    ),
    ...experiences.map(([id, label, kinds]) =>
      line(
        id,
        label,
        heldPost(({ unitKind }) => unitKind, kinds),
      ),
    ),
  ]
}
