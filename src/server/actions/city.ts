import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { generateCounty } from '#county/index.ts'
import { type DateCode, formatDate } from '#domain/calendar.ts'
import { ProblemError } from '#domain/problem.ts'
import type { OnProgress } from '#domain/progress.ts'
import type { Row, TableName } from '#domain/tables.ts'
import { writePackage, writeTable } from '#exchange/index.ts'

export interface WrittenCity {
  readonly package: string
  readonly truth: string
  readonly seed: number
  readonly asOf: string
  readonly counts: Partial<Record<TableName, number>>
}

const truthReadme = `# 真值 · Truth

这里是虚构城市里无人能看见的东西：真实能力、评分人宽严、单位环境、埋入的矛盾与雷同。只用于检验方法，任何分析程序都不得读取。

What nobody in the invented city can see: true abilities, environments of units, planted conflicts and copied texts. It serves
to test methods. No engine may read it.
`

const stepOf = (table: TableName) => ({ zh: `写出 ${table}.csv`, en: `Writing ${table}.csv` })

/**
 * Writes a synthetic city as a data package, and its truth into the sibling folder `OUT-truth`.
 * @example await writeCity({ seed: 7, cadres: 2000, out: 'city' })
 * @throws ProblemError when a folder cannot be written or holds something else
 */
export async function writeCity(options: {
  readonly seed: number
  readonly cadres: number
  readonly out: string
  readonly asOf?: DateCode | undefined
  /** The city on which the methods are tried, instead of the ordinary one. */
  readonly trial?: boolean | undefined
  readonly onProgress?: OnProgress | undefined
}): Promise<WrittenCity> {
  const { seed, cadres, onProgress } = options
  const out = options.out.replace(/\/+$/, '')
  onProgress?.({ step: { zh: '生成城市', en: 'Making the city' }, fraction: 0 })
  const county = generateCounty({ seed, cadres, asOf: options.asOf, trial: options.trial })
  const counts: Partial<Record<TableName, number>> = {}
  const counted = [...county.tables()].map(([table, rows], place, all): [TableName, Iterable<Row>] => [
    table,
    withCount(rows, (count) => {
      counts[table] = count
      onProgress?.({ step: stepOf(table), fraction: (place + 1) / all.length })
    }),
  ])
  const tables: Partial<Record<TableName, Iterable<Row>>> = Object.fromEntries(counted)
  await writePackage(out, tables, {
    name: `${options.trial ? 'trial' : 'city'}-${seed}-${cadres}`,
    title: '虚构城市 · A synthetic city',
    description: `All people and places are invented. Seed ${seed}, ${cadres} cadres, as of ${formatDate(county.asOf)}.`,
  })
  const truth = `${out}-truth`
  await openFolder(truth)
  for (const table of county.truth) await writeTable(join(truth, `${table.name}.csv`), table.fields, table.rows)
  await writeFile(join(truth, 'README.md'), truthReadme)
  return { package: out, truth, seed, asOf: formatDate(county.asOf), counts }
}

/** Walks the rows and says at the end how many there were. */
function* withCount(rows: Iterable<Row>, onEnd: (count: number) => void): Iterable<Row> {
  let count = 0
  for (const row of rows) {
    count += 1
    yield row
  }
  onEnd(count)
}

async function openFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true }).catch((cause: Error) => {
    throw new ProblemError({
      code: 'folder-not-writable',
      file: folder,
      message: {
        zh: `真值文件夹无法写入：${cause.message}`,
        en: `The truth folder cannot be written: ${cause.message}`,
      },
      mend: { zh: '换一个可写的文件夹。', en: 'Name a folder that can be written.' },
    })
  })
}
