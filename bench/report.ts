/** A comparison or a budget as a table for people. */
import type { Budget, Comparison } from './benchmark.ts'
import type { Spread } from './rounds.ts'

const digits = (value: number): string =>
  value >= 1000 ? Math.round(value).toLocaleString('en') : String(Number(value.toPrecision(3)))

const times = ({ median, least, most }: Spread): string => `× ${digits(median)} (${digits(least)}–${digits(most)})`

/**
 * One line for each contestant: median time, rate, and its time ÷ ours in the same round.
 * @example describe('csv', comparison) // 'csv · … \n  ours 0.12 s …'
 */
export function describe(name: string, found: Comparison | Budget): string {
  return 'figures' in found ? describeBudget(name, found) : describeComparison(name, found)
}

function describeBudget(name: string, { title, figures, notes }: Budget): string {
  const lines = figures.map(
    ({ what, value, unit, most }) =>
      `${what}: ${digits(value)} ${unit} of ${digits(most)} ${unit}${value > most ? ' — over budget' : ''}`,
  )
  return `${[`${name} · ${title}`, ...[...lines, ...notes].map((line) => `  ${line}`)].join('\n')}\n`
}

function describeComparison(name: string, { title, work, unit, standings, checked, notes }: Comparison): string {
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
