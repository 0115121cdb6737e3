import { packageSnapshot } from './server/actions/package-snapshot.ts'
import { tableNames } from '#domain/tables.ts'
import { readCharacter } from '#identify/index.ts'
import { loadRuleBook, factsFor } from '#policy/index.ts'
import { trackRecords } from './appoint/theme/track-record.ts'
import { themeReader, themes } from './appoint/theme/theme-evidence.ts'
import { strengthsFor } from './appoint/strengths/strengths.ts'
const dir = process.argv[2] ?? '/tmp/k21'
const snapshot = await packageSnapshot(dir, 20261122, { tables: tableNames.filter((t) => t !== 'ratings') })
const book = loadRuleBook()
let t = performance.now()
const lap = (w: string) => { console.log(w, Math.round(performance.now() - t), 'ms'); t = performance.now() }
const { sameness } = readCharacter(snapshot)
lap('character')
const facts = factsFor(snapshot, book)
const records = trackRecords(snapshot, sameness)
lap('records')
const themed = themeReader({ book, snapshot }, records)
const strengths = strengthsFor({ book, snapshot }, records)
const tally = new Map<string, number>()
const add = (k: string) => tally.set(k, (tally.get(k) ?? 0) + 1)
for (let i = 0; i < facts.cadreCount; i++) {
  const c = facts.cadre(i)
  if (c.hasLeft) continue
  for (const th of themes) add(`${th} ${themed(c, th).verdict}`)
  for (const s of strengths.ofCadre(c)) add(`${s.trait} ${s.verdict}`)
}
lap('all')
console.log([...tally].sort().map(([k, v]) => `${k} ${v}`).join('\n'))
let shown = 0
for (let i = 0; i < facts.cadreCount && shown < 3; i++) {
  const c = facts.cadre(i)
  const line = themed(c, 'enrichment')
  if (line.verdict !== 'met') continue
  shown++
  console.log(c.id, line.says.zh, JSON.stringify(line.supports.map((s) => s.says.zh), null, 1))
}
