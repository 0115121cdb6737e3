import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { ProblemError } from '#domain/problem.ts'
import { readColumns, writeTable } from '#exchange/index.ts'
import { writeCity } from './city.ts'
import { linesOf, recoverTruth } from './recover.ts'

const scratch = await mkdtemp(join(tmpdir(), 'zhiren-recover-'))
afterAll(() => rm(scratch, { recursive: true }))
const city = join(scratch, 'city')
const { truth } = await writeCity({ seed: 5, cadres: 150, out: city, trial: true, asOf: 20261122 })
const header = ['cadre_id', 'measure', 'value', 'lower', 'upper', 'n', 'group', 'separable']

/** Results of somebody who knows the truth and is a tenth unsure. */
async function oracle(folder: string): Promise<string> {
  const results = join(scratch, folder)
  await mkdir(results)
  const known = ['cadre_id', 'true_rating', 'component']
  const { columns, rows } = await readColumns(join(truth, 'truth-cadre.csv'), known)
  const told = rows.flatMap((_, index) => {
    const [id, rating, group] = known.map((name) => columns.get(name)?.[index] ?? '')
    const value = Number(rating)
    return rating && group ? [[id ?? '', 'rating', value, value - 0.1, value + 0.1, 9, group, true]] : []
  })
  await writeTable(join(results, 'estimates.csv'), header, told)
  return results
}

test('whoever knows the truth recovers it, and is told what could not be judged', async () => {
  const recovery = await recoverTruth({ package: city, truth, results: await oracle('oracle') })
  const [rating] = recovery.measures
  expect(rating).toMatchObject({ measure: 'rating', coverage90: 1 })
  expect(rating?.ours.spearman).toBeCloseTo(1, 12)
  expect(rating?.naive['raw mean']?.spearman).toBeLessThan(0.95)
  expect(recovery.refusals).toEqual([{ measure: 'rating', pairs: expect.any(Number), faults: 0 }])
  expect(recovery.conflicts).toBeUndefined()
  const lines = linesOf(recovery).map((line) => line.en)
  expect(lines[0]).toMatch(/^measure +n +groups/)
  expect(lines).toContain('There is no conflicts.csv: skipped.')
})

test('people of two parts in one group are faults', async () => {
  const results = await oracle('mixed')
  const { columns } = await readColumns(join(results, 'estimates.csv'), header)
  const rows = (columns.get('cadre_id') ?? []).map((_, index) =>
    header.map((name) => (name === 'group' ? 'everybody' : (columns.get(name)?.[index] ?? ''))),
  )
  await writeTable(join(results, 'estimates.csv'), header, rows)
  const { refusals } = await recoverTruth({ package: city, truth, results })
  expect(refusals[0]?.pairs).toBeGreaterThan(0)
  expect(refusals[0]?.faults).toBe(refusals[0]?.pairs)
})

test('shortlists by true ability beat every simple ranking, and cannot beat the truth', async () => {
  const results = await oracle('listed')
  const vacancies = (await readColumns(join(city, 'vacancies.csv'), ['position_id'])).columns.get('position_id') ?? []
  const { columns } = await readColumns(join(truth, 'truth-cadre.csv'), ['cadre_id', 'ability'])
  const ids = columns.get('cadre_id') ?? []
  const abilities = columns.get('ability')?.map(Number) ?? []
  const best = ids.map((id, place) => ({ id, ability: abilities[place] ?? 0 })).sort((a, b) => b.ability - a.ability)
  await writeTable(
    join(results, 'eligibility.csv'),
    ['position_id', 'cadre_id', 'verdict'],
    vacancies.flatMap((seat) => ids.map((id) => [seat, id, 'met'])),
  )
  await writeTable(
    join(results, 'shortlists.csv'),
    ['position_id', 'rank', 'cadre_id', 'fit'],
    vacancies.flatMap((seat) => best.map(({ id, ability }) => [seat, 1, id, ability])),
  )
  const recovery = await recoverTruth({ package: city, truth, results })
  const { reached = 0, rankings = [] } = recovery.shortlists ?? {}
  expect(reached).toBeGreaterThan(0.8)
  expect(reached).toBeLessThanOrEqual(1)
  for (const { ranking, advantage } of rankings) {
    if (ranking === 'truth known') expect(advantage).toBeLessThanOrEqual(0)
    else expect(advantage).toBeGreaterThan(0)
  }
  expect(linesOf(recovery).map((line) => line.en)).toContainEqual(
    expect.stringMatching(/^first five listed +true ability/),
  )
})

test('missing results and broken files are problems, not figures', async () => {
  await expect(recoverTruth({ package: city, truth, results: join(scratch, 'nowhere') })).rejects.toThrow(ProblemError)
  const results = await oracle('broken')
  await writeFile(join(results, 'estimates.csv'), 'cadre_id,measure\nC1,rating\n')
  await expect(recoverTruth({ package: city, truth, results })).rejects.toMatchObject({
    problems: expect.arrayContaining([expect.objectContaining({ code: 'column-missing', column: 'value' })]),
  })
})
