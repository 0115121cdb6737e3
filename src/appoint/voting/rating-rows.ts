import type { BallotReport, EvaluationBallot, Sheet } from '#domain/ballot.ts'
import { formatDate } from '#domain/calendar.ts'
import { identify } from '#domain/lexicon/terms.ts'

/** One rating as the records keep it. */
export interface RatingRow {
  readonly survey_id: string
  readonly on: string
  readonly channel: string
  readonly cadre_id: string
  readonly rater_id: string
  readonly rater_class: string | null
  readonly item: string
  readonly score: number
  readonly scale_max: number
}

/**
 * Ratings of the electronic sheets of an evaluation, by people on record; paper has sums alone, from which no rater can be
 * told from another. The raters of a sheet get one id drawn for it, and their class only where the report shows it by itself.
 * @param surveyId also what the analysis calls the survey
 * @param rater a new id, drawn at random
 */
export function ratingRows(
  design: EvaluationBallot,
  sheets: Readonly<Record<string, readonly Sheet[]>>,
  { shown, groups }: BallotReport,
  surveyId: string,
  rater: () => string,
): readonly RatingRow[] {
  if (!shown) return []
  const on = formatDate(design.heldOn)
  const best = design.grades.length
  return design.classes.flatMap(({ id }) => {
    const isSingle = groups.some(({ classes }) => classes.length === 1 && classes[0] === id)
    const known = isSingle ? identify('raterClass', id) : undefined
    return (sheets[id] ?? []).flatMap((sheet) => {
      const raterId = rater()
      return design.people.flatMap(({ cadreId }, person) =>
        design.items.flatMap((item, place) => {
          const [grade] = sheet[person * design.items.length + place] ?? []
          if (cadreId === undefined || typeof grade !== 'number') return []
          return [
            {
              survey_id: surveyId,
              on,
              channel: design.channel,
              cadre_id: cadreId,
              rater_id: raterId,
              rater_class: known ?? null,
              item,
              score: best - grade,
              scale_max: best,
            },
          ]
        }),
      )
    })
  })
}
