/** A hand-made city for tests: few enough people to know by name, with every kind of unknown in it. */
import type { Estimate, SeparableEstimate } from '#domain/estimate.ts'
import type { Citation, Finding, Verdict } from '#domain/finding.ts'
import type { Analysis } from '#domain/results.ts'
import { type Snapshot, SnapshotBuilder } from '#domain/snapshot.ts'
import { type FieldName, fieldNamesOf, type Row, type TableName } from '#domain/tables.ts'

type Cells<T extends TableName> = Partial<Record<FieldName<T>, string>>

const rowsOf = <T extends TableName>(table: T, cells: readonly Cells<T>[]): readonly Row[] =>
  cells.map((cell) => fieldNamesOf(table).map((field) => (cell as Record<string, string | undefined>)[field] ?? null))

export const exampleAsOf = 20261122

const units = rowsOf('units', [
  { unit_id: 'U0', name: '云川市委', kind: 'party', level: 'prefecture' },
  {
    unit_id: 'U1',
    parent_id: 'U0',
    name: '市工业和信息化局',
    kind: 'department',
    level: 'prefecture',
    sector: 'industry',
  },
  { unit_id: 'U2', parent_id: 'U0', name: '桐源县', kind: 'county', level: 'county' },
  { unit_id: 'U21', parent_id: 'U2', name: '河口镇', kind: 'township', level: 'township', hardship: 'true' },
])

const positions = rowsOf('positions', [
  { position_id: 'P1', unit_id: 'U1', title: '局长', post_level: 'division-chief', role: 'principal' },
  {
    position_id: 'P2',
    unit_id: 'U1',
    title: '副局长',
    post_level: 'division-deputy',
    role: 'deputy',
    key_fund: 'true',
  },
  { position_id: 'P3', unit_id: 'U2', title: '副县长', post_level: 'division-deputy', role: 'deputy' },
  { position_id: 'P6', unit_id: 'U2', title: '副县长', post_level: 'division-deputy', role: 'deputy' },
  { position_id: 'P4', unit_id: 'U21', title: '党委书记', post_level: 'section-chief', role: 'principal' },
  { position_id: 'P5', unit_id: 'U21', title: '副镇长', post_level: 'section-deputy', role: 'deputy' },
])

const cadres = rowsOf('cadres', [
  {
    cadre_id: 'C1',
    name: '陆承川',
    sex: 'male',
    born_on: '1981-04',
    ethnicity: '汉族',
    party: '中共党员',
    party_joined_on: '2004-06',
    work_started_on: '2003-08',
    citizen_id: '110101198104010011',
    health_ok: 'true',
    authority_unit_id: 'U0',
    reserve: 'true',
    track: 'generalist',
  },
  { cadre_id: 'C2', name: '单雨', sex: 'female', born_on: '1984-11-23', party: '中共党员', authority_unit_id: 'U0' },
  { cadre_id: 'C3', name: '丁一鸣', sex: 'male', born_on: '1990-02', party: '九三学社社员', authority_unit_id: 'U2' },
  { cadre_id: 'C4', name: '温岳', sex: 'male', authority_unit_id: 'U2' },
  { cadre_id: 'C5', name: '顾行简', sex: 'male', born_on: '1966-03', party: '中共党员', authority_unit_id: 'U0' },
])

const tenures = rowsOf('tenures', [
  tenure('T1', 'C1', 'P5', '2006-03', '2012-05', 'section-deputy', 'true'),
  tenure('T2', 'C1', 'P4', '2012-05', '2017-01', 'section-chief', 'true'),
  tenure('T3', 'C1', 'P3', '2019-06', '2022-04', 'division-deputy', 'false'),
  tenure('T4', 'C1', 'P2', '2022-04', undefined, 'division-deputy', 'false'),
  tenure('T5', 'C2', 'P6', '2021-09-15', undefined, 'division-deputy', 'false'),
  tenure('T6', 'C3', 'P4', '2024-01', undefined, 'section-chief', 'true'),
  tenure('T7', 'C3', 'P5', '2020-01', '2024-01', 'section-deputy', 'true'),
  tenure('T8', 'C5', 'P1', '2015-01', '2026-03', 'division-chief', 'false'),
  { tenure_id: 'T9', cadre_id: 'C5', from: '2026-03', kind: 'other', change: 'exit' },
  { tenure_id: 'T10', cadre_id: 'C3', unit_text: '市发改委', from: '2027-01', kind: 'seconded' },
])

function tenure(
  id: string,
  cadre: string,
  position: string,
  from: string,
  to: string | undefined,
  level: string,
  grassroots: string,
): Cells<'tenures'> {
  const fields = { tenure_id: id, cadre_id: cadre, position_id: position, from, post_level: level, grassroots }
  return { ...fields, kind: 'appointed', ...(to === undefined ? {} : { to }) }
}

