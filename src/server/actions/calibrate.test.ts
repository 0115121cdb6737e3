import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ProblemError } from '#domain/problem.ts'
import { type CalibrateOptions, calibrateFile } from './calibrate.ts'
import { calibrateOrdinalFile } from './calibrate-ordinal.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'calibrate-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function fileOf(text: string, name = 'scores.csv'): Promise<string> {
  const file = join(folder, name)
  await writeFile(file, name.endsWith('.gz') ? gzipSync(text) : text)
  return file
}

/** Yields of the dyestuff data: Davies and Goldsmith 1972, table 6.1. */
const yields = [
  [1545, 1440, 1440, 1520, 1580],
  [1540, 1555, 1490, 1560, 1495],
  [1595, 1550, 1605, 1510, 1560],
  [1445, 1440, 1595, 1465, 1545],
  [1595, 1630, 1515, 1635, 1625],
  [1520, 1455, 1450, 1480, 1445],
]
const dyestuff = `batch,yield\n${yields.flatMap((row, batch) => row.map((value) => `${'ABCDEF'[batch]},${value}`)).join('\n')}\n`

test('a plain file: the fit of lme4 by ML, with the effects on request', async () => {
  const found = await calibrateFile({ file: await fileOf(dyestuff), score: 'yield', crossed: ['batch'], effects: true })
  expect(found).toMatchObject({ formula: 'yield ~ 1 + (1|batch)', n: 30, method: 'ML', converged: true, notices: [] })
  expect(found.criterion).toBeCloseTo(327.327059881135, 8)
  expect(found.deviance).toBe(found.criterion)
  expect(found.logLik).toBe(-found.criterion / 2)
  expect(found.variances[0]).toMatchObject({ group: 'batch', levels: 6 })
  expect(found.variances[0]?.sd).toBeCloseTo(Math.sqrt(1388.33333), 4)
  expect(found.residual.variance).toBeCloseTo(2451.25, 3)
  expect(found.fixed[0]).toMatchObject({ name: '(Intercept)' })
  expect(found.effects?.batch?.map(({ level }) => level).join('')).toBe('ABCDEF')
  expect(found.effects?.batch?.[0]?.mode).toBeCloseTo(-16.62822, 4)
  expect(found.effects?.batch?.[0]?.sd).toBeCloseTo(19.034454, 5)
})

test('REML, a compressed file, interactions, a numeric and a text covariate, and rows with gaps', async () => {
  const lines = Array.from({ length: 80 }, (_, row) => {
    const [dept, service] = [row % 4, row % 2]
    return `${(Math.sin(row * 3) * 2 + dept).toFixed(3)},d${dept},${service},${row % 3 === 0 ? '甲' : '乙'},r${row % 9}`
  })
  const text = `y,dept,service,class,rater\n${lines.join('\n')}\n,d1,0,甲,r1\n1.5,d1,0,,r1\n`
  const found = await calibrateFile({
    file: await fileOf(text, 'scores.csv.gz'),
    score: 'y',
    crossed: ['rater', 'dept:service'],
    fixed: ['service', 'class'],
    reml: true,
  })
  expect(found.formula).toBe('y ~ 1 + service + class + (1|rater) + (1|dept:service)')
  expect([found.n, found.method]).toEqual([80, 'REML'])
  expect(found.fixed.map(({ name }) => name)).toEqual(['(Intercept)', 'service', 'class甲'])
  expect(found.variances.map(({ group, levels }) => `${group} ${levels}`)).toEqual(['rater 9', 'dept:service 4'])
  expect(found.notices).toContainEqual({ zh: '有 2 行因缺值未用。', en: '2 rows with missing cells were left out.' })
  expect(found).not.toHaveProperty('effects')
})

test('a variance at the boundary is 0 and said so', async () => {
  const text = `g,y\n${Array.from({ length: 24 }, (_, row) => `${row % 4},${[5, 1, 3, 4, 2, 6][Math.floor(row / 4)]}`).join('\n')}\n`
  const found = await calibrateFile({ file: await fileOf(text), score: 'y', crossed: ['g'] })
  expect(found.variances[0]?.variance).toBe(0)
  expect(found.notices).toEqual([
    {
      zh: '“g”的方差估计为 0（在边界上）：数据没有显示它的差别。',
      en: 'boundary: the variance of "g" is estimated as 0; the data show no differences there.',
    },
  ])
})

const base = { score: 'y', crossed: ['g'] }
const cells = (rows: string[]): string => `y,g,x\n${rows.join('\n')}\n`
const usual = ['1,a,1', '2,a,2', '4,b,3', '3,b,5', '5,c,4', '7,c,9']

