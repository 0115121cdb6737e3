import type { ElementFit, FitExplanation, PartySpiritStatement } from '#appoint/index.ts'
import { formatDate } from '#domain/calendar.ts'
import type { InseparableEstimate } from '#domain/estimate.ts'
import type { Edition, RequirementVersion, RosterRecord, SeatRecord } from '#records/queries/index.ts'
import type { ElementFitShape, FitDetail } from '../contract/index.ts'
import { presentEstimate } from './evidence.ts'
import { presentNamedSeat, shortlistOf } from './requirements.ts'
import { term, termOrNull } from './term.ts'

interface FitOfPair {
  readonly edition: Edition
  readonly seat: SeatRecord
  readonly cadre: Pick<RosterRecord, 'cadre_id' | 'name' | 'unit_name' | 'title'>
  /** Why there is no fit, or the fit explained; undefined where the seat asks for nothing that is measured. */
  readonly explanation: FitExplanation | InseparableEstimate | undefined
  readonly statements: readonly PartySpiritStatement[]
  readonly unitName: (unitId: string) => string | undefined
  /** What the seat asks for now, where it was ever recorded. */
  readonly version: RequirementVersion | undefined
}

export function presentFit(pair: FitOfPair): FitDetail {
  const { edition, seat, cadre } = pair
  const [explanation, without] =
    pair.explanation && 'cause' in pair.explanation ? [undefined, pair.explanation] : [pair.explanation]
  const fit = explanation?.fit ?? without
  const { facets = [], partySpirit = [], service } = explanation ?? {}
  return {
    asOf: formatDate(edition.asOf),
    seat: presentNamedSeat(seat),
    cadre: { cadreId: cadre.cadre_id, name: cadre.name, unitName: cadre.unit_name, title: cadre.title },
    requirements: explanation?.requirements ?? 'library',
    fit: fit ? presentEstimate(fit) : null,
    facets: facets.map(({ facet, label, weight, share, shareAsAsked, elements }) => ({
      facet,
      label,
      weight,
      share,
      shareAsAsked,
      elements: elements.map(presentElement),
    })),
    partySpirit: {
      asked: partySpirit.map(({ element }) => element),
      statements: pair.statements.map((one) => presentStatement(one, pair.unitName)),
    },
    service: service?.map((one) => ({ ...one, parts: [...one.parts] })) ?? null,
    shortlist: seat.vacant_from === null ? null : shortlistOf(edition, pair.version),
  }
}

function presentElement(one: ElementFit): ElementFitShape {
  const { mean, lower, upper, parts } = one.known
  const isDirect = one.evidence.some(({ kind }) => kind === 'assessment' || kind === 'service' || kind === 'training')
  return {
    element: one.element,
    level: one.level,
    weight: one.weight,
    known: { mean, lower, upper, parts: [...parts], isDirect },
    gap: one.gap,
    below: one.below,
    state: one.state,
    certainty: one.certainty,
    share: one.share,
    shareAsAsked: one.shareAsAsked,
    evidence: [...one.evidence],
    closing: one.closing.map(presentClosing),
  }
}

function presentClosing(way: ElementFit['closing'][number]): ElementFitShape['closing'][number] {
  const { says } = way
  if (way.kind === 'train') return { kind: way.kind, topics: [...way.topics], says }
  if (way.kind === 'serve') return { kind: way.kind, counted: way.counted, sector: way.sector ?? null, says }
  return { kind: way.kind, says }
}

const presentStatement = (one: PartySpiritStatement, unitName: FitOfPair['unitName']) => ({
  evidence: one.evidence,
  aspect: one.aspect,
  channel: term('statementChannel', one.channel),
  tone: termOrNull('tone', one.tone ?? null),
  on: formatDate(one.on),
  source: one.sourceUnitId === undefined ? null : (unitName(one.sourceUnitId) ?? null),
  event: one.event ?? null,
  text: one.text ?? null,
  repeats: one.repeats ?? null,
})
