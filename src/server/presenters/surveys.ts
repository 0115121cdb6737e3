import { formatDate } from '#domain/calendar.ts'
import type { ConductRow, DisagreementList, Oddity, RatingsPaper, SurveyPaper } from '#identify/index.ts'
import type { Edition } from '#records/queries/index.ts'
import type {
  ConductRowShape,
  DisagreementListShape,
  OddityShape,
  RatingQuality,
  SurveyReport,
  SurveyRow,
  SurveysPage,
} from '../contract/index.ts'

type Names = ReadonlyMap<string, string>

export const presentSurveysPage = (page: {
  readonly edition: Edition
  readonly total: number
  readonly offset: number
  readonly rows: readonly SurveyPaper[]
  readonly channels: readonly { readonly channel: string; readonly count: number }[]
  readonly years: readonly number[]
}): SurveysPage => ({
  asOf: formatDate(page.edition.asOf),
  total: page.total,
  offset: page.offset,
  channels: page.channels.map(({ channel, count }) => ({ channel: channel as SurveyRow['channels'][number], count })),
  years: [...page.years],
  rows: page.rows.map(presentSurveyRow),
})

const presentSurveyRow = (paper: SurveyPaper): SurveyRow => ({
  surveyId: paper.surveyId,
  channels: paper.channels as SurveyRow['channels'],
  from: paper.from,
  to: paper.to,
  units: paper.units.map(({ unitId, name }) => ({ unitId: unitId ?? null, name })),
  unitCount: paper.unitCount,
  ballots: paper.ballots,
  raters: paper.raters,
  cadres: paper.cadres,
  filled: paper.filled,
  reliability: paper.reliability ?? null,
  flags: paper.flags.map(({ kind, count }) => ({ kind, count })),
})

/** One survey, with the flags that rest on it. */
export const presentSurveyReport = (
  paper: SurveyPaper,
  measure: RatingsPaper | undefined,
  names: Names,
): SurveyReport => ({
  ...presentSurveyRow(paper),
  classes: paper.classes.map(({ raterClass, raters }) => ({
    raterClass: (raterClass ?? null) as SurveyReport['classes'][number]['raterClass'],
    raters,
  })),
  raterUnits: paper.raterUnits,
  scales: paper.scales.map(({ max, ballots, bars }) => ({ max, ballots, bars: bars ? [...bars] : null })),
  perCadre: paper.perCadre,
  groups: [...paper.groups],
  study: [...(measure?.study ?? [])],
  conduct: flagsOfSurvey(measure, paper.surveyId).map((row) => presentConduct(row, names)),
})

export const flagsOfSurvey = (measure: RatingsPaper | undefined, surveyId: string): readonly ConductRow[] =>
  (measure?.conduct.rows ?? []).filter((row) => row.surveyId === surveyId)

/** The people named in flags. */
export const peopleIn = (rows: readonly ConductRow[]): string[] =>
  rows.flatMap(({ lifted, pressed, people }) => [
    ...(lifted === undefined ? [] : [lifted]),
    ...(pressed === undefined ? [] : [pressed]),
    ...people.map(({ cadreId }) => cadreId),
  ])

export const presentRatingQuality = (
  paper: RatingsPaper,
  list: DisagreementList | undefined,
  names: Names,
): RatingQuality => ({
  ballots: paper.ballots,
  raters: paper.raters,
  cadres: paper.cadres,
  surveys: paper.surveys,
  variances: [...paper.variances],
  study: [...paper.study],
  now: paper.now,
  wanted: { dependability: paper.wanted.dependability, raters: paper.wanted.raters ?? null },
  linking: {
    ...paper.linking,
    sameUnit: paper.linking.sameUnit ?? null,
    across: paper.linking.across ?? null,
    foreseen: [...paper.linking.foreseen],
  },
  groups: [...paper.groups],
  alone: paper.alone.map((cadreId) => ({ cadreId, name: names.get(cadreId) ?? null })),
  conduct: {
    counts: [...paper.conduct.counts],
    leftOut: paper.conduct.leftOut,
    rows: paper.conduct.rows.map((row) => presentConduct(row, names)),
  },
  disagreements: list
    ? { compared: list.compared, count: new Set(list.rows.map(({ cadreId }) => cadreId)).size }
    : null,
})

function presentConduct(row: ConductRow, names: Names): ConductRowShape {
  const person = (cadreId: string | undefined) =>
    cadreId === undefined ? null : { cadreId, name: names.get(cadreId) ?? null }
  return {
    kind: row.kind,
    surveyId: row.surveyId ?? null,
    raters: [...row.raters],
    size: row.size ?? null,
    strength: row.strength,
    ballots: row.ballots ?? null,
    lifted: person(row.lifted),
    pressed: person(row.pressed),
    press: row.press ?? null,
    probability: row.probability,
    falseShare: row.falseShare,
    people: row.people.map((each) => ({ ...each, name: names.get(each.cadreId) ?? null })),
  }
}

export const presentDisagreements = (list: DisagreementList, names: Names): DisagreementListShape => ({
  compared: list.compared,
  rows: list.rows.map((row) => ({
    cadreId: row.cadreId,
    name: names.get(row.cadreId) ?? null,
    channel: row.channel,
    side: row.side ?? null,
    distance: row.distance ?? null,
    falseShare: row.falseShare ?? null,
    oddities: row.oddities.map(presentOddity),
  })),
})

export const presentOddity = (oddity: Oddity): OddityShape => ({ ...oddity })
