import { formatDate } from '#domain/calendar.ts'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { Text } from '#domain/text.ts'
import {
  type ClaimShown,
  type Coverage,
  type EvidencePaper,
  type EvidenceSummary,
  type FactShown,
  fieldLabel,
  type PersonLink,
  sourceLabel,
  type ThinlyKnown,
  valueLabel,
} from '#identify/index.ts'
import type { RuleBook } from '#policy/index.ts'
import type { ConflictRecord, ConflictTally, Edition, PersonRecord, StatementRecord } from '#records/queries/index.ts'
import type {
  ConflictPage,
  ConflictRow,
  ConflictShape,
  DisputedFact,
  EvidenceOverview,
  EvidenceSheet,
  SuspectedDuplicate,
} from '../contract/index.ts'
import { presentText } from './evidence.ts'

type Rules = Pick<RuleBook, 'rules'>
type People = ReadonlyMap<string, Pick<PersonRecord, 'name' | 'unit_name' | 'title'>>

const tableFields: Readonly<Record<string, Text>> = { tenures: { zh: '任职经历', en: 'Career' } }

/** As a heading: facts are named in the middle of sentences elsewhere. */
function labelOfField(field: string): Text {
  const { zh, en } = tableFields[field] ?? fieldLabel(field)
  return { zh, en: en.charAt(0).toUpperCase() + en.slice(1) }
}
const labelOfValue = (field: string, value: string): Text => presentText(valueLabel(field, value))

function basisOf({ rules }: Rules, id: string): ConflictShape['basis'] {
  const rule = rules.get(id)
  return rule ? { instrument: rule.instrument.name.zh, article: rule.article, title: presentText(rule.title) } : null
}

const presentConflict = (row: ConflictRecord, book: Rules): ConflictShape => ({
  field: row.field,
  fieldLabel: labelOfField(row.field),
  values: row.values.map((value) => ({ value, label: labelOfValue(row.field, value) })),
  accepted: row.accepted === null ? null : { value: row.accepted, label: labelOfValue(row.field, row.accepted) },
  severity: row.severity,
  rule: row.rule,
  basis: basisOf(book, row.rule),
  reason: presentText(row.reason),
  mend: presentText(row.mend),
})

const presentPerson = (cadreId: string, people: People): ConflictRow['person'] => {
  const found = people.get(cadreId)
  return { cadreId, name: found?.name ?? cadreId, unitName: found?.unit_name ?? null, title: found?.title ?? null }
}

export const presentConflictPage = (page: {
  readonly edition: Edition
  readonly book: Rules
  readonly total: number
  readonly offset: number
  readonly rows: readonly ConflictRecord[]
  readonly tallies: readonly ConflictTally[]
}): ConflictPage => ({
  asOf: formatDate(page.edition.asOf),
  total: page.total,
  offset: page.offset,
  counts: presentCounts(page.tallies),
  rows: page.rows.map((row) => ({
    ...presentConflict(row, page.book),
    person: presentPerson(row.cadre_id, new Map([[row.cadre_id, row]])),
  })),
})

function presentCounts(tallies: readonly ConflictTally[]): ConflictPage['counts'] {
  const sum = (chosen: readonly ConflictTally[]): number => chosen.reduce((total, { count }) => total + count, 0)
  return {
    all: sum(tallies),
    undecided: sum(tallies.filter(({ undecided }) => undecided)),
    severities: (['serious', 'moderate', 'minor'] as const).map((severity) => ({
      severity,
      count: sum(tallies.filter((tally) => tally.severity === severity)),
    })),
    fields: [...Map.groupBy(tallies, ({ field }) => field)].map(([field, group]) => ({
      field,
      label: labelOfField(field),
      count: sum(group),
    })),
  }
}

function presentFact(fact: FactShown, units: ReadonlyMap<string, string>): DisputedFact {
  const { field, by, accepted, governing } = fact
  const presentClaim = (claim: ClaimShown): DisputedFact['candidates'][number]['origins'][number][number] => ({
    id: claim.id,
    source: presentText(sourceLabel(claim.source)),
    unit: claim.sourceUnit === null ? null : (units.get(claim.sourceUnit) ?? claim.sourceUnit),
    value: labelOfValue(field, claim.value),
    observedOn: claim.observedOn,
    recordedOn: claim.recordedOn,
  })
  return {
    field,
    fieldLabel: labelOfField(field),
    by,
    accepted: accepted === null ? null : labelOfValue(field, accepted),
    governing: governing === null ? null : labelOfValue(field, governing),
    candidates: fact.candidates.map(({ value, posterior, origins }) => ({
      value: labelOfValue(field, value),
      isAccepted: value === accepted,
      posterior,
      origins: origins.map((claims) => claims.map(presentClaim)),
    })),
  }
}

