/** Generalist or specialist (复合型、专业型): what the career speaks for, beside what people have recorded. */
import type { Finding } from '#domain/finding.ts'
import type { Identifier } from '#domain/lexicon/enumerations.ts'
import type { Track } from '#domain/track.ts'
import { type Direction, directionOf, exposureOf, synthesisRule, synthesisSettings } from '#identify/index.ts'
import { type CadreFacts, citationOf, type Facts, type RuleBook } from '#policy/index.ts'

export type TrackVerdict = Identifier<'trackVerdict'>

export interface TrackProposal {
  readonly cadreId: string
  readonly recorded: Track | undefined
  readonly proposed: Track | undefined
  readonly verdict: TrackVerdict
  readonly finding: Finding
}

/**
 * A proposal for one cadre after another. The career decides nothing: a person confirms a track or keeps what is recorded.
 * @example trackProposals(facts, book)(facts.cadre(0)).proposed // 'specialist'
 */
export function trackProposals(
  { snapshot }: Pick<Facts, 'snapshot'>,
  book: RuleBook,
): (cadre: CadreFacts) => TrackProposal {
  const { track } = snapshot.tables.cadres.columns
  const settings = synthesisSettings(book, snapshot.asOf)
  const basis = citationOf(book, synthesisRule)
  return (cadre) => {
    const recorded = track.values[track.codes[cadre.index] ?? -1] as Track | undefined
    const exposure = exposureOf(cadre, snapshot.asOf)
    const read = directionOf(exposure, settings)
    const verdict = verdictOf(recorded, read)
    return {
      cadreId: cadre.id,
      recorded,
      proposed: read.track,
      verdict,
      finding: {
        rule: synthesisRule,
        verdict: verdict === 'untold' ? 'unknown' : verdict === 'agrees' ? 'met' : 'discretion',
        weight: 'asks',
        basis,
        reasons: [read.says],
        evidence: exposure.evidence,
        missing: exposure.sectors.length === 0 ? ['tenures.position_id', 'units.sector'] : [],
      },
    }
  }
}

/** As recorded; as the career speaks where nothing is. */
export const isSpecialist = (proposal: TrackProposal | undefined): boolean =>
  (proposal?.recorded ?? proposal?.proposed) === 'specialist'

/** Where a career has grounds for both tracks, either record agrees with it. */
function verdictOf(recorded: Track | undefined, { track, certainty }: Direction): TrackVerdict {
  if (track === undefined) return 'untold'
  if (recorded === undefined) return 'new'
  return recorded === track || certainty === 'leaning' ? 'agrees' : 'differs'
}
