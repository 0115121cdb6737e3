/** Needs of training by their three sources, hours, and lists of people behind the counts. */
import { type HoursAccount, type Topic, type Training, topicDueOn } from '#develop/index.ts'
import { addDays, type DateCode, formatDate, yearOf } from '#domain/calendar.ts'
import type { Citation } from '#domain/finding.ts'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { Text } from '#domain/text.ts'
import type { TrainingNeedPage, TrainingNeedQuery, TrainingNeedRow, TrainingPage } from '../contract/index.ts'
import { presentBasis } from '../presenters/evidence.ts'
import { presentPerson } from '../presenters/named.ts'
import { presentClass } from './present-class.ts'
import { noSuchTopic } from './refusals.ts'
import type { OpenedClass } from './training-desk.ts'

const isMakeUp = ({ gap, deadline }: HoursAccount): boolean => Boolean(gap) && deadline.isMakeUp

const isClosing = ({ hours, asOf }: Training, { gap, startBy }: HoursAccount): boolean =>
  Boolean(gap) && startBy !== undefined && startBy <= addDays(asOf, hours.warnDays)

export function presentTraining(
  training: Training,
  classes: readonly OpenedClass[],
  year: number,
  today: DateCode,
): TrainingPage {
  const years = new Set([yearOf(today), yearOf(today) + 1, ...classes.map(({ one }) => yearOf(one.facts.from))])
  const byRule = Map.groupBy(training.accounts, ({ finding }) => finding.rule)
  return {
    today: formatDate(today),
    year,
    years: [...years].sort((a, b) => a - b),
    hours: [...byRule].flatMap(([rule, accounts]) => {
      const [first] = accounts
      const count = (is: (account: HoursAccount) => boolean): number => accounts.filter(is).length
      return first
        ? {
            rule,
            title: first.finding.basis.title,
            basis: presentBasis(first.finding.basis),
            met: count(({ verdict }) => verdict === 'met'),
            unmet: count(({ verdict }) => verdict === 'unmet' || verdict === 'discretion'),
            unknown: count(({ verdict }) => verdict === 'unknown'),
            makeUps: count(isMakeUp),
            closing: count((account) => isClosing(training, account)),
          }
        : []
    }),
    topics: training.states.map(({ topic, covered, lacking, unknown, byName }) => ({
      topic: topic.id,
      title: topic.title,
      basis: presentBasis(topic.basis),
      source: topic.source,
      audience: audienceText(topic),
      abilities: topic.abilities.map((ability) => labelOf('ability', ability)),
      covered,
      lacking: lacking.length,
      unknown,
      byName,
    })),
    classes: classes
      .filter(({ one }) => yearOf(one.facts.from) === year)
      .map((opened) => presentClass(opened, today))
      .sort((a, b) => (a.from < b.from ? -1 : 1)),
  }
}

function audienceText({ audience, sectors }: Pick<Topic, 'audience' | 'sectors'>): Text {
  const named = sectors.map((sector) => labelOf('sector', sector))
  if (named.length === 0) return labelOf('trainingAudience', audience)
  return { zh: named.map(({ zh }) => zh).join('、'), en: named.map(({ en }) => en).join(', ') }
}

/** @throws Refusal 404 */
export function presentNeeds(training: Training, query: TrainingNeedQuery): TrainingNeedPage {
  const { title, basis, rows } =
    query.topic === undefined ? hoursRows(training, query) : topicRows(training, query.topic)
  return {
    title,
    basis: presentBasis(basis),
    total: rows.length,
    offset: query.offset,
    rows: rows.slice(query.offset, query.offset + query.limit).map((row) => row()),
  }
}

interface Listed {
  readonly title: Text
  readonly basis: Citation
  readonly rows: readonly (() => TrainingNeedRow)[]
}

function topicRows({ states, facts, allotting }: Training, id: string): Listed {
  const state = states.find(({ topic }) => topic.id === id)
  if (!state) throw noSuchTopic()
  const due = state.lacking.map((member) => ({ member, on: topicDueOn(member, allotting.joinedMonths) }))
  return {
    title: state.topic.title,
    basis: state.topic.basis,
    rows: due
      .toSorted((a, b) => (a.on ?? 99999999) - (b.on ?? 99999999))
      .map(({ member, on }) => () => ({
        ...presentPerson({ facts }, member.cadre.id),
        gap: null,
        recognisedHours: null,
        required: null,
        due: on === undefined ? null : formatDate(on),
        startBy: null,
        reasons: [],
      })),
  }
}

function hoursRows(training: Training, { rule, state }: TrainingNeedQuery): Listed {
  const own = training.accounts.filter(({ finding }) => finding.rule === rule)
  const [first] = own
  if (!first) throw noSuchTopic()
  const isListed = (account: HoursAccount): boolean => {
    if (state === 'makeup') return isMakeUp(account)
    if (state === 'closing') return isClosing(training, account)
    return account.verdict === state || (state === 'unmet' && account.verdict === 'discretion')
  }
  const listed = own.filter(isListed).toSorted((a, b) => a.deadline.on - b.deadline.on || (b.gap ?? 0) - (a.gap ?? 0))
  return {
    title: first.finding.basis.title,
    basis: first.finding.basis,
    rows: listed.map((account) => () => ({
      ...presentPerson(training, account.cadreId),
      gap: account.gap ?? null,
      recognisedHours: account.recognised.hours,
      required: account.required.hours,
      due: account.gap ? formatDate(account.deadline.on) : null,
      startBy: account.startBy === undefined ? null : formatDate(account.startBy),
      reasons: [...account.finding.reasons],
    })),
  }
}
