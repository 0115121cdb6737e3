import { packageSnapshot } from './server/actions/package-snapshot.ts'
import { tableNames } from '#domain/tables.ts'
import { readCharacter } from '#identify/index.ts'
import { loadRuleBook } from '#policy/index.ts'
import { resolve } from '#domain/snapshot.ts'
import { groundOf } from './appoint/ground.ts'
import { rotationDuties } from '#manage/index.ts'
import { trackRecords } from './appoint/theme/track-record.ts'
import { strengthsFor } from './appoint/strengths/strengths.ts'
import { candidatesFor, readinessReader } from './appoint/timing/readiness.ts'
import { youngAndReady } from './appoint/timing/young.ts'
import { ageStructure } from './appoint/timing/ages.ts'
import { limitsAhead, teamsAhead } from './appoint/timing/limits.ts'
const dir = process.argv[2] ?? '/tmp/k21'
const snapshot = await packageSnapshot(dir, 20261122, { tables: tableNames.filter((t) => t !== 'ratings') })
const book = loadRuleBook()
let t = performance.now()
const lap = (w: string) => { console.log(w, Math.round(performance.now() - t), 'ms'); t = performance.now() }
const { sameness } = readCharacter(snapshot)
const ground = groundOf(snapshot, book, [])
lap('ground')
const strengths = strengthsFor(ground, trackRecords(snapshot, sameness))
const ages = ageStructure(ground); lap('ages')
console.log(ages.bands.length, ages.pool.map((p) => [p.level, p.people.length, p.counts.join(' '), p.prime, p.unknown].join(' | ')), ages.teams.length)
const limits = limitsAhead(ground, rotationDuties(snapshot, book)); lap('limits')
console.log(limits.length, [...Map.groupBy(limits, (l) => l.kind)].map(([k, v]) => k + v.length), [...Map.groupBy(limits, (l) => l.month)].map(([k, v]) => k + ':' + v.length).join(' '))
console.log(teamsAhead(ground, limits).slice(0, 4))
const y = youngAndReady(ground, strengths); lap('young')
console.log(y.young, y.unknown, y.ready.length, y.ready.slice(0, 3), y.ready.filter((r) => !r.now).length)
const { vacancies, positions } = snapshot.tables
const seats = [...new Set(resolve(vacancies.columns.position_id, positions.columns.position_id))]
const reader = readinessReader(ground)
for (const row of seats.slice(0, 6)) {
  const seat = ground.facts.seat(row)
  const people = candidatesFor(ground, seat)
  const all = reader(seat, people)
  lap(`${seat.title} ${seat.level} ${people.length}`)
  console.log([...Map.groupBy(all, (r) => r.step + ' ' + r.postings.join('+'))].map(([k, v]) => k + ':' + v.length).join(', '))
  console.log(all.filter((r) => r.step === 'two').slice(0, 1), all.filter((r) => r.step === 'one').slice(0, 1))
}
