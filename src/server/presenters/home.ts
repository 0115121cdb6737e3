import { type DateCode, daysBetween, formatDate, parseDate } from '#domain/calendar.ts'
import type { Edition, Overview, RotationTally, VacancyRecord } from '#records/queries/index.ts'
import type { Gap, Home, Run } from '../contract/index.ts'
import { presentStates } from './rotation.ts'
import { presentVacancySummary } from './vacancy-list.ts'
import { presentWave } from './wave.ts'

const vacanciesShown = 6

export const presentRun = (edition: Edition): Run => ({
  id: edition.runId,
  asOf: formatDate(edition.asOf),
  knownAt: edition.knownAt.toISOString(),
  madeAt: edition.madeAt.toISOString(),
  snapshotHash: edition.snapshotHash,
})

export function presentHome(parts: {
  readonly edition: Edition
  readonly overview: Overview
  readonly vacancies: readonly VacancyRecord[]
  readonly rotation: Readonly<Record<string, number>>
  readonly tallies: readonly RotationTally[]
}): Home {
  const { edition, overview } = parts
  const { cadres, serving, units, positions, vacancies, rotation, needs, statements } = overview.counts
  return {
    clocks: { asOf: formatDate(edition.asOf), knownAt: edition.knownAt.toISOString() },
    run: presentRun(edition),
    counts: { cadres, serving, units, positions, vacancies, rotation, needs, statements },
    rotation: presentStates(parts.rotation),
    vacancies: parts.vacancies.slice(0, vacanciesShown).map((vacancy) => presentVacancySummary(vacancy, edition.asOf)),
    wave: presentWave(edition.asOf, parts.tallies),
    sources: overview.sources.map((source) => presentSource(source, edition.asOf)),
    gaps: presentGaps(overview),
  }
}

function presentSource(
  { channel, unitName, lastOn }: Overview['sources'][number],
  asOf: DateCode,
): Home['sources'][number] {
  const last = parseDate(lastOn)
  return { channel, unitName, lastOn, daysAgo: last === undefined ? 0 : Math.max(0, daysBetween(last, asOf)) }
}

/** What the data do not support, in words; nothing is said of what is complete. */
function presentGaps({ unknown, ratingGroups, unlistedVacancies }: Overview): Gap[] {
  const gaps: Gap[] = [
    {
      id: 'post-since',
      count: unknown.postSince,
      text: {
        zh: `${unknown.postSince} 人现任职务起点缺失，未计入轮岗到期`,
        en: `${unknown.postSince} people without the start of their post: not counted for rotation`,
      },
      roster: { unknown: ['postSince'] },
    },
    {
      id: 'born-on',
      count: unknown.bornOn,
      text: {
        zh: `${unknown.bornOn} 人出生年月缺失，与年龄有关的条件列为信息不足`,
        en: `${unknown.bornOn} people without a date of birth: conditions on age stay unknown`,
      },
      roster: { unknown: ['bornOn'] },
    },
    {
      id: 'evaluation',
      count: unknown.evaluation,
      text: {
        zh: `${unknown.evaluation} 人最近一年考核结果未到`,
        en: `${unknown.evaluation} people without the latest yearly result`,
      },
      roster: { unknown: ['evaluation'] },
    },
    {
      id: 'rating',
      count: unknown.rating,
      text: {
        zh: `${unknown.rating} 人的测评数据分不开个人与评分人，不作估计`,
        en: `${unknown.rating} people whose ballots cannot tell them from their raters: not estimated`,
      },
      roster: { rating: ['inseparable'] },
    },
    {
      id: 'rating-groups',
      count: ratingGroups > 1 ? ratingGroups : 0,
      text: {
        zh: `评分人互不相交的可比组有 ${ratingGroups} 个，组与组之间不比对`,
        en: `${ratingGroups} groups share no raters: ratings are not compared between them`,
      },
    },
    {
      id: 'unlisted-vacancies',
      count: unlistedVacancies,
      text: {
        zh: `${unlistedVacancies} 个空缺现有数据列不出人选`,
        en: `${unlistedVacancies} vacancies for which the data list nobody`,
      },
    },
  ]
  return gaps.filter(({ count }) => count > 0)
}
