import { type DateCode, earliest, latest, monthsBetween } from '#domain/calendar.ts'
import { dateAt, textAt } from '#domain/columns.ts'
import type { SameText } from '#domain/results.ts'
import { byCadre, rowsOf, type Snapshot } from '#domain/snapshot.ts'

/** Who tells of a deed. */
export interface Telling {
  /** `statements/D0001`. */
  readonly evidence: string
  readonly channel: string
  readonly tone: string | undefined
  readonly on: DateCode
}

/** Something a cadre did, with everybody who tells of it in words of their own. */
export interface Deed {
  readonly event: string | undefined
  /** The fullest text. */
  readonly text: string
  /** When it was first seen; the day of its record where that is not known. */
  readonly on: DateCode
  /** `both` where sources see it differently. */
  readonly tone: 'favourable' | 'adverse' | 'neutral' | 'both'
  /** Earliest first. */
  readonly tellings: readonly Telling[]
  /** Told through two channels or more. */
  readonly corroborated: boolean
}

/** Tellings of an event of one name are of the same event when they saw it no further apart. */
const monthsApart = 2

/**
 * The deeds on file of each cadre, newest first. A text that repeats another or that fits anybody is no evidence, and
 * political conduct is left to its own paper.
 *
 * @example deedsReader(snapshot, sameness)(7)[0]?.event // '冷链库招租'
 */
export function deedsReader(snapshot: Snapshot, sameness: readonly SameText[]): (cadre: number) => readonly Deed[] {
  const rows = byCadre(snapshot, 'statements')
  const same = new Set(sameness.map(({ statementId }) => statementId))
  const known: (readonly Deed[])[] = []
  return (cadre) => {
    known[cadre] ??= deedsIn(snapshot, rowsOf(rows, cadre), same)
    return known[cadre]
  }
}

interface Told extends Telling {
  readonly event: string | undefined
  readonly text: string
}

function deedsIn(snapshot: Snapshot, rows: Iterable<number>, same: ReadonlySet<string>): Deed[] {
  const groups: Told[][] = []
  const told = [...rows].flatMap((row) => toldAt(snapshot, row, same))
  for (const one of told.sort((a, b) => earliest(a.on) - earliest(b.on) || (a.evidence < b.evidence ? -1 : 1))) {
    const group = groups.find((others) => others.some((other) => isSameEvent(other, one)))
    if (group) group.push(one)
    else groups.push([one])
  }
  return groups.map(deedOf).reverse()
}

function toldAt(snapshot: Snapshot, row: number, same: ReadonlySet<string>): Told[] {
  const s = snapshot.tables.statements.columns
  const id = textAt(s.statement_id, row) ?? ''
  const event = textAt(s.event, row)
  const text = textAt(s.text, row)
  if (text === undefined && event === undefined) return []
  if (same.has(id) || textAt(s.copies, row) !== undefined) return []
  if (textAt(s.aspect, row)?.startsWith('political')) return []
  return [
    {
      evidence: `statements/${id}`,
      channel: textAt(s.channel, row) ?? '',
      tone: textAt(s.tone, row),
      on: dateAt(s.observed_on, row) ?? dateAt(s.recorded_on, row) ?? 0,
      event,
      text: text ?? '',
    },
  ]
}

const isSameEvent = (a: Told, b: Told): boolean =>
  a.event !== undefined && a.event === b.event && monthsBetween(earliest(a.on), latest(b.on)).least < monthsApart

function deedOf(told: readonly Told[]): Deed {
  const tones = new Set(told.map(({ tone }) => tone))
  const [favourable, adverse] = [tones.has('favourable'), tones.has('adverse')]
  return {
    event: told[0]?.event,
    text: told.reduce((longest, { text }) => (text.length > longest.length ? text : longest), ''),
    on: told[0]?.on ?? 0,
    tone: favourable && adverse ? 'both' : favourable ? 'favourable' : adverse ? 'adverse' : 'neutral',
    tellings: told.map(({ evidence, channel, tone, on }) => ({ evidence, channel, tone, on })),
    corroborated: new Set(told.map(({ channel }) => channel)).size > 1,
  }
}
