import { textAt } from '#domain/columns.ts'
import type { WorkingPaper } from '#domain/results.ts'
import type { Snapshot } from '#domain/snapshot.ts'
import { ballotsOf } from '../ballots.ts'
import type { FittedMeasure } from '../calibrate-ratings.ts'
import { comparableGroups } from '../comparable-groups.ts'
import { identifyRaters } from '../raters.ts'
import { fitRatings, type RatingFit } from '../rating-model.ts'
import { raterConduct } from './conduct/conduct.ts'
import { conductPaper, type Names } from './conduct/conduct-paper.ts'
import type { RatingsPaper, SurveyPaper } from './papers.ts'
import { ratingsPaper } from './ratings-paper.ts'
import { variancesOf } from './reliability.ts'
import { surveyPapers } from './survey-papers.ts'

export interface SurveyReading {
  /** Working papers `ratings` (subject `rating`) and `survey` (subject: the survey). */
  readonly papers: readonly WorkingPaper[]
  readonly model: RatingFit | undefined
}

/**
 * How good the surveys are: what a rating rests on, how far it can be generalised, what its design cannot compare and what
 * would mend that, and how ballots were filled in.
 *
 * `fitted` is the fit of the overall rating where there is one already; the same ballots give the same fit.
 *
 * @example readSurveys(snapshot).papers.find(({ kind }) => kind === 'ratings')
 */
export function readSurveys(snapshot: Snapshot, fitted?: FittedMeasure): SurveyReading {
  const raters = identifyRaters(snapshot)
  const { cadres, ratings } = snapshot.tables
  const cadreIds = Array.from({ length: cadres.length }, (_, row) => textAt(cadres.columns.cadre_id, row) ?? '')
  const ballots = fitted?.ballots ?? ballotsOf(snapshot, 'rating', raters.codes)
  const { groups, groupOf } = fitted ?? comparableGroups(ballots, cadreIds, raters.count)
  const model = fitted ? fitted.model : ballots.length > 0 ? fitRatings(ballots) : undefined
  const pseudonyms = new Map<number, string>()
  raters.codes.forEach((code, row) => pseudonyms.set(code, textAt(ratings.columns.rater_id, row) ?? ''))
  const names: Names = {
    cadre: (row) => cadreIds[row] ?? '',
    rater: (code) => pseudonyms.get(code) ?? '',
    survey: (code) => ratings.columns.survey_id.values[code] ?? '',
  }
  const papers: WorkingPaper[] = []
  const conduct = model && conductPaper(raterConduct(snapshot, raters.codes, ballots, model), ballots, names)
  if (model && conduct) {
    const body: RatingsPaper = ratingsPaper('rating', { ballots, model, groups, groupOf, conduct })
    papers.push({ kind: 'ratings', subject: 'rating', body })
  }
  const surveys = surveyPapers(snapshot, {
    raters: raters.codes,
    variances: model && variancesOf(model),
    groupOf,
    flags: (conduct?.rows ?? []).flatMap(({ surveyId, kind }) => (surveyId ? [{ survey: surveyId, kind }] : [])),
  })
  papers.push(...surveys.map((body: SurveyPaper): WorkingPaper => ({ kind: 'survey', subject: body.surveyId, body })))
  return { papers, model }
}
