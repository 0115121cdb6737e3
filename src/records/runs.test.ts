import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Finding } from '#domain/finding.ts'
import type { Analysis } from '#domain/results.ts'
import { emptyRecords } from './fixtures.ts'
import type { Records } from './index.ts'
import { readPaper } from './queries/index.ts'

let records: Records
beforeAll(async () => {
  records = await emptyRecords()
})
afterAll(() => records?.close())

const basis = { instrument: '《某条例》', article: '8(3)', title: { zh: '资格', en: 'Eligibility' } }
const reason = { zh: '任职满\t两年', en: 'Two years\nin post' }
const finding: Finding = {
  rule: 'APPT-08-3',
  verdict: 'unknown',
  weight: 'warns',
  basis,
  reasons: [reason],
  evidence: ['tenures/T1', 'a"b\\c,{}'],
  missing: ['cadres.born_on'],
  turnsOn: 20270300,
  questions: [reason],
  liftedBy: [{ basis, approval: reason }],
}
const fit = {
  separable: true,
  value: 1.25,
  lower: -1e-7,
  upper: 2.5,
  sd: 0.7,
  n: 12,
  group: 'G1',
  parts: [{ id: 'a', label: reason, value: 1.25 }],
} as const
const signal = {
  kind: 'rating-fall',
  severity: 'minor',
  evidence: ['ratings/S1'],
  reason,
  look: reason,
} as const
const analysis: Analysis = {
  asOf: 20261122,
  snapshotHash: 'abc',
  slate: undefined,
  estimates: [
    { cadreId: 'C1', measure: 'rating', estimate: fit },
    { cadreId: 'C2', measure: 'rating', estimate: { separable: false, n: 0, group: 'G2', cause: reason } },
  ],
  findings: [{ subject: 'C1', finding }],
  eligibility: [
    { positionId: 'P1', cadreId: 'C1', verdict: 'unmet', blocking: ['APPT-08-3'], missing: [], move: 'promotion' },
    { positionId: 'P1', cadreId: 'C2', verdict: 'met', blocking: [], missing: [], move: undefined },
  ],
  shortlists: [{ positionId: 'P1', rank: 1, cadreId: 'C2', fit, tiedWith: ['C3'], verdict: 'met', move: 'promotion' }],
  unlisted: [{ positionId: 'P1', rank: 1, count: 36 }],
  rotation: [
    {
      cadreId: 'C1',
      positionId: 'P1',
      rule: 'TERM',
      basis,
      since: 20160300,
      dueOn: 20260315,
      state: 'overdue',
      reason,
    },
  ],
  needs: [{ cadreId: 'C1', kind: 'training', need: 'hours', rule: 'TRAIN', basis, finding, proposal: reason }],
  unitEstimates: [{ unitId: 'U1', measure: 'environment', estimate: fit }],
  signals: [{ ...signal, cadreId: 'C1', unitId: undefined, raisedOn: 20260300 }],
  conflicts: [
    {
      cadreId: 'C1',
      field: 'born_on',
      values: ['1975-03', '1977-03'],
      sources: ['statements/D1+statements/D3', 'statements/D2'],
      accepted: '1975-03',
      severity: 'moderate',
      rule: 'ARCH',
      reason,
      mend: reason,
    },
  ],
  sameness: [{ statementId: 'D1', otherId: undefined, similarity: 0.9, kind: 'boilerplate' }],
  papers: [{ kind: 'survey', subject: 'S1', body: { ballots: 3 } }],
}

