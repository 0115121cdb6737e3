import type { CadreFacts, SeatFacts } from '#policy/index.ts'
import type { Ground } from '../ground.ts'
import type { TrackRecords } from '../theme/track-record.ts'
import { type TraitEvidence, traitReader } from './trait-evidence.ts'
import { type TraitRule, traitRules } from './traits.ts'

/**
 * How a strength and a seat meet: the seat asks for it and the record supports it (`matched`), leaves it to people
 * (`leaning`), speaks against it (`unsupported`) or is silent (`unknown`); or there is a strength that the seat does not
 * ask for.
 */
export const meetings = ['matched', 'leaning', 'unsupported', 'unknown', 'not-asked'] as const
export type Meeting = (typeof meetings)[number]

export interface StrengthAtSeat extends TraitEvidence {
  readonly meeting: Meeting
}

export interface Strengths {
  /** All five traits, in their order. */
  readonly ofCadre: (cadre: CadreFacts) => readonly TraitEvidence[]
  /** The mappings that ask for something at this seat; none for most kinds of unit. */
  readonly ofSeat: (seat: SeatFacts) => readonly TraitRule[]
  /** What is asked for, then strengths that are not; traits neither asked for nor supported are left out. */
  readonly ofPair: (cadre: CadreFacts, seat: SeatFacts) => readonly StrengthAtSeat[]
}

const meetingOf = { met: 'matched', discretion: 'leaning', unmet: 'unsupported', unknown: 'unknown' } as const

/**
 * 用其所长: strengths of cadres, and the places that ask for them by the local mappings.
 * @example strengthsFor(ground, trackRecords(snapshot, sameness)).ofPair(cadre, seat)[0]?.meeting // 'matched'
 */
export function strengthsFor(ground: Pick<Ground, 'book' | 'snapshot'>, records: TrackRecords): Strengths {
  const ofCadre = traitReader(ground, records)
  const rules = traitRules(ground.book, ground.snapshot.asOf)
  const ofSeat = (seat: SeatFacts): TraitRule[] => rules.filter(({ asks }) => asks(seat))
  return {
    ofCadre,
    ofSeat,
    ofPair(cadre, seat) {
      const asked = new Set(ofSeat(seat).map(({ trait }) => trait))
      const own = ofCadre(cadre)
      return [
        ...own
          .filter(({ trait }) => asked.has(trait))
          .map((one): StrengthAtSeat => ({ ...one, meeting: meetingOf[one.verdict] })),
        ...own
          .filter(({ trait, verdict }) => !asked.has(trait) && verdict === 'met')
          .map((one): StrengthAtSeat => ({ ...one, meeting: 'not-asked' })),
      ]
    },
  }
}
