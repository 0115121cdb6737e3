import type { SeatRequirements } from '#appoint/index.ts'
import { formatDate } from '#domain/calendar.ts'
import { identifiersOf, labelOf } from '#domain/lexicon/terms.ts'
import type { AskedElement } from '#policy/index.ts'
import type { Edition, KnownElement, RecordedElement, RequirementVersion, SeatRecord } from '#records/queries/index.ts'
import type {
  AskedElementShape,
  NamedSeat,
  SeatRequirementsShape,
  ShortlistAge,
  ShownElement,
} from '../contract/index.ts'
import { term } from './term.ts'

/** Party spirit is read as evidence and gets no number. */
const withoutNumber = 'party-spirit'

interface AskedOfSeat {
  readonly edition: Edition
  readonly seat: SeatRecord
  readonly standing: SeatRequirements
  readonly library: readonly AskedElement[]
  /** The present one first. */
  readonly versions: readonly RequirementVersion[]
  readonly known: readonly KnownElement[]
}

export function presentRequirements(asked: AskedOfSeat): SeatRequirementsShape {
  const { edition, seat, standing, versions } = asked
  const [present] = versions
  const rows = shownElements(asked)
  return {
    asOf: formatDate(edition.asOf),
    seat: presentNamedSeat(seat),
    version: present?.version ?? '',
    kind: standing.kind,
    facets: identifiersOf('facet').map((facet) => ({
      facet,
      label: labelOf('facet', facet),
      elements: rows.filter((row) => row.facet === facet),
    })),
    versions: versions.map(({ version, reason, signed_by, elements }) => ({
      version,
      at: version,
      by: signed_by,
      reason,
      elements: elements.map(presentElement),
    })),
    library: asked.library.map(presentElement),
    known: asked.known.map(({ facet, element, people, seats }) => ({
      facet: term('facet', facet),
      element,
      assessed: people,
      seats,
    })),
    shortlist: seat.vacant_from === null ? null : shortlistOf(edition, present),
  }
}

export const presentNamedSeat = (seat: SeatRecord): NamedSeat => ({
  positionId: seat.position_id,
  unitId: seat.unit_id,
  unitName: seat.unit_name,
  title: seat.title,
  postLevel: term('postLevel', seat.post_level),
  vacantFrom: seat.vacant_from,
})

export const presentElement = ({
  facet,
  element,
  level,
  weight,
}: Omit<RecordedElement, 'since'>): AskedElementShape => ({
  facet: term('facet', facet),
  element,
  level,
  weight,
})

/** A list made before the last change of the requirements follows the old ones. */
export const shortlistOf = ({ madeAt, knownAt }: Edition, present: RequirementVersion | undefined): ShortlistAge => ({
  madeAt: madeAt.toISOString(),
  isOutdated: present !== undefined && Date.parse(present.version) > knownAt.getTime(),
})

/** What is recorded, and where the library speaks, its elements; those that weigh nothing are listed too. */
function shownElements({ standing, library, versions, known }: AskedOfSeat): readonly ShownElement[] {
  const same = (one: { facet: string; element: string }) => (other: { facet: string; element: string }) =>
    one.facet === other.facet && one.element === other.element
  const complete = (one: AskedElementShape, origin: ShownElement['origin']): ShownElement => ({
    ...one,
    share: one.facet === withoutNumber ? null : (standing.asked.find(same(one))?.weight ?? 0),
    origin,
    assessed: known.find(same(one))?.people ?? 0,
  })
  const isRecorded = standing.kind === 'recorded'
  const recorded = (versions[0]?.elements ?? []).filter(({ facet }) => isRecorded || facet === withoutNumber)
  const fromLibrary = standing.asked.flatMap((one) => {
    if (one.origin.kind === 'recorded') return []
    const found = library.find(same(one))
    return found ? [complete(presentElement(found), one.origin)] : []
  })
  return [
    ...recorded.map((one) => {
      const version = versions.find(({ version }) => version === one.since)
      const by = version?.signed_by ?? null
      return complete(presentElement(one), { kind: 'recorded', since: one.since, by, reason: version?.reason ?? null })
    }),
    ...fromLibrary,
  ]
}
