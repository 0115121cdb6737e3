import { Pool } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { emptyRecords, rowOf } from '#records/fixtures.ts'
import { addImportFile, beginImport, setImport } from '#records/imports/index.ts'
import { filePaper, type NewPaper, openCase, openMatter, type Records } from '#records/index.ts'
import { applyImport, importOf } from './apply.ts'
import { arriving, draftOf } from './fixtures.ts'

/**
 * Where a citizen number that came in still lies open, by table and column, however it came to be there: what is told in
 * docs/limits.md. A column that is sealed goes from here, and none is added without being told there.
 */
const knownOpen = [
  'past.cadres.extra',
  'public.cadres.extra',
  'public.import.findings',
  'public.import_file.bytes',
  'public.matter_event.act',
  'public.paper_content.bytes',
  'public.run_conflict.mend',
  'public.run_conflict.reason',
  'public.run_conflict.values',
  'public.run_paper.body',
]

const number = '110105198804010038'
const form = {
  texts: { name: '郑望', citizenId: number },
  relatives: [],
  photo: undefined,
  others: [],
}
const person = arriving({ name: '郑望', sex: 'male', born_on: '1988-04', citizen_id: number }, { form })
const recorder = { by: 'officer', byName: '林晓舟', on: 20261122 }

let records: Records
let owner: Pool

beforeAll(async () => {
  records = await emptyRecords()
  owner = new Pool(records.connection)
  await importFacts()
  await draftOf(records, [person])
  const importId = await draftOf(records, [person])
  await records.commit({ actor: 'officer', action: 'import.choose' }, (transaction) =>
    setImport(transaction, importId, { authorityUnitId: 'U1' }),
  )
  await applyImport(records, importId, (await importOf(records.database, importId)).version, 'officer')
  await waitToBeRead()
  await fileInCase()
  await tellInMatter()
  await analyse()
})
afterAll(async () => {
  await owner?.end()
  await records?.close()
})

/** A county, in which a file brought the number of somebody else once as a field and once as a column of its own. */
async function importFacts(): Promise<void> {
  const unit = rowOf('units', { unit_id: 'U1', name: '县委', kind: 'party', level: 'county' })
  const cadre = (name: string) =>
    rowOf('cadres', { cadre_id: 'C1', name, authority_unit_id: 'U1', citizen_id: '110105198804010054' })
  for (const name of ['王明', '王敏'])
    await records.importTables(
      {
        tables: ['units', 'cadres'],
        async *rows(table) {
          yield table === 'units' ? [unit] : [[...cadre(name), JSON.stringify({ 配偶证件号码: number })]]
        },
      },
      { actor: 'clerk', source: 'test' },
    )
}

/** A file that nobody has read yet, and what the reading of another one said. */
async function waitToBeRead(): Promise<void> {
  await records.commit({ actor: 'officer', action: 'import.read' }, async (transaction) => {
    const importId = await beginImport(transaction, 'officer')
    const bytes = new TextEncoder().encode(`<ShenFenZheng>${number}</ShenFenZheng>`)
    await addImportFile(transaction, importId, { name: '郑望.lrmx', sha256: 'b', size: bytes.length, bytes })
    const text = { zh: `身份证号「${number}」与表上的性别不一致。`, en: `citizen number “${number}” …` }
    await setImport(transaction, importId, {
      findings: [{ code: 'citizen-number', message: text, mend: text, isNotice: true }],
    })
  })
}

async function fileInCase(): Promise<void> {
  const opening = { kind: 'promotion', title: '提拔任职', target: { kind: 'seat', positionId: 'P1' } } as const
  const opened = { kind: 'opened', opening: { ...opening, candidates: [], handlers: ['officer'] } } as const
  const caseId = await openCase(records, opened, recorder)
  const paper: NewPaper = {
    ...{ caseId, kind: 'work-plan', stage: 'motion', cadreId: undefined, title: '任免审批表', fileName: '表.pdf' },
    ...{ format: 'pdf', bytes: Buffer.from(`身份证号 ${number}`), datedOn: '2026-11-02', note: '' },
    ...{ madeBySystem: undefined, documentId: undefined },
  }
  await filePaper(records, paper, { account: 'officer', name: '林晓舟' })
}

const tellInMatter = (): Promise<string> =>
  openMatter(
    records,
    {
      ...{ kind: 'record-correction', title: '核对证件号码', subject: { cadreId: 'C1' }, handlers: ['officer'] },
      reason: `本人称证件号码是 ${number}`,
    } as const,
    recorder,
  )

/** What an analysis lists as contradictory. */
const analyse = (): Promise<string> => {
  const text = { zh: `${number} 与记录不一致`, en: `${number} differs` }
  const conflict = { cadreId: 'C1', field: 'citizen_id', values: [number], sources: ['statements/D1'] } as const
  return records.saveAnalysis(
    {
      ...{ asOf: 20261122, snapshotHash: 'abc', slate: undefined, estimates: [], findings: [], eligibility: [] },
      ...{ shortlists: [], unlisted: [], rotation: [], needs: [], unitEstimates: [], signals: [], sameness: [] },
      conflicts: [{ ...conflict, accepted: undefined, severity: 'moderate', rule: 'ARCH', reason: text, mend: text }],
      papers: [{ kind: 'evidence', subject: 'C1', body: { values: [number] } }],
    },
    { actor: 'system' },
  )
}

/** Every column of every table of ours that holds the text, as the server stores it. */
async function columnsHolding(text: string): Promise<readonly string[]> {
  const { rows: columns } = await owner.query<{ place: string; name: string; of: string; type: string }>(`
    select concat_ws('.', table_schema, table_name, column_name) as place, quote_ident(column_name) as name,
      format('%I.%I', table_schema, table_name) as of, data_type as type
    from information_schema.columns join information_schema.tables using (table_schema, table_name)
    where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema') order by 1`)
  const found: string[] = []
  for (const { place, name, of, type } of columns) {
    const held = type === 'bytea' ? `position(convert_to($1, 'UTF8') in ${name})` : `position($1 in ${name}::text)`
    const { rowCount } = await owner.query(`select from ${of} where ${held} > 0 limit 1`, [text])
    if (rowCount !== 0) found.push(place)
  }
  return found
}

test('a citizen number that came in lies open in these columns, and in no other', async () => {
  expect(await columnsHolding(number)).toEqual(knownOpen)
})
