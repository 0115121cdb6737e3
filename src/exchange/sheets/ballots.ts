/** Sheets of ballots: counted for each person, or as they were filled in. Numbers only; what they mean is not said here. */
import type { Place } from '#domain/arrivals.ts'
import type { Problem } from '#domain/problem.ts'
import type { ReadSheet } from '../workbook/reading.ts'
import { nameOf, type PlacedCell, textOf, wordOf } from './cell-values.ts'
import { type ColumnId, columnOf } from './column-titles.ts'
import type { Findings } from './findings.ts'
import { RecordCells } from './record-cells.ts'
import { sayTwice } from './roster.ts'
import { readTable, type TableColumn } from './table.ts'

/** 同意, 不同意, 弃权, 缓议, 推荐. */
export const votes = ['agree', 'disagree', 'abstain', 'defer', 'recommend'] as const
export type Vote = (typeof votes)[number]

export interface BallotTally {
  readonly place: Place
  readonly name: string
  /** 现任职务 and 拟任免职务, where the sheet has them. */
  readonly post?: string
  readonly proposal?: string
  readonly counts: Readonly<Partial<Record<Vote, number>>>
  /** Ballots on which more than one choice was marked. */
  readonly spoiled: number
}

/** Slips of paper, where the sheet says how many. */
export interface BallotSlips {
  readonly issued?: number
  readonly returned?: number
  readonly valid?: number
  readonly invalid?: number
}

export interface BallotReading {
  /** `counts`: one row a person with numbers. `marks`: filled ballots, added up here. */
  readonly form: 'counts' | 'marks'
  readonly tallies: readonly BallotTally[]
  readonly slips: BallotSlips
  readonly problems: readonly Problem[]
  readonly notices: readonly Problem[]
}

const marks = /^[√✓✔○〇Oo●☑V赞]$|^(同意|是)$/

/** What one sheet adds to the reading. */
export interface BallotRows {
  readonly form: 'counts' | 'marks'
  readonly tallies: readonly BallotTally[]
  readonly texts: readonly string[]
}

/** A sheet with a person in each row and the choices in columns. */
export async function readBallots(sheet: ReadSheet, file: string, findings: Findings): Promise<BallotRows> {
  const tallies: BallotTally[] = []
  const texts: string[] = []
  let columns: readonly TableColumn<ColumnId>[] = []
  let marked = false
  for await (const event of readTable(sheet, 'name', columnOf)) {
    if (event.kind === 'header') {
      columns = event.columns
      sayTwice(event.columns, sheet.name, event.row, findings)
      texts.push(...event.above)
    } else if (event.kind !== 'record') texts.push(event.text)
    else {
      const cells = new RecordCells(sheet.name, event.row, columns, event.cells, findings)
      const name = cells.read('name', nameOf)
      if (name === undefined) continue
      const { counts, spoiled, hasMarks } = countsOf(cells)
      marked ||= hasMarks
      const post = cells.read('presentPost', textOf)
      const proposal = cells.read('proposal', textOf)
      const place = { file, sheet: sheet.name, row: event.row }
      tallies.push({ place, name, ...(post ? { post } : {}), ...(proposal ? { proposal } : {}), counts, spoiled })
    }
  }
  if (!marked) sayUneven(tallies, sheet.name, findings)
  return { form: marked ? 'marks' : 'counts', tallies, texts }
}

function countsOf(cells: RecordCells<ColumnId>): {
  readonly counts: Partial<Record<Vote, number>>
  readonly spoiled: number
  readonly hasMarks: boolean
} {
  const counts: Partial<Record<Vote, number>> = {}
  const marked: Vote[] = []
  for (const vote of votes) {
    const placed = cells.of(vote)
    const word = placed && wordOf(placed)
    if (placed === undefined || word === undefined) continue
    const number = /^\d{1,6}(?=票?$)/.exec(word)?.[0]
    if (number !== undefined) counts[vote] = Number(number)
    else if (marks.test(word)) marked.push(vote)
    else placed.findings.problem('ballot-mark', placed.place, { value: word.slice(0, 20) })
  }
  const opinion = cells.read('opinion', opinionOf)
  if (opinion !== undefined) marked.push(opinion)
  const [only] = marked
  if (only !== undefined && marked.length === 1) counts[only] = 1
  return { counts, spoiled: marked.length > 1 ? 1 : 0, hasMarks: marked.length > 0 }
}

const opinions: readonly (readonly [Vote, RegExp])[] = [
  ['disagree', /^(不同意|反对|不赞成|×|x)$/i],
  ['agree', /^(同意|赞成|√|✓|○)$/],
  ['abstain', /^弃权$/],
  ['defer', /^缓议$/],
  ['recommend', /^推荐$/],
]

/** What was chosen, written as a word. */
export function opinionOf(placed: PlacedCell): Vote | undefined {
  const word = wordOf(placed)
  if (word === undefined) return undefined
  const found = opinions.find(([, pattern]) => pattern.test(word))?.[0]
  if (found === undefined) placed.findings.problem('ballot-mark', placed.place, { value: word.slice(0, 20) })
  return found
}

/** Counts of one paper must add up to the same number of ballots for everybody on it. */
function sayUneven(tallies: readonly BallotTally[], sheet: string, findings: Findings): void {
  const sums = tallies.map(({ counts }) => (counts.agree === undefined ? undefined : total(counts)))
  const usual = mostFrequent(sums.filter((sum) => sum !== undefined))
  tallies.forEach(({ name, place }, index) => {
    const sum = sums[index]
    if (sum === undefined || usual === undefined || sum === usual || place.row === undefined) return
    findings.notice('ballots-uneven', { sheet, row: place.row }, { name, sum, other: usual })
  })
}

const total = (counts: BallotTally['counts']): number => Object.values(counts).reduce((sum, count) => sum + count, 0)

function mostFrequent(values: readonly number[]): number | undefined {
  const times = new Map<number, number>()
  for (const value of values) times.set(value, (times.get(value) ?? 0) + 1)
  return [...times].sort(([, a], [, b]) => b - a)[0]?.[0]
}

/** Filled ballots added up: one tally for each person and proposal, at the place where it stood first. */
export function addUp(tallies: readonly BallotTally[]): readonly BallotTally[] {
  const sums = new Map<string, BallotTally>()
  for (const tally of tallies) {
    const key = `${tally.name}\n${tally.proposal ?? ''}`
    const before = sums.get(key)
    const counts = { ...before?.counts }
    for (const vote of votes) {
      const more = tally.counts[vote]
      if (more !== undefined) counts[vote] = (counts[vote] ?? 0) + more
    }
    sums.set(key, { ...(before ?? tally), counts, spoiled: (before?.spoiled ?? 0) + tally.spoiled })
  }
  return [...sums.values()]
}

/** `发出 32 票，收回 31 票，有效 30 票，无效 1 票`, in any of the texts around a table. */
export function slipsOf(texts: readonly string[]): BallotSlips {
  const text = texts.join(' ').normalize('NFKC').replace(/\s+/g, '')
  const number = (words: string): number | undefined => {
    const found = new RegExp(`(?:${words})(?:表决票|推荐票|选票|票)?(?:数|共)?[:：]?(\\d{1,6})`).exec(text)?.[1]
    return found === undefined ? undefined : Number(found)
  }
  const slips = {
    issued: number('发出|发放'),
    returned: number('收回|回收'),
    valid: number('(?<!无)有效'),
    invalid: number('无效|废'),
  }
  return Object.fromEntries(Object.entries(slips).filter(([, count]) => count !== undefined))
}
