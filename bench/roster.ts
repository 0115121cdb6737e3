/** A roster of 50,000 people as .xlsx, written and read, against the libraries that do it quickest and in least memory. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { agree, type Benchmark, type Comparison } from './benchmark.ts'
import { versioned } from './peers.ts'
import type { RosterLap } from './roster-lap.ts'
import { columns, people } from './roster-rows.ts'
import { type Standing, spreadOf } from './rounds.ts'

type Work = 'write' | 'read'

const rounds = 5

const contestants = (work: Work): Readonly<Record<string, string>> => ({
  ours: 'ours (src/exchange/workbook)',
  hucre: `${versioned('hucre')}, whole`,
  'hucre-stream': `${versioned('hucre')}, ${work === 'write' ? 'writeXlsxStream' : 'streamXlsxRows'}`,
  exceljs: `${versioned('exceljs')}, streaming`,
})

function lap(work: Work, contestant: string, file: string, check = false): RosterLap {
  const script = join(import.meta.dirname, 'roster-lap.ts')
  const given = [script, work, contestant, file, ...(check ? ['check'] : [])]
  const child = spawnSync(process.execPath, given, { stdio: ['ignore', 'pipe', 'inherit'], encoding: 'utf8' })
  if (child.status !== 0) throw new Error(`${contestant} ended with ${child.status}`)
  return JSON.parse(child.stdout) as RosterLap
}

/** Turns of each in a process of its own; times and the most memory of any turn. */
function compete(work: Work, fileOf: (contestant: string) => string): { standings: Standing[]; memory: string } {
  const names = contestants(work)
  const laps = new Map(Object.keys(names).map((contestant) => [contestant, [] as RosterLap[]]))
  for (let round = 0; round < rounds; round += 1)
    for (const [contestant, own] of laps) own.push(lap(work, contestant, fileOf(contestant)))
  const first = laps.get('ours') ?? []
  const standings = [...laps].map(([contestant, own]) => ({
    name: names[contestant] ?? contestant,
    seconds: spreadOf(own.map(({ seconds }) => seconds)),
    ratio: spreadOf(own.map(({ seconds }, round) => seconds / (first[round]?.seconds ?? Number.NaN))),
  }))
  const peak = [...laps].map(
    ([contestant, own]) => `${contestant} ${Math.round(Math.max(...own.map(({ megabytes }) => megabytes)))} MB`,
  )
  return { standings, memory: `most memory of the process: ${peak.join(', ')}` }
}

function compareWriting(folder: string): Comparison {
  const fileOf = (contestant: string): string => join(folder, `${contestant}.xlsx`)
  const names = Object.keys(contestants('write'))
  for (const contestant of names) lap('write', contestant, fileOf(contestant))
  const digests = names.map((contestant) => lap('read', 'ours', fileOf(contestant), true).digest)
  for (const [index, digest] of digests.entries()) agree(digest === digests[0], `${names[index]} writes other cells`)
  const sizes = names.map((name) => `${name} ${(statSync(fileOf(name)).size / 1e6).toFixed(1)} MB`)
  const { standings, memory } = compete('write', fileOf)
  return {
    title: `writing a roster of ${people.toLocaleString('en')} × ${columns}`,
    work: people,
    unit: 'rows',
    standings,
    checked: `SHA-256 of all cells of each file, read by one reader`,
    notes: [
      memory,
      `files: ${sizes.join(', ')}`,
      'ours also writes borders, a frozen header and a print set-up; the peers write plain cells, the quickest for them',
    ],
  }
}

function compareReading(folder: string, written: string, how: string): Comparison {
  const file = join(folder, `${written}.xlsx`)
  const names = Object.keys(contestants('read'))
  const found = names.map((contestant) => lap('read', contestant, file, true))
  for (const [index, { rows, digest }] of found.entries()) {
    agree(rows === found[0]?.rows, `${names[index]} reads other rows`)
    agree(digest === found[0]?.digest || names[index] === 'exceljs', `${names[index]} reads other cells`)
  }
  const { standings, memory } = compete('read', () => file)
  return {
    title: `reading it, ${how}`,
    work: people,
    unit: 'rows',
    standings,
    checked: 'SHA-256 of all cells as each reads them; of exceljs only the number of rows',
    notes: [memory, 'the streaming reader of exceljs 4.4.0 breaks characters that lie across two pieces of the file'],
  }
}

export const roster: Benchmark = {
  peers: ['hucre', 'exceljs'],
  run: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'zhiren-bench-'))
    try {
      return [
        compareWriting(folder),
        compareReading(folder, 'hucre', 'written with shared texts'),
        compareReading(folder, 'ours', 'written by ours, texts within their cells'),
      ]
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
}