const tables: Partial<Record<TableName, readonly Row[]>> = {
  units,
  positions,
  cadres,
  tenures,
  educations: rowsOf('educations', [
    { cadre_id: 'C1', mode: 'full-time', level: 'bachelor', degree: 'bachelor', school: '江南大学', to: '2003-07' },
    { cadre_id: 'C1', mode: 'in-service', level: 'postgraduate', from: '2010-09', to: '2013-07' },
    { cadre_id: 'C2', mode: 'full-time', level: 'postgraduate', degree: 'master', to: '2009-06' },
    { cadre_id: 'C3', mode: 'full-time', level: 'bachelor', to: '2012-07' },
    { cadre_id: 'C3', mode: 'in-service', level: 'postgraduate', from: '2025-09' },
  ]),
  evaluations: rowsOf('evaluations', [
    { cadre_id: 'C1', year: '2023', result: 'competent' },
    { cadre_id: 'C1', year: '2024', result: 'excellent' },
    { cadre_id: 'C1', year: '2025', result: 'excellent' },
    { cadre_id: 'C2', year: '2024', result: 'competent' },
    { cadre_id: 'C3', year: '2025', result: 'competent' },
  ]),
  trainings: rowsOf('trainings', [
    { cadre_id: 'C1', course: '市委党校中青班', from: '2023-03', to: '2023-06', hours: '330' },
    { cadre_id: 'C1', course: '产业链专题', from: '2025-05', hours: '40' },
  ]),
  relatives: rowsOf('relatives', [{ cadre_id: 'C1', relation: '妻子', name: '许若谷', born_on: '1983-01' }]),
  statements: rowsOf('statements', [
    statement('S1', 'C1', 'discipline', '2026-11-20', 'probity'),
    statement('S2', 'C1', 'daily-contact', '2026-10-31', 'political-minor'),
    statement('S3', 'C1', 'daily-contact', '2027-01-05', 'political-major'),
  ]),
  requirements: rowsOf('requirements', [
    { position_id: 'P1', facet: 'knowledge', element: '产业经济', level: '4', weight: '2' },
  ]),
  vacancies: rowsOf('vacancies', [{ position_id: 'P1', from: '2026-08-30', theme: 'innovation' }]),
}

function statement(id: string, cadre: string, channel: string, on: string, aspect: string): Cells<'statements'> {
  return { statement_id: id, cadre_id: cadre, source_unit_id: 'U0', channel, recorded_on: on, aspect }
}

/** What `Records.importTables` reads. */
export const exampleSource = {
  tables: Object.keys(tables) as TableName[],
  async *rows(table: TableName): AsyncGenerator<readonly Row[]> {
    yield tables[table] ?? []
  },
}

export function exampleSnapshot(asOf = exampleAsOf): Snapshot {
  const builder = new SnapshotBuilder(asOf)
  for (const table of exampleSource.tables) for (const row of tables[table] ?? []) builder.append(table, row)
  return builder.finish()
}

const article8: Citation = {
  instrument: '党政领导干部选拔任用工作条例',
  article: '8(3)',
  title: { zh: '副职任满二年', en: 'Two years as deputy' },
}
const rotationArticle: Citation = {
  instrument: '党政领导干部交流工作规定',
  article: '5',
  title: { zh: '同一职位满十年', en: 'Ten years in one seat' },
}

const finding = (verdict: Verdict, missing: readonly string[] = []): Finding => ({
  rule: 'APPT-08-3',
  verdict,
  weight: 'decides',
  basis: article8,
  reasons: [{ zh: '2019.06 起任副处', en: 'Deputy since 2019.06' }],
  evidence: ['tenures/T3'],
  missing,
})

function estimate(value: number, sd: number, group = 'G1'): SeparableEstimate {
  const half = 1.645 * sd
  const parts = [{ id: 'all', label: { zh: '全部', en: 'All' }, value }]
  return { separable: true, value, lower: value - half, upper: value + half, sd, n: 30, group, parts }
}
const inseparable: Estimate = {
  separable: false,
  n: 4,
  group: 'G2',
  cause: { zh: '没有共同评分人', en: 'No shared raters' },
}

