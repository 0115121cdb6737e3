import { tableNames } from '#domain/tables.ts'
import { packageSnapshot } from '#server/actions/package-snapshot.ts'
import { loadRuleBook } from '#policy/index.ts'
import { groundOf, defaultRequest, searchSlate, teamsOnBoard } from '#appoint/index.ts'
import { rotationDuties } from '#manage/index.ts'
import { textAt } from '#domain/columns.ts'
const dir = process.argv[2] ?? '/tmp/k21'
const t0 = performance.now()
const lap = (w: string) => console.log(w, ((performance.now() - t0) / 1000).toFixed(2))
const snapshot = await packageSnapshot(dir, Number(process.env.DAY ?? 20261122), { tables: tableNames.filter((t) => t !== 'ratings') })
const snap = snapshot
lap('snapshot')
const book = loadRuleBook()
const ground = groundOf(snap, book, [])
lap('ground')
const duties = rotationDuties(snap, book)
lap('duties ' + duties.filter((d) => d.state !== 'later').length)
const v = snap.tables.vacancies
const vac = Array.from({ length: v.length }, (_, r) => textAt(v.columns.position_id, r) ?? '')
const floors = teamsOnBoard(ground).flatMap((t) => t.floors)
lap('floors ' + floors.length)
const request = { ...defaultRequest(book, snap.asOf, vac, floors), ...JSON.parse(process.argv[3] ?? '{}') }
const slate = await searchSlate(ground, request, { duties, prices: process.argv[4] === 'prices', onState: (s) => { lap(`${s.step.en} ${s.fraction.toFixed(2)} ${s.objective?.toFixed(3)} ${s.bound?.toFixed(3)} ${s.moves}`); return true } })
lap('done')
if (!slate.feasible) console.log(slate.clash)
else for (const [i, p] of slate.plans.entries()) {
  console.log('PLAN', i, 'obj', p.objective.toFixed(3), 'bound', p.bound.toFixed(3), 'gap', p.gap.toFixed(4), [p.lower.toFixed(2), p.upper.toFixed(2)], 'moves', p.moves.length, 'chains', p.chains.map((c) => c.moves.length + (c.kind === 'exchange' ? 'x' : '')).join(' '), 'unfilled', p.unfilled.length, 'rules', p.check.rules, 'sum', p.goals.reduce((s, g) => s + g.value, 0).toFixed(3))
  for (const f of p.check.faults) console.log('  FAULT', f.move, f.says.zh)
  if (i === 0) {
    console.log(slate.size)
    const by = Map.groupBy(p.goals, (g) => g.id.split(':')[0])
    for (const [k, g] of by) console.log('  ', k, g.length, 'missed', g.filter((x) => x.state === 'missed').length, 'value', g.reduce((s, x) => s + x.value, 0).toFixed(3))
    for (const g of p.goals.filter((g) => g.price !== undefined)) console.log('   price', g.id, g.label.zh, g.state, g.price)
    for (const m of p.moves.slice(0, 6)) console.log(m.cadreId, m.from, '->', m.to, m.move, m.fit.value.toFixed(2), m.fitFrom?.toFixed(2), m.reasons.map((r) => r.zh).join(' '))
    for (const u of p.unfilled) console.log('unfilled', u.positionId, u.reason.zh)
  }
}
