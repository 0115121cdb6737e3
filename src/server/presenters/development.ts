import { experienceNeedNames, type TrackProposal } from '#develop/index.ts'
import { type DateCode, formatDate } from '#domain/calendar.ts'
import type { TrackEvent } from '#domain/track.ts'
import type { CadreFacts, Facts } from '#policy/index.ts'
import type { Development, NeedPage, NeedQuery, NeedRow, TrackPage, TrackQuery } from '../contract/index.ts'
import type { DevelopmentReading } from '../development/reading.ts'
import { isConfirmed, recordedTrack } from '../development/reading.ts'
import { presentFinding, presentText } from './evidence.ts'
import { termOrNull } from './term.ts'

type TrackEvents = ReadonlyMap<string, readonly TrackEvent[]>

/** The list of needs, narrowed; the counts tell what each other choice would show. */
export function presentNeeds(facts: Facts, { needs }: DevelopmentReading, query: NeedQuery): NeedPage {
  const isAsked = (cadreId: string): boolean => {
    const cadre = cadreOf(facts, cadreId)
    if (query.unit !== undefined && cadre?.post?.place?.unit !== query.unit) return false
    if (query.reserve === 'true' && cadre?.reserve !== true) return false
    return query.level === undefined || (cadre?.level !== undefined && query.level.includes(cadre.level))
  }
  const lacking = needs.needs.filter(({ cadreId }) => isAsked(cadreId))
  const open = needs.open.filter(({ cadreId }) => isAsked(cadreId))
  const isNeed = ({ need }: { readonly need: string }): boolean =>
    query.need === undefined || query.need.some((asked) => asked === need)
  const rows: NeedRow[] =
    query.told === 'lacking'
      ? lacking.flatMap(({ cadreId, need, finding, proposal }) => {
          const name = experienceNeedNames.find((one) => one === need)
          return name && isNeed({ need }) ? [rowOf(facts, cadreId, { need: name, finding, proposal })] : []
        })
      : open.filter(isNeed).map((one) => rowOf(facts, one.cadreId, { ...one, proposal: undefined }))
  return {
    asOf: formatDate(facts.snapshot.asOf),
    total: rows.length,
    offset: query.offset,
    counts: experienceNeedNames.map((need) => ({ need, count: lacking.filter((one) => one.need === need).length })),
    open: open.length,
    units: unitsOf(facts, needs.needs),
    rows: rows.slice(query.offset, query.offset + query.limit),
  }
}

const cadreOf = (facts: Facts, cadreId: string): CadreFacts | undefined => {
  const index = facts.cadreIndex(cadreId)
  return index === undefined ? undefined : facts.cadre(index)
}

function rowOf(
  facts: Facts,
  cadreId: string,
  {
    need,
    finding,
    proposal,
  }: Pick<DevelopmentReading['needs']['open'][number], 'need' | 'finding'> & {
    readonly proposal: NeedRow['proposal'] | undefined
  },
): NeedRow {
  return {
    ...personOf(facts, cadreId),
    need,
    finding: presentFinding(finding),
    proposal: proposal ? presentText(proposal) : null,
  }
}

function personOf(facts: Facts, cadreId: string) {
  const { name } = facts.snapshot.tables.cadres.columns
  const cadre = cadreOf(facts, cadreId)
  const post = cadre?.post
  return {
    cadreId,
    name: name.values[name.codes[cadre?.index ?? -1] ?? -1] ?? cadreId,
    unitName: post?.seat?.unitName ?? null,
    title: post?.seat?.title ?? post?.label.zh ?? null,
    postLevel: termOrNull('postLevel', cadre?.level ?? null),
    reserve: cadre?.reserve ?? null,
  }
}

/** Units in which somebody has a need, the most first. */
function unitsOf(facts: Facts, needs: readonly { readonly cadreId: string }[]): NeedPage['units'] {
  const { unit_id, name } = facts.snapshot.tables.units.columns
  const names = new Map(
    Array.from(unit_id.codes, (code, row) => [unit_id.values[code], name.values[name.codes[row] ?? -1]]),
  )
  const counted = Map.groupBy(needs, ({ cadreId }) => cadreOf(facts, cadreId)?.post?.place?.unit ?? '')
  return [...counted]
    .filter(([unit]) => names.has(unit))
    .map(([unit, own]) => ({ unitId: unit, name: names.get(unit) ?? unit, count: own.length }))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
}

