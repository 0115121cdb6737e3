import { textAt } from '#domain/columns.ts'
import { identifiersOf } from '#domain/lexicon/terms.ts'
import type { RotationDuty } from '#domain/results.ts'
import { localReader, type SeatFacts } from '#policy/index.ts'
import type { Ground } from '../ground.ts'
import { type StrengthAtSeat, strengthsFor } from '../strengths/strengths.ts'
import { type Theme, type ThemeEvidence, themeReader } from '../theme/theme-evidence.ts'
import type { TrackRecords } from '../theme/track-record.ts'
import { type Readiness, readinessReader } from '../timing/readiness.ts'
import { growthRows } from './growth.ts'
import { regionRows } from './region-need.ts'
import type { Candidate, Row } from './row.ts'
import { teamRows } from './team-need.ts'

/** What a sheet is made of beside the ground. */
export interface SheetGrounds {
  readonly records: TrackRecords
  /** Rotation and term duties of everybody. */
  readonly duties: readonly RotationDuty[]
}

export interface CandidateSheet {
  readonly cadreId: string
  readonly readiness: Readiness
  readonly strengths: readonly StrengthAtSeat[]
  /** On the theme of the vacancy; undefined where it has none. */
  readonly theme: ThemeEvidence | undefined
}

/** Three factors side by side; nothing is added up. */
export interface Considerations {
  readonly theme: Theme | undefined
  /** Rows of the three factors, each with a cell for every candidate in the order asked. */
  readonly rows: readonly Row[]
  readonly candidates: readonly CandidateSheet[]
}

/**
 * 综合考虑区域发展需求、班子建设需要和干部成长因素: what each candidate (by row) means for a seat in the three respects, with
 * strengths, deeds on the theme, and readiness.
 * @example considerations(ground, seat, [7, 9], { records, duties }).rows[0]?.cells[1]?.says
 */
export function considerations(
  ground: Ground,
  seat: SeatFacts,
  people: readonly number[],
  { records, duties }: SheetGrounds,
): Considerations {
  const { book, facts, snapshot } = ground
  const synthesis = localReader(book, 'LOCAL-SYNTHESIS', snapshot.asOf)
  const experienceMonths = Number(synthesis('experience_months'))
  const settledMonths = Number(synthesis('settled_months'))
  const candidates: Candidate[] = people.map((row) => ({ row, facts: facts.cadre(row) }))
  const theme = themeOfVacancy(ground, seat)
  const readTheme = themeReader(ground, records)
  const themeOf = (candidate: Candidate, of: Theme): ThemeEvidence => readTheme(candidate.facts, of)
  const strengths = strengthsFor(ground, records)
  const readiness = readinessReader(ground)(seat, people)
  return {
    theme,
    rows: [
      ...regionRows(ground, seat, candidates, { theme, themeOf, results: records.results, experienceMonths }),
      ...teamRows(ground, seat, candidates),
      ...growthRows(ground, seat, candidates, { duties, experienceMonths, settledMonths }),
    ],
    candidates: candidates.flatMap((candidate, place) => {
      const ready = readiness[place]
      if (!ready) return []
      return {
        cadreId: candidate.facts.id,
        readiness: ready,
        strengths: strengths.ofPair(candidate.facts, seat),
        theme: theme && themeOf(candidate, theme),
      }
    }),
  }
}

/** The theme under which the seat is to be filled; undefined where none is set. */
export function themeOfVacancy({ snapshot }: Pick<Ground, 'snapshot'>, seat: SeatFacts): Theme | undefined {
  const { vacancies } = snapshot.tables
  const { position_id, theme } = vacancies.columns
  for (let row = 0; row < vacancies.length; row += 1) {
    if (textAt(position_id, row) !== seat.position) continue
    const found = identifiersOf('theme').find((id) => id === textAt(theme, row))
    if (found) return found
  }
  return undefined
}