/** An analysis of the example city, made by hand. */
export const exampleAnalysis: Analysis = {
  asOf: exampleAsOf,
  snapshotHash: 'a'.repeat(64),
  slate: undefined,
  estimates: [
    { cadreId: 'C1', measure: 'rating', estimate: estimate(0.6, 0.1) },
    { cadreId: 'C1', measure: 'rating.probity', estimate: estimate(0.2, 0.3) },
    { cadreId: 'C2', measure: 'rating', estimate: estimate(0.55, 0.1) },
    { cadreId: 'C3', measure: 'rating', estimate: estimate(-0.4, 0.1) },
    { cadreId: 'C4', measure: 'rating', estimate: inseparable },
    { cadreId: 'C1', measure: 'fit:P1', estimate: estimate(0.7, 0.1, 'P1') },
    { cadreId: 'C2', measure: 'fit:P1', estimate: estimate(0.68, 0.1, 'P1') },
  ],
  findings: [
    { subject: 'P1/C1', finding: finding('met') },
    { subject: 'P1/C2', finding: finding('met') },
    { subject: 'C1', finding: { ...finding('met'), rule: 'TRAIN-1' } },
  ],
  eligibility: [
    { positionId: 'P1', cadreId: 'C1', verdict: 'met', blocking: [], missing: [], move: 'promotion' },
    { positionId: 'P1', cadreId: 'C2', verdict: 'met', blocking: [], missing: [], move: 'lateral' },
    { positionId: 'P1', cadreId: 'C3', verdict: 'unmet', blocking: ['APPT-08-3'], missing: [], move: 'promotion' },
    {
      positionId: 'P1',
      cadreId: 'C4',
      verdict: 'unknown',
      blocking: [],
      missing: ['cadres.born_on'],
      move: undefined,
    },
  ],
  shortlists: [
    {
      positionId: 'P1',
      rank: 1,
      cadreId: 'C1',
      fit: estimate(0.7, 0.1, 'P1'),
      tiedWith: ['C2'],
      verdict: 'met',
      move: 'promotion',
    },
    {
      positionId: 'P1',
      rank: 1,
      cadreId: 'C2',
      fit: estimate(0.68, 0.1, 'P1'),
      tiedWith: ['C1'],
      verdict: 'met',
      move: 'lateral',
    },
  ],
  unlisted: [{ positionId: 'P1', rank: 1, count: 3 }],
  rotation: [
    {
      cadreId: 'C2',
      positionId: 'P6',
      rule: 'ROT-05',
      basis: rotationArticle,
      since: 20210915,
      dueOn: 20310915,
      state: 'later',
      reason: { zh: '2021.09.15 起任同一职位', en: 'In one seat since 2021.09.15' },
    },
    {
      cadreId: 'C1',
      positionId: 'P2',
      rule: 'ROT-KEY',
      basis: { ...rotationArticle, article: '7' },
      since: 20220400,
      dueOn: 20270400,
      state: 'due-within-year',
      reason: { zh: '关键岗位满五年', en: 'Five years in a key seat' },
    },
  ],
  needs: [
    {
      cadreId: 'C3',
      kind: 'training',
      need: 'hours',
      rule: 'TRAIN-1',
      basis: article8,
      finding: { ...finding('unmet'), rule: 'TRAIN-1' },
      proposal: { zh: '补训 110 学时', en: 'Train 110 hours' },
    },
  ],
  unitEstimates: [],
  signals: [],
  conflicts: [
    {
      cadreId: 'C1',
      field: 'born_on',
      values: ['1981-04', '1983-04'],
      sources: ['cadres/C1.born_on', 'statements/D9'],
      accepted: '1981-04',
      severity: 'serious',
      rule: 'ARCH-DOB-EARLIEST',
      reason: { zh: '基本信息：1981.04；本人申报：1983.04。', en: 'Record: 1981.04; Declaration: 1983.04.' },
      mend: { zh: '核对档案原件。', en: 'Check the original paper.' },
    },
    {
      cadreId: 'C2',
      field: 'citizen_id',
      values: ['1'],
      sources: ['cadres/C2.citizen_id'],
      accepted: undefined,
      severity: 'moderate',
      rule: 'ARCH-ID-CARD',
      reason: { zh: '公民身份号码不是18位。', en: 'The citizen number does not have 18 places.' },
      mend: { zh: '重新录入。', en: 'Enter it again.' },
    },
  ],
  sameness: [],
  papers: [
    {
      kind: 'evidence',
      subject: 'everyone',
      body: {
        reliability: [],
        serving: 4,
        thinlyKnown: [{ cadreId: 'C4', breadth: 'none', sources: 0, sides: [], latest: null }],
        duplicates: { sure: [], review: [], pairsCompared: 3, levels: [] },
        recentMonths: 36,
        enoughSources: 3,
      },
    },
    {
      kind: 'evidence',
      subject: 'C1',
      body: {
        coverage: { channels: [], sources: 0, sides: [], breadth: 'none', repeats: {} },
        facts: [],
        duplicates: [],
      },
    },
  ],
}
