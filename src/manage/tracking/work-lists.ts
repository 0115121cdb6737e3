/** `reserve.csv` and `shortfalls.csv`: the register of the reserve, and what is proposed for guidance. */
import { addMonths, formatDate } from '#domain/calendar.ts'
import type { DevelopmentNeed, WorkList } from '#domain/results.ts'
import { type Facts, type RuleBook, reserveOf } from '#policy/index.ts'
import { changesBetween } from './changes.ts'
import { courseReader } from './course.ts'
import { trackingSettings } from './settings.ts'
import { shortfallsOf } from './shortfalls.ts'

/** The snapshot of the facts holds all tables. What changed is against the months before that the place sets. */
export function reserveLists(facts: Facts, book: RuleBook, needs: readonly DevelopmentNeed[]): readonly WorkList[] {
  const day = facts.snapshot.asOf
  const settings = trackingSettings(book, day)
  const read = courseReader(facts.snapshot, settings)
  const needsOf = Map.groupBy(needs, ({ cadreId }) => cadreId)
  const before = addMonths(day, -settings.compareMonths)
  const people = [...reserveOf(facts)].map(({ index, id }) => {
    const course = read(index, day)
    const own = needsOf.get(id) ?? []
    return {
      course,
      needs: own,
      changes: changesBetween(read(index, before), course, settings, day),
      shortfalls: shortfallsOf({ course, needs: own, settings, book, day }),
    }
  })
  return [
    {
      name: 'reserve',
      columns: [
        'cadre_id',
        'evaluations',
        'last_contact',
        'exposure_gaps',
        'needs',
        'changed',
        'missing',
        'shortfalls',
      ],
      rows: people.map(({ course, needs: own, changes, shortfalls }) => [
        course.cadreId,
        course.evaluations.map(({ year, result }) => `${year}:${result}`).join(';'),
        course.contacts[0] ? formatDate(course.contacts[0].on) : null,
        own
          .filter(({ kind }) => kind === 'experience')
          .map(({ need }) => need)
          .join(';'),
        own.length,
        changes
          .filter(({ kind }) => kind !== 'missing')
          .map(({ says }) => says.zh)
          .join(';'),
        changes
          .filter(({ kind }) => kind === 'missing')
          .map(({ says }) => says.zh)
          .join(';'),
        shortfalls.length,
      ]),
    },
    {
      name: 'shortfalls',
      columns: ['cadre_id', 'kind', 'says', 'source', 'evidence'],
      rows: people.flatMap(({ shortfalls }) =>
        shortfalls.map(({ cadreId, kind, says, source, evidence }) => [
          cadreId,
          kind,
          says.zh,
          source,
          evidence.join(';'),
        ]),
      ),
    },
  ]
}
