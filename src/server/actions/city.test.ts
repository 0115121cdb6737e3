import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openPackage } from '#exchange/index.ts'
import { writeCity } from './city.ts'

const scratch = await mkdtemp(join(tmpdir(), 'zhiren-city-'))
afterAll(() => rm(scratch, { recursive: true }))

test('a city is a package that the importer accepts without a word, with its truth beside it', async () => {
  const out = join(scratch, 'city')
  const written = await writeCity({ seed: 7, cadres: 150, out, asOf: 20261122 })
  const reading = await openPackage(out)
  const { problems, notices, counts } = await reading.check()
  await reading.close()
  expect(problems).toEqual([])
  expect(notices).toEqual([])
  expect(counts).toEqual(written.counts)
  expect(counts.cadres).toBe(150)
  expect((await readdir(written.truth)).sort()).toEqual([
    'README.md',
    'truth-cadre.csv',
    'truth-conflict.csv',
    'truth-sameness.csv',
    'truth-sector-year.csv',
    'truth-unit.csv',
  ])
  expect((await readdir(out)).filter((file) => file.includes('truth'))).toEqual([])
})

test('the trial city is a package too, with a richer truth', async () => {
  const out = join(scratch, 'trial')
  const written = await writeCity({ seed: 7, cadres: 150, out, asOf: 20261122, trial: true })
  const reading = await openPackage(out)
  const { problems, notices } = await reading.check()
  await reading.close()
  expect([...problems, ...notices]).toEqual([])
  const files = await readdir(written.truth)
  expect(files).toEqual(expect.arrayContaining(['truth-signal.csv', 'truth-record.csv', 'truth-ring.csv']))
})

test('written twice, the files are the same bytes', async () => {
  const folders = [join(scratch, 'one'), join(scratch, 'two')]
  for (const out of folders) await writeCity({ seed: 9, cadres: 60, out, asOf: 20261122 })
  const [one = '', two = ''] = folders
  for (const file of await readdir(one)) {
    expect((await readFile(join(one, file))).equals(await readFile(join(two, file))), file).toBe(true)
  }
})