const presentDuplicate = (link: PersonLink, people: People): SuspectedDuplicate => ({
  people: [presentPerson(link.left, people), presentPerson(link.right, people)],
  probability: link.probability,
  priorBits: link.priorBits,
  parts: link.parts.map(({ comparison, level, bits }) => ({ comparison, level, bits })),
})

const labelOfChannel = (channel: string): Text => {
  if (channel === 'supervision') return { zh: '监督事项', en: 'Supervision' }
  const label = labelOf('statementChannel', channel)
  return presentText(label.en === channel ? labelOf('ratingChannel', channel) : label)
}

const presentStatement = (row: StatementRecord, coverage: Coverage): EvidenceSheet['statements'][number] => ({
  id: row.statement_id,
  channel: row.channel,
  channelLabel: labelOfChannel(row.channel),
  sourceName: row.source_name,
  observedOn: row.observed_on,
  recordedOn: row.recorded_on,
  aspect: row.aspect,
  tone: row.tone,
  event: row.event,
  text: row.text,
  asserts:
    row.field === null || row.value === null
      ? null
      : { field: labelOfField(row.field), value: labelOfValue(row.field, row.value) },
  repeats: coverage.repeats[row.statement_id] ?? null,
})

export const presentEvidenceSheet = (sheet: {
  readonly edition: Edition
  readonly book: Rules
  readonly paper: EvidencePaper
  readonly summary: EvidenceSummary
  readonly conflicts: readonly ConflictRecord[]
  readonly statements: readonly StatementRecord[]
  readonly people: People
}): EvidenceSheet => {
  const { coverage } = sheet.paper
  const units = new Map(
    sheet.statements.flatMap(({ source_unit_id: id, source_name: name }) =>
      id !== null && name !== null ? [[id, name] as const] : [],
    ),
  )
  return {
    asOf: formatDate(sheet.edition.asOf),
    recentMonths: sheet.summary.recentMonths,
    enoughSources: sheet.summary.enoughSources,
    coverage: {
      breadth: coverage.breadth,
      sources: coverage.sources,
      sides: [...coverage.sides],
      channels: coverage.channels.map((one) => ({ ...one, label: labelOfChannel(one.channel) })),
    },
    facts: sheet.paper.facts.map((fact) => presentFact(fact, units)),
    conflicts: sheet.conflicts.map((row) => presentConflict(row, sheet.book)),
    statements: sheet.statements.map((row) => presentStatement(row, coverage)),
    duplicates: sheet.paper.duplicates.map((link) => presentDuplicate(link, sheet.people)),
  }
}

export const presentEvidenceOverview = (overview: {
  readonly edition: Edition
  readonly summary: EvidenceSummary
  readonly listed: readonly ThinlyKnown[]
  readonly total: number
  readonly offset: number
  readonly people: People
}): EvidenceOverview => {
  const { summary, people } = overview
  const { thinlyKnown, duplicates } = summary
  const countOf = (breadth: string): number => thinlyKnown.filter((one) => one.breadth === breadth).length
  return {
    asOf: formatDate(overview.edition.asOf),
    serving: summary.serving,
    recentMonths: summary.recentMonths,
    enoughSources: summary.enoughSources,
    thinlyKnown: {
      counts: { none: countOf('none'), little: countOf('little'), oneSided: countOf('one-sided') },
      total: overview.total,
      offset: overview.offset,
      rows: overview.listed.map(({ cadreId, breadth, sources, sides, latest }) => ({
        person: presentPerson(cadreId, people),
        breadth,
        sources,
        sides: [...sides],
        latest,
      })),
    },
    duplicates: {
      rows: [...duplicates.sure, ...duplicates.review].map((link) => presentDuplicate(link, people)),
      pairsCompared: duplicates.pairsCompared,
      falseMatchRate: duplicates.falseMatchRate ?? null,
    },
    reliability: summary.reliability.map((one) => ({ ...one, source: presentText(sourceLabel(one.source)) })),
  }
}
