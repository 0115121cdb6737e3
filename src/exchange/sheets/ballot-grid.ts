/** A sheet with one ballot in each row and one person in each column. */

import type { Cell } from '../workbook/cell.ts'
import type { ReadSheet } from '../workbook/reading.ts'
import { type BallotRows, type BallotTally, opinionOf } from './ballots.ts'
import type { Findings } from './findings.ts'

const ballotNumber = /^(票号|选票号|选票编号|票序号?|票序)$/

/** The tallies of such a sheet; undefined where no row begins with 票号 and names after it. */
export async function readBallotGrid(
  sheet: ReadSheet,
  file: string,
  findings: Findings,
): Promise<BallotRows | undefined> {
  const texts: string[] = []
  const tallies: BallotTally[] = []
  let names: { readonly name: string; readonly column: number }[] | undefined
  for await (const { number, cells } of sheet.rows()) {
    if (names === undefined) {
      if (number > 40) return undefined
      const first = cells.findIndex((cell) => cell !== undefined)
      if (ballotNumber.test(plain(cells[first]))) names = namesOf(cells, first)
      else texts.push(...cells.map(plain))
      continue
    }
    for (const { name, column } of names) {
      const place = { sheet: sheet.name, row: number, column, title: name }
      const vote = opinionOf({ cell: cells[column], place, findings })
      if (vote !== undefined)
        tallies.push({ place: { file, sheet: sheet.name, row: number }, name, counts: { [vote]: 1 }, spoiled: 0 })
    }
  }
  return names === undefined ? undefined : { form: 'marks', tallies, texts }
}

const namesOf = (cells: readonly (Cell | undefined)[], first: number): { name: string; column: number }[] =>
  cells.flatMap((cell, column) => (column > first && plain(cell) !== '' ? [{ name: plain(cell), column }] : []))

const plain = (cell: Cell | undefined): string => (typeof cell === 'string' ? cell.replace(/\s+/g, '') : '')
