/** What the page of an import asks of the records beside the import itself. */
import type { QueryExecutorProvider } from 'kysely'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { Text } from '#domain/text.ts'
import {
  countUnmanaged,
  type ImportRecord,
  readArrivals,
  readEarlierImports,
  readStanding,
} from '#records/imports/index.ts'
import type { Account } from '../access/account.ts'
import type { ImportDetail } from '../contract/index.ts'
import { textOfTenure } from '../imports/difference/seats.ts'
import type { Ground } from '../imports/ground.ts'
import type { ReadingProgress } from '../imports/task.ts'
import type { Walked } from '../imports/walk.ts'
import { type About, presentImport, presentProblem } from '../presenters/imports.ts'

/** The import with what may be chosen for all of it. */
export async function importPage(
  database: QueryExecutorProvider,
  found: ImportRecord,
  progress: ReadingProgress | undefined,
  ground: Ground,
  accounts: readonly Account[],
): Promise<ImportDetail> {
  const hashes = found.files.map(({ sha256 }) => sha256)
  const earlier = (await readEarlierImports(database, hashes)).filter(({ importId }) => importId !== found.importId)
  const managers = [...new Set(Object.values(ground.facts.managedBy))]
  return {
    ...presentImport(found, progress, accounts),
    version: found.version,
    findings: found.findings.map(presentProblem),
    authority:
      found.authorityUnitId === null
        ? null
        : { unitId: found.authorityUnitId, name: ground.unitName(found.authorityUnitId) },
    managingUnits: managers
      .map((unitId) => ({ unitId, name: ground.unitName(unitId) }))
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
    withoutAuthority: found.state === 'draft' ? await countUnmanaged(database, found.importId) : 0,
    earlier: earlier.flatMap(({ sha256, importId, appliedAt }) => {
      const file = found.files.find((one) => one.sha256 === sha256)
      return file ? [{ file: file.name, importId, appliedAt: appliedAt.toISOString() }] : []
    }),
    choices: { ...found.choices },
  }
}

/** Birth, sex and post of the candidates, recorded or of the same import, so that namesakes can be told apart. */
export async function aboutCandidates(
  database: QueryExecutorProvider,
  importId: string,
  { arrival: { match, subject } }: Walked,
  ground: Ground,
): Promise<About> {
  const about = new Map<string, Text>()
  if (subject === 'unit') return about
  const ids = match.candidates.flatMap(({ id }) => id ?? [])
  for (const [cadreId, { cadre, rows }] of await readStanding(database, ids)) {
    const present = rows.tenures.filter(({ to }) => to === undefined).at(-1)
    const seat = present?.position_id === undefined ? undefined : ground.book.seat(present.position_id)
    const post = seat ? seat.unitName + seat.title : textOfTenure(present ?? {})
    about.set(cadreId, inWords(cadre, post))
  }
  const numbers = match.candidates.flatMap(({ number }) => number ?? [])
  if (numbers.length === 0) return about
  for (const { number, arrival } of await readArrivals(database, importId, { numbers }))
    if ('cadre' in arrival)
      about.set(`#${number}`, inWords(arrival.cadre, textOfTenure(arrival.rows.tenures?.at(-1) ?? {})))
  return about
}

function inWords(cadre: Readonly<Record<string, string>>, post: string): Text {
  const sex = cadre.sex === undefined ? undefined : labelOf('sex', cadre.sex)
  const say = (language: 'zh' | 'en'): string =>
    [sex?.[language], cadre.born_on?.replaceAll('-', '.'), cadre.native_place, post].filter(Boolean).join(' · ')
  return { zh: say('zh'), en: say('en') }
}
