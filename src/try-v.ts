import { packageSnapshot } from './server/actions/package-snapshot.ts'
import { tableNames } from '#domain/tables.ts'
import { loadRuleBook } from '#policy/index.ts'
import { resolve } from '#domain/snapshot.ts'
import { groundOf } from './appoint/ground.ts'
import { candidatesFor, readinessReader } from './appoint/timing/readiness.ts'
const snapshot = await packageSnapshot('/tmp/k21', 20261122, { tables: tableNames.filter((t) => t !== 'ratings') })
const ground = groundOf(snapshot, loadRuleBook(), [])
const { vacancies, positions } = snapshot.tables
const seats = [...new Set(resolve(vacancies.columns.position_id, positions.columns.position_id))]
const reader = readinessReader(ground)
for (const row of seats) {
  const seat = ground.facts.seat(row)
  if (seat.level !== 'division-deputy') continue
  const t = performance.now()
  const people = candidatesFor(ground, seat)
  const all = reader(seat, people)
  console.log(people.length, performance.now() - t, [...Map.groupBy(all, (r) => r.step + ' ' + r.postings.join('+'))].map(([k, v]) => k + ':' + v.length).join(', '))
  break
}
