/** A comparison as a table for people. */
import type { Comparison } from './benchmark.ts'
import type { Spread } from './rounds.ts'

const digits = (value: number): string =>
  value >= 1000 ? Math.round(value).toLocaleString('en') : String(Number(value.toPrecision(3)))

const times = ({ median, least, most }: Spread): string => `× ${digits(median)} (${digits(least)}–${digits(most)})`

/**
 * One line for each contestant: median time, rate, and its time ÷ ours in the same round.
 * @example describe('csv', comparison) // 'csv · … \n  ours 0.12 s …'
 */
export function describe(name: string, { title, work, unit, standings, checked, notes }: Comparison): string {
  const rows = standings.map(({ name: contestant, seconds, ratio }, index) => [
    contestant,
    `${digits(seconds.median)} s`,
    `${digits(work / seconds.median)} ${unit}/s`,
    index === 0 ? '' : times(ratio),
  ])
  const header = ['', 'median', 'rate', standings.length > 1 ? 'time ÷ ours (min–max)' : '']
  const table = [header, ...rows]
  const widths = header.map((_, column) => Math.max(...table.map((cells) => (cells[column] ?? '').length)))
  const lines = table.map((cells) =>
    cells
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('   ')
      .trimEnd(),
  )
  const below = [`same answer: ${checked}`, ...notes].map((line) => `  ${line}`)
  return `${[`${name} · ${title}`, ...lines.map((line) => `  ${line}`), ...below].join('\n')}\n`
}
