import { readFileSync, writeFileSync, mkdirSync, copyFileSync, readdirSync } from 'node:fs'
import { compareVacancies, shortlistVacancies } from '#appoint/index.ts'
import { loadRuleBook } from '#policy/index.ts'
import { packageSnapshot } from '#server/actions/package-snapshot.ts'
import { tables } from '#domain/tables.ts'
const [city, out, to] = process.argv.slice(2) as [string, string, string]
const csv = (f: string) => { const [h='', ...l] = readFileSync(f,'utf8').trim().split('\n'); const n=h.split(','); return l.map((x)=>Object.fromEntries(x.split(',').map((v,i)=>[n[i] ?? '',v]))) }
const book = loadRuleBook()
const snapshot = await packageSnapshot(city, 20261122, { tables: Object.keys(tables) as never })
const estimates = csv(`${out}/estimates.csv`).filter((r) => !r.measure.startsWith('fit')).map((r) => ({ cadreId: r.cadre_id, measure: r.measure, estimate: r.separable === 'true'
  ? { separable: true, value: +r.value, lower: +r.lower, upper: +r.upper, sd: (r.upper - r.lower) / 3.29, n: +r.n, group: r.group, parts: [] } : { separable: false, n: +r.n, group: r.group, cause: { zh: '', en: '' } } }))
const { eligibility } = compareVacancies(snapshot, book)
const { shortlists, unlisted } = shortlistVacancies(snapshot, book, eligibility, estimates as never)
mkdirSync(to, { recursive: true })
for (const f of readdirSync(out)) if (f !== 'shortlists.csv') copyFileSync(`${out}/${f}`, `${to}/${f}`)
writeFileSync(`${to}/shortlists.csv`, ['position_id,rank,cadre_id,fit,lower,upper,tied_with', ...shortlists.map((s) => [s.positionId, s.rank, s.cadreId, s.fit.value, s.fit.lower, s.fit.upper, s.tiedWith.join(';')].join(','))].join('\n') + '\n')
const lens = [...Map.groupBy(shortlists, (s) => s.positionId).values()].map((l) => `${l.length}/${Math.max(...l.map((x) => x.rank))}`)
console.log('lengths/last rank', lens.join(' '), 'unlisted', unlisted.map((u) => u.count).join(' '))
