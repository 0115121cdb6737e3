/**
 * From which sides a person is known, how recently and by how many independent sources. What is favourable and what is
 * adverse is never set off against each other: this counts who has spoken, not what was said.
 */
import { addMonths, type DateCode, formatDate } from '#domain/calendar.ts'
import { booleanAt, dateAt, textAt } from '#domain/columns.ts'
import type { Identifier } from '#domain/lexicon/enumerations.ts'
import { identifiersOf } from '#domain/lexicon/terms.ts'
import { byCadre, rowsOf, type Snapshot } from '#domain/snapshot.ts'
import { isSameText } from './origins.ts'
import type { IntakeSettings } from './settings.ts'

/** Who knows the person: the person, the organisation office, authorities, colleagues, the public. */
export type Side = Identifier<'evidenceSide'>
const sides: readonly Side[] = identifiersOf('evidenceSide')

const sideOf: Readonly<Record<string, Side>> = {
  declaration: 'self',
  'personnel-file': 'office',
  'appraisal-talk': 'office',
  'daily-contact': 'office',
  'site-visit': 'office',
  'major-task': 'office',
  superior: 'office',
  discipline: 'authority',
  audit: 'authority',
  'evaluation-office': 'authority',
  'petition-office': 'authority',
  'achievement-review': 'authority',
  supervision: 'authority',
  'annual-rating': 'colleagues',
  recommendation: 'colleagues',
  'local-repute': 'public',
  neighbours: 'public',
  'service-users': 'public',
}

export interface ChannelCoverage {
  /** A channel of statements or of ratings, or `supervision`. */
  readonly channel: string
  readonly side: Side
  /** Statements, surveys or events. */
  readonly entries: number
  /** Of them, those that repeat no other. */
  readonly independent: number
  readonly latest: string
  readonly isRecent: boolean
}

/** `none`: nobody has spoken lately; `little`: too few sources; `one-sided`: all of one side. */
export type Breadth = Identifier<'breadth'>

export interface Coverage {
  readonly channels: readonly ChannelCoverage[]
  /** Independent sources within the recent months. */
  readonly sources: number
  readonly sides: readonly Side[]
  readonly breadth: Breadth
  readonly latest: string | undefined
  /** Statements that repeat another: the id of that one. */
  readonly repeats: Readonly<Record<string, string>>
}

interface Entry {
  readonly channel: string
  readonly on: DateCode
  /** What makes it one source: the unit, the survey channel, the kind of event. */
  readonly source: string
  readonly repeats: boolean
}

/** A survey of fewer people is shown to nobody. */
const fewestAnswers = 5

/** The coverage of every cadre, in the order of the frame. */
export function coverageOf(snapshot: Snapshot, settings: IntakeSettings): Coverage[] {
  const stated = statedEntries(snapshot)
  const rated = ratedEntries(snapshot)
  const supervised = supervisedEntries(snapshot)
  const since = addMonths(snapshot.asOf, -settings.recentMonths)
  return Array.from({ length: snapshot.tables.cadres.length }, (_, cadre) => {
    const { entries = [], repeats = {} } = stated[cadre] ?? {}
    const all = [...entries, ...(rated[cadre] ?? []), ...(supervised[cadre] ?? [])]
    return { ...summed(all, since, settings.enoughSources), repeats }
  })
}

