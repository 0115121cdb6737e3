import { openPackage } from '#exchange/index.ts'
import { SnapshotBuilder } from '#domain/snapshot.ts'
import { factTables, loadRuleBook, factsFor } from '#policy/index.ts'
import { compareVacancies, explainPair, shortlistVacancies } from '#appoint/index.ts'
import { rotationDuties } from '#manage/index.ts'
import { trainingNeeds } from '#develop/index.ts'
const path = process.argv[2] ?? '/tmp/city-2000'
let t = performance.now()
const lap = (name: string) => { const n = performance.now(); const cpu = process.cpuUsage(); console.log(name, "cpu", Math.round((cpu.user + cpu.system) / 1000), Math.round(n - t), 'ms'); t = n }
const reading = await openPackage(path)
const { problems } = await reading.check({ tables: [...factTables, 'vacancies', 'requirements', 'competencies'] })
console.log('problems', problems.length); lap('check')
const b = new SnapshotBuilder(20261122)
for (const table of [...factTables, 'vacancies', 'requirements', 'competencies'] as const) if (reading.tables.includes(table)) for await (const batch of reading.rows(table)) for (const r of batch) b.append(table, r)
const snapshot = b.finish(); lap('snapshot')
const book = loadRuleBook(); lap('book')
const facts = factsFor(snapshot, book)
const { eligibility } = compareVacancies(snapshot, book); lap('compare')
const count: Record<string, number> = {}, block: Record<string, number> = {}, miss: Record<string, number> = {}
for (const e of eligibility) { count[e.verdict] = (count[e.verdict] ?? 0) + 1; for (const r of e.blocking) block[r] = (block[r] ?? 0) + 1; for (const m of e.missing) miss[m] = (miss[m] ?? 0) + 1 }
console.log(eligibility.length, count, block, miss)
lap('count')
const s = shortlistVacancies(snapshot, book, eligibility, []); lap('shortlist')
console.log(s.shortlists.length, s.shortlists.slice(0, 14).map((e) => [e.positionId, e.rank, e.cadreId, e.fit.value.toFixed(3), e.fit.sd.toFixed(3), e.fit.n, e.tiedWith.length, e.verdict].join(' ')))
t = performance.now()
const all = s.shortlists.flatMap((e) => explainPair(snapshot, book, e.positionId, e.cadreId)); lap('explain ' + s.shortlists.length)
const one = s.shortlists[3]!
for (const f of explainPair(snapshot, book, one.positionId, one.cadreId)) console.log(f.rule, f.verdict, f.reasons.map((r) => r.zh).join('；'), f.missing.join(), f.evidence.join(' '), f.turnsOn ?? '')
const unmet = eligibility.find((e) => e.blocking.includes('APPT-24-6'))
if (unmet) for (const f of explainPair(snapshot, book, unmet.positionId, unmet.cadreId)) console.log(f.rule, f.verdict, f.reasons.map((r) => r.zh).join('；'), f.missing.join(), f.evidence.join(' '), f.turnsOn ?? '')
t = performance.now()
const duties = rotationDuties(snapshot, book); lap('rotation')
const by: Record<string, number> = {}; for (const d of duties) by[d.rule + ' ' + d.state] = (by[d.rule + ' ' + d.state] ?? 0) + 1
console.log(duties.length, by, duties[0])
t = performance.now()
const needs = trainingNeeds(snapshot, book); lap('needs')
const nv: Record<string, number> = {}; for (const n of needs) nv[n.rule + n.finding.verdict] = (nv[n.rule + n.finding.verdict] ?? 0) + 1
console.log(needs.length, nv, needs[0]?.proposal.zh, needs[0]?.finding.reasons[0]?.zh, facts.cadreCount)
// differential: eligibility vs explainPair
const { worst } = await import('#domain/finding.ts')
let differ = 0
for (let i = 0; i < eligibility.length; i += Math.ceil(eligibility.length / 2000)) { const e = eligibility[i]!; const f = explainPair(snapshot, book, e.positionId, e.cadreId); const v = worst(f.map((x) => x.verdict)); if (v !== e.verdict || f.filter((x) => x.verdict === 'unmet').map((x) => x.rule).join() !== e.blocking.join() ) { differ++; if (differ < 4) console.log('DIFF', e, v) } }
console.log('differ', differ); lap('diff'); console.log(process.memoryUsage.rss() / 1e6)