/** Proposals that differ from the record, or where it has nothing, as long as nobody confirmed a track. */
export function presentTracks(
  facts: Facts,
  { tracks }: DevelopmentReading,
  events: TrackEvents,
  query: TrackQuery,
): TrackPage {
  const waiting = tracks.filter(({ cadreId }) => !isConfirmed(events.get(cadreId) ?? []))
  const of = (verdict: TrackProposal['verdict']) => waiting.filter((one) => one.verdict === verdict)
  const shown = of(query.verdict)
  return {
    asOf: formatDate(facts.snapshot.asOf),
    total: shown.length,
    offset: query.offset,
    counts: { differs: of('differs').length, new: of('new').length },
    rows: shown
      .slice(query.offset, query.offset + query.limit)
      .flatMap(({ cadreId, recorded, proposed, finding }) =>
        proposed
          ? [{ ...personOf(facts, cadreId), recorded: recorded ?? null, proposed, finding: presentFinding(finding) }]
          : [],
      ),
  }
}

/** The development of one cadre: the career by routes, the ledger, the track, the needs. */
export function presentDevelopment(
  facts: Facts,
  reading: DevelopmentReading,
  cadre: CadreFacts,
  events: readonly TrackEvent[],
  today: DateCode,
): Development {
  const ledger = reading.ledgerOf(cadre)
  const proposal = reading.trackOf(cadre)
  const own = <T extends { readonly cadreId: string }>(all: readonly T[]): T[] =>
    all.filter(({ cadreId }) => cadreId === cadre.id)
  return {
    cadreId: cadre.id,
    asOf: formatDate(facts.snapshot.asOf),
    today: formatDate(today),
    steps: stepsOf(cadre, ledger.routes),
    routes: ledger.routes.map(({ route, months, open, spells, distinct, evidence }) => ({
      route,
      months: months ?? null,
      open,
      spells,
      distinct,
      evidence: [...evidence],
    })),
    breadth: ledger.breadth,
    trade: ledger.trade
      ? { sector: termOrNull('sector', ledger.trade.sector) ?? 'other', percent: ledger.trade.percent }
      : null,
    qualities: reading.qualitiesOf(cadre).map((one) => ({ ...one, on: formatDate(one.on) })),
    track: {
      recorded: recordedTrack(proposal, events) ?? null,
      proposed: proposal.proposed ?? null,
      verdict: proposal.verdict,
      finding: presentFinding(proposal.finding),
      version: events.at(-1)?.seq ?? 0,
      isConfirmed: isConfirmed(events),
      events: [...events].reverse().map(({ seq, kind, track, reason, on, byName, recordedAt }) => ({
        seq,
        kind,
        track: track ?? null,
        reason,
        on: formatDate(on),
        byName,
        recordedAt,
      })),
    },
    needs: own(reading.needs.needs).flatMap(({ need, finding, proposal }) => {
      const name = experienceNeedNames.find((one) => one === need)
      return name ? [{ need: name, finding: presentFinding(finding), proposal: presentText(proposal) }] : []
    }),
    open: own(reading.needs.open).map(({ need, finding }) => ({ need, finding: presentFinding(finding) })),
  }
}

/** Tenures with the routes that they count for; several places are a matter of the whole career. */
function stepsOf(
  cadre: CadreFacts,
  routes: readonly { readonly route: Development['routes'][number]['route']; readonly evidence: readonly string[] }[],
): Development['steps'] {
  return cadre.stretches.flatMap((stretch) => {
    if (stretch.kind === 'grade') return []
    return [
      {
        evidence: stretch.evidence,
        from: formatDate(stretch.from),
        to: stretch.to === 0 ? null : formatDate(stretch.to),
        label: stretch.label.zh,
        kind: stretch.kind,
        unitLevel: stretch.place?.around?.level ?? null,
        routes: routes
          .filter(({ route, evidence }) => route !== 'breadth' && evidence.includes(stretch.evidence))
          .map(({ route }) => route),
      },
    ]
  })
}