function summed(entries: readonly Entry[], since: DateCode, enough: number): Omit<Coverage, 'repeats'> {
  const recent = entries.filter(({ on, repeats }) => on >= since && !repeats)
  const sources = new Set(recent.map(({ channel, source }) => `${channel} ${source}`)).size
  const heard = sides.filter((side) => recent.some(({ channel }) => sideOf[channel] === side))
  const breadth: Breadth =
    sources === 0 ? 'none' : sources < enough ? 'little' : heard.length === 1 ? 'one-sided' : 'enough'
  const latest = entries.reduce((last, { on }) => Math.max(last, on), 0)
  const channels = [...Map.groupBy(entries, ({ channel }) => channel)].map(([channel, group]): ChannelCoverage => {
    const last = group.reduce((day, { on }) => Math.max(day, on), 0)
    return {
      channel,
      side: sideOf[channel] ?? 'office',
      entries: group.length,
      independent: group.filter(({ repeats }) => !repeats).length,
      latest: formatDate(last),
      isRecent: last >= since,
    }
  })
  return {
    channels: channels.sort(
      (a, b) => sides.indexOf(a.side) - sides.indexOf(b.side) || (a.channel < b.channel ? -1 : 1),
    ),
    sources,
    sides: heard,
    breadth,
    latest: latest === 0 ? undefined : formatDate(latest),
  }
}

interface Said {
  readonly id: string
  readonly on: DateCode
  readonly text: string | undefined
  readonly copies: string | undefined
}

function statedEntries(snapshot: Snapshot): { entries: Entry[]; repeats: Record<string, string> }[] {
  const { columns } = snapshot.tables.statements
  const rows = byCadre(snapshot, 'statements')
  return Array.from({ length: snapshot.tables.cadres.length }, (_, cadre) => {
    const own = [...rowsOf(rows, cadre)].map((row) => ({
      id: textAt(columns.statement_id, row) ?? '',
      on: dateAt(columns.recorded_on, row) ?? 0,
      text: textAt(columns.text, row),
      copies: textAt(columns.copies, row),
      channel: textAt(columns.channel, row) ?? '',
      source: textAt(columns.source_unit_id, row) ?? '',
    }))
    const repeats = repeatsAmong(own)
    const entries = own.map(({ id, channel, on, source }) => ({ channel, on, source, repeats: id in repeats }))
    return { entries, repeats }
  })
}

/** A statement repeats the one it names, or an earlier one about the same person with all but the same text. */
function repeatsAmong(statements: readonly Said[]): Record<string, string> {
  const inOrder = [...statements].sort((a, b) => a.on - b.on || (a.id < b.id ? -1 : 1))
  const repeats: Record<string, string> = {}
  inOrder.forEach((one, at) => {
    const { text } = one
    const earlier =
      one.copies ??
      (text === undefined
        ? undefined
        : inOrder.slice(0, at).find((other) => other.text !== undefined && isSameText(other.text, text))?.id)
    if (earlier !== undefined) repeats[one.id] = earlier
  })
  return repeats
}

function ratedEntries(snapshot: Snapshot): Entry[][] {
  const { columns } = snapshot.tables.ratings
  const rows = byCadre(snapshot, 'ratings')
  return Array.from({ length: snapshot.tables.cadres.length }, (_, cadre) => {
    const surveys = new Map<string, { channel: string; on: DateCode; raters: Set<number> }>()
    for (const row of rowsOf(rows, cadre)) {
      const channel = textAt(columns.channel, row) ?? ''
      const key = `${channel} ${columns.survey_id.codes[row]}`
      const survey = surveys.get(key) ?? { channel, on: dateAt(columns.on, row) ?? 0, raters: new Set<number>() }
      survey.raters.add(columns.rater_id.codes[row] ?? -1)
      surveys.set(key, survey)
    }
    return [...surveys.values()]
      .filter(({ raters }) => raters.size >= fewestAnswers)
      .map(({ channel, on }) => ({ channel, on, source: '', repeats: false }))
  })
}

/** What was looked into and not confirmed tells nothing of the person. */
function supervisedEntries(snapshot: Snapshot): Entry[][] {
  const { columns } = snapshot.tables.supervision
  const rows = byCadre(snapshot, 'supervision')
  return Array.from({ length: snapshot.tables.cadres.length }, (_, cadre) =>
    [...rowsOf(rows, cadre)]
      .filter((row) => booleanAt(columns.verified, row) !== false)
      .map((row) => ({
        channel: 'supervision',
        on: dateAt(columns.on, row) ?? 0,
        source: textAt(columns.kind, row) ?? '',
        repeats: false,
      })),
  )
}
