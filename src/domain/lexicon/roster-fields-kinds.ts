/** The kinds of fields that a roster has, and the short way to write a line of the table of fields. */
import type { Text } from '../text.ts'
import type { EnumerationName } from './enumerations.ts'

/**
 * What the cell of a row holds, null being unknown: `term` an identifier of `of`, `terms` several, `text`, `count` a whole number,
 * `years` a number to one decimal (reckoned by whole months), `date` as recorded, `flag` true or false, `unit` the keys `unitId` and
 * `unitName`, `evaluations` `[{ year, result }]` oldest first, `interval` an estimate or the cause why there is none, `due`
 * `{ dueOn, state, rule }` where null is nothing due, `spans` years by identifier of `of`.
 */
export type RosterFieldKind =
  | 'term'
  | 'terms'
  | 'text'
  | 'count'
  | 'years'
  | 'date'
  | 'flag'
  | 'unit'
  | 'evaluations'
  | 'interval'
  | 'due'
  | 'spans'

export const rosterTopics = {
  person: { zh: '基本情况', en: 'Person' },
  post: { zh: '现任职务', en: 'Present post' },
  education: { zh: '学历专业', en: 'Education' },
  career: { zh: '经历年限', en: 'Experience' },
  conduct: { zh: '考核奖励', en: 'Evaluations and rewards' },
  estimate: { zh: '估计', en: 'Estimates' },
  growth: { zh: '培养与管理', en: 'Development and management' },
} as const satisfies Record<string, Text>
export type RosterTopic = keyof typeof rosterTopics

export interface RosterField {
  readonly label: Text
  /** For the head of a narrow column, where the label is long. */
  readonly short?: Text
  readonly topic: RosterTopic
  readonly kind: RosterFieldKind
  /** The vocabulary of terms. */
  readonly of?: EnumerationName
  readonly unit?: Text
  /** What it is and from what it comes. */
  readonly about: Text
  readonly filter: boolean
  readonly sort: boolean
  readonly shown: boolean
  /** Among the columns that a roster shows before anybody has chosen. */
  readonly usual: boolean
  /** In CSS pixels at the usual density. */
  readonly width: number
}

type More = Partial<Pick<RosterField, 'short' | 'of' | 'filter' | 'sort' | 'shown' | 'usual'>>
type Words = readonly [zh: string, en: string]

const units: Partial<Record<RosterFieldKind, Text>> = {
  years: { zh: '年', en: 'years' },
  spans: { zh: '年', en: 'years' },
}

/** Lines of one topic: `line('count', 64, ['年龄', 'Age'], ['按周岁', 'Completed years'])`; shown, filtered and sorted by unless said. */
export const linesOf =
  (topic: RosterTopic) =>
  (kind: RosterFieldKind, width: number, [zh, en]: Words, about: Words, more: More = {}): RosterField => ({
    label: { zh, en },
    topic,
    kind,
    width,
    about: { zh: about[0], en: about[1] },
    filter: true,
    sort: true,
    shown: true,
    usual: false,
    ...(units[kind] ? { unit: units[kind] } : {}),
    ...more,
  })