test.each<[string, string, Partial<CalibrateOptions>, object[]]>([
  ['a missing column', cells(usual), { score: 'z' }, [{ code: 'column-missing', row: 1, column: 'z' }]],
  [
    'scores that are no numbers, each with its row',
    cells(['1,a,1', '好,a,1', ...usual, '8分,b,2']),
    {},
    [
      { code: 'score-not-a-number', row: 3, column: 'y' },
      { code: 'score-not-a-number', row: 10, column: 'y' },
    ],
  ],
  [
    'a single level',
    cells(usual.map((line) => line.replace(/[abc]/, 'a'))),
    {},
    [{ code: 'single-level', column: 'g' }],
  ],
  ['a level in every row', cells(usual), { crossed: ['x'] }, [{ code: 'level-per-row', column: 'x' }]],
  ['fewer rows than parameters', cells(usual.slice(0, 2)), {}, [{ code: 'too-few-rows' }]],
  ['equal scores', cells(usual.map((line) => line.replace(/^\d/, '4'))), {}, [{ code: 'constant', column: 'y' }]],
  ['no crossed factor', cells(usual), { crossed: [] }, [{ code: 'no-crossed-factor' }]],
  ['a column used twice', cells(usual), { fixed: ['g'] }, [{ code: 'column-used-twice', column: 'g' }]],
  ['a row that is too short', cells([...usual, '3,a']), {}, [{ code: 'cell-count', row: 8 }]],
  ['an unclosed quote', cells([...usual, '3,"a,4']), {}, [{ code: 'unclosed-quote', row: 8 }]],
  ['a NUL byte', cells([...usual, '3,\0,4']), {}, [{ code: 'nul-byte', row: 8 }]],
  ['an empty file', '', {}, [{ code: 'file-empty' }]],
])('%s is refused with file and place', async (_, text, options, expected) => {
  const file = await fileOf(text)
  const refusal = await calibrateFile({ ...base, ...options, file }).catch((cause: unknown) => cause)
  expect(refusal).toBeInstanceOf(ProblemError)
  const problems = refusal instanceof ProblemError ? refusal.problems : []
  expect(problems).toMatchObject(expected)
  for (const { file: named, message, mend } of problems) {
    expect(named).toMatch(/scores\.csv$/)
    for (const sentence of [message, mend]) expect(sentence.zh && sentence.en).toBeTruthy()
  }
})

test('a file that is not there', async () => {
  await expect(calibrateFile({ ...base, file: join(folder, 'absent.csv') })).rejects.toMatchObject({
    problems: [{ code: 'file-missing' }],
  })
})

/** The first three judges of the wine data (Randall 1989) against contact of juice and skin. */
const wine = `rating,contact,judge\n${[...'233444551213235423325544']
  .map((rating, row) => `${rating},${row % 4 < 2 ? 'no' : 'yes'},j${Math.floor(row / 8)}`)
  .join('\n')}\n`

test('--ordinal: thresholds, coefficients, SDs and effects by level', async () => {
  const file = await fileOf(wine)
  const found = await calibrateOrdinalFile({
    file,
    score: 'rating',
    crossed: ['judge'],
    fixed: ['contact'],
    effects: true,
  })
  expect(found).toMatchObject({ formula: 'rating ~ 1 + contact + (1|judge)', n: 24, link: 'logit', converged: true })
  expect(found.categories).toEqual([1, 2, 3, 4, 5])
  expect(found.thresholds.map(({ name }) => name)).toEqual(['1|2', '2|3', '3|4', '4|5'])
  const estimates = found.thresholds.map(({ estimate }) => estimate)
  expect(estimates.toSorted((a, b) => a - b)).toEqual(estimates)
  expect(found.fixed[0]).toMatchObject({ name: 'contactyes' })
  expect(found.deviance).toBe(-2 * found.logLik)
  expect(found.effects?.judge?.map(({ level }) => level)).toEqual(['j0', 'j1', 'j2'])
  const plain = await calibrateOrdinalFile({ file, score: 'rating', crossed: [], fixed: ['contact'] })
  expect(plain.logLik).toBeLessThanOrEqual(found.logLik + 1e-6)
  expect(plain.variances).toEqual([])
})

test.each([
  ['y,g\n1.5,a\n2,a\n3,b\n2,b\n', 'category-not-whole'],
  [`y,g\n${Array.from({ length: 60 }, (_, row) => `${row},g${row % 4}`).join('\n')}\n`, 'too-many-categories'],
  ['y,g\n3,a\n3,a\n3,b\n3,b\n', 'constant'],
])('what cannot be ordered categories is refused: %#', async (text, code) => {
  const error = await calibrateOrdinalFile({ file: await fileOf(text), score: 'y', crossed: ['g'] }).catch(
    (cause: unknown) => cause,
  )
  expect(error instanceof ProblemError ? error.problems[0]?.code : error).toBe(code)
})
