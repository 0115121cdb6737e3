import { type Ground, labelOfKind, simulate } from '#appoint/index.ts'
import { openings, type PostedNeed, type PostingProposal, type Postings } from '#develop/index.ts'
import { formatDate } from '#domain/calendar.ts'
import { booleanAt } from '#domain/columns.ts'
import type { TeamStanding } from '#domain/slate.ts'
import type { Facts } from '#policy/index.ts'
import { postedNeed } from '../contract/career-paths.ts'
import type { PostingEffect, PostingPage, PostingProposalShape, PostingQuery } from '../contract/index.ts'
import { presentText } from '../presenters/evidence.ts'
import { nameOf, personOf, seatNameOf } from './names.ts'

interface Row {
  readonly cadreId: string
  readonly need: PostedNeed
  readonly proposals: readonly PostingProposal[]
}

export function presentPostings(
  facts: Facts,
  { proposals, unmet, places }: Postings,
  query: PostingQuery,
): PostingPage {
  const rows: Row[] = [
    ...[...Map.groupBy(proposals, ({ cadreId, need }) => `${cadreId} ${need}`).values()].flatMap((own) => {
      const [first] = own
      return first ? [{ cadreId: first.cadreId, need: first.need, proposals: own }] : []
    }),
    ...unmet.map((one) => ({ ...one, proposals: [] })),
  ]
  const { reserve } = facts.snapshot.tables.cadres.columns
  const isReserve = (cadreId: string): boolean => booleanAt(reserve, facts.cadreIndex(cadreId) ?? -1) === true
  const listed = rows
    .filter(({ need }) => query.need === undefined || query.need.includes(need))
    .filter(({ cadreId }) => query.cadre === undefined || cadreId === query.cadre)
    .filter(({ cadreId }) => query.reserve !== true || isReserve(cadreId))
    .filter(({ proposals: own }) => query.without !== true || own.length === 0)
    .sort((a, b) => (a.cadreId < b.cadreId ? -1 : a.cadreId > b.cadreId ? 1 : 0))
  return {
    asOf: formatDate(facts.snapshot.asOf),
    total: listed.length,
    offset: query.offset,
    counts: postedNeed.options.map((need) => {
      const own = rows.filter((row) => row.need === need)
      return { need, people: own.length, without: own.filter((row) => row.proposals.length === 0).length }
    }),
    places: openings.map((cause) => ({ cause, count: places.filter((place) => place.cause === cause).length })),
    rows: listed.slice(query.offset, query.offset + query.limit).map(({ cadreId, need, proposals: own }) => ({
      cadre: personOf(facts, cadreId),
      reserve: isReserve(cadreId),
      need,
      proposals: own.map((one) => presentProposal(facts, one)),
    })),
  }
}

const presentProposal = (facts: Facts, one: PostingProposal): PostingProposalShape => ({
  seat: seatNameOf(facts, one.positionId),
  cause: one.cause,
  on: formatDate(one.on),
  holder: one.holderId === undefined ? null : nameOf(facts, one.holderId),
  verdict: one.verdict,
  move: one.move ?? null,
  gain: Object.entries(one.gain).map(([exposure, months]) => ({
    exposure: exposure as PostingProposalShape['gain'][number]['exposure'],
    months,
  })),
  meets: [...one.meets],
  rank: one.rank,
  others: one.others,
})

/** The teams that a posting touches, before and after: what the one loses and the other wins. */
export function presentEffect(ground: Ground, cadreId: string, positionId: string): PostingEffect {
  const { facts } = ground
  const to = facts.seatIndex(positionId)
  const taking = to === undefined ? undefined : facts.seat(to).unit
  return {
    teams: simulate(ground, [{ positionId, cadreId }]).teams.map(({ team, before, after }) => ({
      unitId: team.unitId,
      unitName: team.unitName,
      side: team.unitId === taking ? 'takes' : 'gives',
      before: standing(before),
      after: standing(after),
      changes: before.counts.flatMap(({ kind, with: of, count, least }, place) => {
        const then = after.counts[place]?.count ?? count
        const label = presentText(labelOfKind({ kind, ...(of === undefined ? {} : { with: of }) }))
        return then === count ? [] : [{ label, before: count, after: then, least: least ?? null }]
      }),
    })),
  }
}

function standing({ members, empty }: TeamStanding): PostingEffect['teams'][number]['before'] {
  const ages = members.flatMap(({ age }) => age ?? [])
  const mean = ages.length === 0 ? null : ages.reduce((sum, age) => sum + age, 0) / ages.length
  return { members: members.length, empty, age: mean === null ? null : Math.round(mean * 10) / 10 }
}
