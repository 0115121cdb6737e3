/** Cutting a file of ballots into cells: our scanner against csv-parse and papaparse. */
import { createHash } from 'node:crypto'
import { parse } from 'csv-parse/sync'
import { generateCounty } from '../src/county/index.ts'
import { fieldNamesOf } from '../src/domain/tables.ts'
import { RecordScanner } from '../src/exchange/csv/scan.ts'
import { csvLine } from '../src/exchange/csv/write.ts'
import { agree, type Benchmark, type Comparison } from './benchmark.ts'
import { loadPeer, versioned } from './peers.ts'
import { compete, timed } from './rounds.ts'

interface Papa {
  readonly default: { parse(text: string): { readonly data: string[][] } }
}

type Visit = (cells: readonly string[]) => void
type Reader = (text: string, visit: Visit) => void

const rowCount = 500_000
/** The file reader hands on text in pieces of about this length. */
const piece = 1 << 16

/** Text with the layout of ratings.csv, of one string in memory as a file read whole would be. */
function ratingsText(rows: number, quoteItems: boolean): string {
  const county = generateCounty({ seed: 20261122, cadres: 2_800 })
  const lines = [csvLine(fieldNamesOf('ratings'))]
  const item = fieldNamesOf('ratings').indexOf('item')
  for (const [table, ballots] of county.tables()) {
    if (table !== 'ratings') continue
    for (const ballot of ballots) {
      if (lines.length > rows) break
      const line = csvLine(ballot)
      lines.push(quoteItems ? line.replace(`,${ballot[item]},`, `,"${ballot[item]}",`) : line)
    }
  }
  agree(lines.length === rows + 1, `${rows} ballots are wanted and the city has ${lines.length - 1}`)
  return Buffer.from(lines.join('')).toString()
}

function scan(text: string, visit: Visit): void {
  const scanner = new RecordScanner({
    record: visit,
    fault: (fault, row) => agree(false, `our scanner reports ${fault} in row ${row}`),
  })
  for (let start = 0; start < text.length; start += piece) scanner.push(text.slice(start, start + piece))
  scanner.push('', true)
}

function digest(read: Reader, text: string): { rows: number; hash: string } {
  const hash = createHash('sha256')
  let rows = 0
  read(text, (cells) => {
    rows += 1
    hash.update(`${cells.join('\u001f')}\u001e`)
  })
  return { rows, hash: hash.digest('hex') }
}

/** Reads all and looks at every cell. */
function lap(read: Reader, text: string): () => Promise<number> {
  return timed(() => {
    let length = 0
    read(text, (cells) => {
      for (const cell of cells) length += cell.length
    })
    return length
  })
}

async function compare(title: string, text: string, readers: Readonly<Record<string, Reader>>): Promise<Comparison> {
  const entries = Object.entries(readers)
  const [ours, ...others] = entries.map(([name, read]) => ({ name, ...digest(read, text) }))
  for (const other of others) agree(other.hash === ours?.hash, `${other.name} reads other cells`)
  return {
    title: `${title}, ${Math.round(text.length / 1e6)} MB`,
    work: ours?.rows ?? 0,
    unit: 'rows',
    standings: await compete(entries.map(([name, read]) => ({ name, lap: lap(read, text) }))),
    checked: `SHA-256 of all cells of ${ours?.rows.toLocaleString('en')} rows`,
    notes: [
      'ours reads in pieces and keeps nothing; the peers read the text at one go, which is the quickest for them',
    ],
  }
}

export const csv: Benchmark = {
  peers: ['papaparse'],
  run: async () => {
    const { default: papa } = await loadPeer<Papa>('papaparse')
    const readers: Record<string, Reader> = {
      'ours (src/exchange/csv)': scan,
      [versioned('csv-parse')]: (text, visit) => (parse(text) as string[][]).forEach(visit),
      [versioned('papaparse')]: (text, visit) => {
        const { data } = papa.parse(text)
        // A line end at the end of the file is to papaparse one more row, of one empty cell.
        if (data.at(-1)?.length === 1) data.pop()
        data.forEach(visit)
      },
    }
    return [
      await compare('500,000 ballots without quotes', ratingsText(rowCount, false), readers),
      await compare('100,000 ballots, one quoted cell in each', ratingsText(rowCount / 5, true), readers),
    ]
  },
}
