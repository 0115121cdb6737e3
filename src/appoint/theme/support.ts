/** What speaks for, or against, a trait or a theme: one row of the record each, with its date and its source. */
import { type DateCode, formatDate } from '#domain/calendar.ts'
import type { Verdict } from '#domain/finding.ts'
import { labelOf } from '#domain/lexicon/terms.ts'
import { fill, type Text } from '#domain/text.ts'
import type { Deed } from './deeds.ts'
import type { UnitResult } from './unit-results.ts'

/** 能力评定、具体事例、所学专业、任职经历、所负责的实绩、表彰 */
export const supportKinds = ['assessed', 'deed', 'studied', 'served', 'result', 'honour'] as const
export type SupportKind = (typeof supportKinds)[number]

export interface Support {
  readonly kind: SupportKind
  /** Ids of the rows it rests on. */
  readonly evidence: readonly string[]
  readonly on: DateCode | undefined
  readonly says: Text
  /** Of deeds: told through a second channel. Others need no second source. */
  readonly corroborated: boolean | undefined
  /** Of deeds: what was written. */
  readonly text?: string
}

/** The words of a list that stand in a text, in the order of the list. */
export const wordsIn = (text: string, words: readonly string[]): string[] => words.filter((word) => text.includes(word))

/** A deed as a support, where the words stand in its event or text. */
export function deedSupport(deed: Deed, words: readonly string[]): Support[] {
  const found = wordsIn(`${deed.event ?? ''}\n${deed.text}`, words)
  if (found.length === 0) return []
  const channels = [...new Set(deed.tellings.map(({ channel }) => channel))].map((id) =>
    labelOf('statementChannel', id),
  )
  const says = fill(deedSays, {
    month: formatDate(deed.on).slice(0, 7),
    event: deed.event ?? `${deed.text.slice(0, 18)}…`,
    channels: { zh: channels.map(({ zh }) => zh).join('、'), en: channels.map(({ en }) => en).join(', ') },
    words: { zh: found.slice(0, 3).join('、'), en: found.slice(0, 3).join(', ') },
  })
  return [
    {
      kind: 'deed',
      evidence: deed.tellings.map(({ evidence }) => evidence),
      on: deed.on,
      says,
      corroborated: deed.corroborated,
      text: deed.text,
    },
  ]
}

export interface Honour {
  readonly evidence: string
  readonly title: string
  readonly on: DateCode
  readonly authority: string | undefined
}

export const honourSupport = ({ evidence, title, on, authority }: Honour, words: readonly string[]): Support[] =>
  wordsIn(title, words).length === 0
    ? []
    : [
        {
          kind: 'honour',
          evidence: [evidence],
          on,
          says: {
            zh: `${title}（${authority ?? '授予单位未记'}）`,
            en: `${title} (${authority ?? 'authority not recorded'})`,
          },
          corroborated: undefined,
        },
      ]

/** How high a result must stand, and among how many, to count. */
export interface ResultBar {
  readonly topPercent: number
  readonly leastPeers: number
}

export function resultSupport(result: UnitResult, words: readonly string[], bar: ResultBar): Support[] {
  const { of, place, year, evidence } = result
  if (wordsIn(result.indicator, words).length === 0) return []
  if (of < bar.leastPeers || place > Math.ceil((of * bar.topPercent) / 100)) return []
  const says = fill(resultSays, { year, unit: result.unitName, indicator: result.indicator, of, place })
  return [{ kind: 'result', evidence: [evidence], on: year * 10000 + 1200, says, corroborated: undefined }]
}

/**
 * What supports amount to. Several kinds that agree: met; one kind alone, or something that speaks against: for people to
 * weigh; only against: unmet; nothing on record: unknown, never no.
 */
export function verdictOf(kinds: number, leastKinds: number, against: number): Verdict {
  if (kinds === 0) return against > 0 ? 'unmet' : 'unknown'
  return kinds >= leastKinds && against === 0 ? 'met' : 'discretion'
}

export const kindsOf = (supports: readonly Support[]): SupportKind[] => {
  const found = new Set(supports.map(({ kind }) => kind))
  return supportKinds.filter((kind) => found.has(kind))
}

const deedSays: Text = {
  zh: '{month} {event}（{channels}；字样：{words}）',
  en: '{month} {event} ({channels}; words: {words})',
}
const resultSays: Text = {
  zh: '{year} 年{unit}“{indicator}”居同类 {of} 个单位第 {place}',
  en: '{year} {unit}: {indicator}, place {place} among {of} units of its kind',
}
