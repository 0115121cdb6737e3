/** What the pillars reckon of everybody for the roster, worked out once with an edition. */
import { experienceLedger, type LedgerReader } from '#develop/index.ts'
import { dateAt, textAt } from '#domain/columns.ts'
import { studyOf } from '#domain/lexicon/study-fields.ts'
import { byCadre, rowsOf, type Snapshot } from '#domain/snapshot.ts'
import { exposureOf, postsOf, timeOn } from '#identify/index.ts'
import { type CadreFacts, factsFor, type RuleBook, retirementCalendar, type Stretch } from '#policy/index.ts'
import type { RosterReckoning } from '#records/queries/index.ts'

/** @example rosterReckonings(snapshot, book)('C1')?.townshipMonths // 74 */
export function rosterReckonings(snapshot: Snapshot, book: RuleBook): (cadreId: string) => RosterReckoning | undefined {
  const facts = factsFor(snapshot, book)
  const ledgerOf = experienceLedger(facts, book)
  const retires = retirementCalendar(book, snapshot.asOf)
  const subjectsOf = subjectReader(snapshot)
  const { born_on, sex } = snapshot.tables.cadres.columns
  return (cadreId) => {
    const index = facts.cadreIndex(cadreId)
    if (index === undefined) return undefined
    const cadre = facts.cadre(index)
    const retirement = retires?.({ bornOn: dateAt(born_on, index), sex: textAt(sex, index) })
    return {
      retiresOn: retirement && 'month' in retirement ? retirement.month : null,
      ...timeOfPosts(cadre, snapshot.asOf),
      ...timeOfRoutes(cadre, ledgerOf),
      ...fieldsOfWork(cadre, snapshot.asOf, subjectsOf(index)),
    }
  }
}

const townships: ReadonlySet<string> = new Set(['township', 'street'])

/** Undefined where the unit is not known here. */
const isIn =
  (kinds: ReadonlySet<string>) =>
  ({ place }: Stretch): boolean | undefined =>
    place?.around?.kind === undefined ? undefined : kinds.has(place.around.kind)

const isTownship = isIn(townships)
const isEnterprise = isIn(new Set(['enterprise']))

/** A post without a role on record may have been one of a principal. */
const asPrincipal = ({ role }: Stretch): boolean | undefined => (role === undefined ? undefined : role === 'principal')

function timeOfPosts(cadre: CadreFacts, asOf: number) {
  const posts = postsOf(cadre)
  const months = (counts: (stretch: Stretch) => boolean | undefined): number | null =>
    timeOn(posts, asOf, counts).months ?? null
  return {
    townshipMonths: months(isTownship),
    townshipPrincipalMonths: months((stretch) => both(isTownship(stretch), asPrincipal(stretch))),
    enterpriseMonths: months(isEnterprise),
    principalMonths: months(asPrincipal),
  }
}

const both = (a: boolean | undefined, b: boolean | undefined): boolean | undefined =>
  a === false || b === false ? false : a === undefined || b === undefined ? undefined : true

function timeOfRoutes(cadre: CadreFacts, ledgerOf: LedgerReader) {
  const { routes, breadth, served } = ledgerOf(cadre)
  const months = new Map(routes.map((entry) => [entry.route, entry.months]))
  const counted = (count: number): number | null => (served === 0 ? null : count)
  return {
    hardshipMonths: months.get('hardship') ?? null,
    frontMonths: months.get('growth-front') ?? null,
    secondmentUpMonths: months.get('secondment') ?? (served === 0 ? null : 0),
    unitsServed: counted(breadth.units),
    regionsServed: counted(breadth.regions),
    levelsServed: counted(breadth.levels),
    sectorsServed: counted(breadth.sectors),
  }
}

function fieldsOfWork(cadre: CadreFacts, asOf: number, subjects: readonly string[]) {
  const { sectors } = exposureOf(cadre, asOf)
  const studied = subjects.flatMap((subject) => studyOf(subject)?.sectors ?? [])
  const worked = sectors.map(({ sector }) => sector)
  const isSilent = worked.length === 0 && subjects.length === 0
  return {
    sectorMonths:
      worked.length === 0
        ? null
        : Object.fromEntries(sectors.map(({ sector, months }) => [sector, Math.max(0, months)])),
    mainSector: worked[0] ?? null,
    background: isSilent ? null : [...new Set([...worked, ...studied])],
  }
}

function subjectReader(snapshot: Snapshot): (cadre: number) => readonly string[] {
  const { major } = snapshot.tables.educations.columns
  const educations = byCadre(snapshot, 'educations')
  return (cadre) => Array.from(rowsOf(educations, cadre)).flatMap((row) => textAt(major, row) ?? [])
}