test('an analysis is kept row by row as a run', async () => {
  expect(await records.latestRun()).toBeUndefined()
  const id = await records.saveAnalysis(analysis, {
    actor: 'system',
    version: '0.1.0',
    bookHash: 'book',
    parameters: { seed: 7 },
  })
  const counts = {
    estimate: 2,
    finding: 1,
    eligibility: 2,
    shortlist: 1,
    unlisted: 1,
    rotation: 1,
    need: 1,
    unit_estimate: 1,
    signal: 1,
    conflict: 1,
    sameness: 1,
    paper: 1,
  }
  expect(await records.latestRun()).toEqual({
    id,
    asOf: 20261122,
    snapshotHash: 'abc',
    slate: undefined,
    bookHash: 'book',
    madeAt: expect.any(Date),
    knownAt: expect.any(Date),
    counts,
  })
  const { database } = records
  expect(await database.selectFrom('run_estimate').selectAll().orderBy('cadre_id').execute()).toEqual([
    { run_id: id, cadre_id: 'C1', measure: 'rating', ...fit, cause: null },
    {
      run_id: id,
      cadre_id: 'C2',
      measure: 'rating',
      value: null,
      lower: null,
      upper: null,
      sd: null,
      n: 0,
      group: 'G2',
      separable: false,
      cause: reason,
      parts: null,
    },
  ])
  expect(await database.selectFrom('run_finding').selectAll().execute()).toEqual([
    {
      run_id: id,
      subject: 'C1',
      rule: 'APPT-08-3',
      verdict: 'unknown',
      ...basis,
      reasons: [reason],
      evidence: finding.evidence,
      missing: finding.missing,
      turns_on: '2027-03',
      weight: 'warns',
      questions: [reason],
      lifted_by: [{ basis, approval: reason }],
    },
  ])
  expect(await database.selectFrom('run_rotation').select(['since', 'due_on', 'state', 'reason']).execute()).toEqual([
    { since: '2016-03', due_on: '2026-03-15', state: 'overdue', reason },
  ])
  expect(
    await database.selectFrom('run_eligibility').select(['cadre_id', 'move']).orderBy('cadre_id').execute(),
  ).toEqual([
    { cadre_id: 'C1', move: 'promotion' },
    { cadre_id: 'C2', move: null },
  ])
  expect(await database.selectFrom('run_shortlist').select(['fit', 'tied_with', 'parts', 'move']).execute()).toEqual([
    { fit: 1.25, tied_with: ['C3'], parts: fit.parts, move: 'promotion' },
  ])
  expect(await database.selectFrom('run_unlisted').selectAll().execute()).toEqual([
    { run_id: id, position_id: 'P1', rank: 1, count: 36 },
  ])
  expect(await database.selectFrom('run_need').select('finding').execute()).toEqual([{ finding }])
  expect(await database.selectFrom('run_unit_estimate').selectAll().execute()).toEqual([
    { run_id: id, unit_id: 'U1', measure: 'environment', ...fit, cause: null },
  ])
  expect(await database.selectFrom('run_signal').selectAll().execute()).toEqual([
    { ...signal, run_id: id, cadre_id: 'C1', unit_id: null, raised_on: '2026-03' },
  ])
  expect(await database.selectFrom('run_conflict').select(['values', 'sources', 'accepted']).execute()).toEqual([
    {
      values: ['1975-03', '1977-03'],
      sources: ['statements/D1+statements/D3', 'statements/D2'],
      accepted: '1975-03',
    },
  ])
  expect(await database.selectFrom('run_sameness').selectAll().execute()).toEqual([
    { run_id: id, statement_id: 'D1', other_id: null, similarity: 0.9, kind: 'boilerplate' },
  ])
  expect(await readPaper(database, id, 'survey', 'S1')).toEqual({ ballots: 3 })
  expect(await readPaper(database, id, 'survey', 'S2')).toBeUndefined()
})

test('the rows of the newest two runs are kept, and every run is remembered', async () => {
  const ids = []
  for (let index = 0; index < 3; index += 1) ids.push(await records.saveAnalysis(analysis, { actor: 'system' }))
  const kept = await records.database.selectFrom('run_estimate').select('run_id').distinct().orderBy('run_id').execute()
  expect(kept.map((row) => row.run_id)).toEqual(ids.slice(-2))
  expect(await records.database.selectFrom('run').select('run_id').execute()).toHaveLength(4)
})
