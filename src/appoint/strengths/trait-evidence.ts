import { type DateCode, formatDate } from '#domain/calendar.ts'
import { dateAt, numberAt, textAt } from '#domain/columns.ts'
import type { Verdict } from '#domain/finding.ts'
import { labelOf } from '#domain/lexicon/terms.ts'
import { byCadre, rowsOf, type Snapshot } from '#domain/snapshot.ts'
import { fill, type Text } from '#domain/text.ts'
import type { CadreFacts } from '#policy/index.ts'
import type { Ground } from '../ground.ts'
import { monthsOf } from '../team/service.ts'
import { type EvidenceSettings, evidenceSettings } from '../theme/evidence-settings.ts'
import {
  deedSupport,
  honourSupport,
  kindsOf,
  resultSupport,
  type Support,
  type SupportKind,
  verdictOf,
  wordsIn,
} from '../theme/support.ts'
import type { TrackRecords } from '../theme/track-record.ts'
import { type TraitRule, traitRules } from './traits.ts'

/** A strength as far as the record speaks of it. */
export interface TraitEvidence extends Pick<TraitRule, 'trait' | 'rule' | 'basis'> {
  readonly verdict: Verdict
  /** Kinds of evidence that speak for it. */
  readonly kinds: readonly SupportKind[]
  readonly supports: readonly Support[]
  readonly against: readonly Support[]
  readonly missing: readonly string[]
}

/**
 * 特长: for each of the five traits, what on file speaks for it and against it. Words never become a number.
 * @example traitReader(ground, records)(facts.cadre(7)).filter(({ verdict }) => verdict === 'met')
 */
export function traitReader(
  { book, snapshot }: Pick<Ground, 'book' | 'snapshot'>,
  records: TrackRecords,
): (cadre: CadreFacts) => readonly TraitEvidence[] {
  const rules = traitRules(book, snapshot.asOf)
  const settings = evidenceSettings(book, snapshot.asOf)
  const assessed = assessedReader(snapshot)
  const studied = studiedReader(snapshot)
  const known: TraitEvidence[][] = []
  return (cadre) => {
    known[cadre.index] ??= rules.map((rule) => {
      const levels = assessed(cadre.index).filter(({ element }) => rule.elements.includes(element))
      const deeds = records.deeds(cadre.index).filter(({ on }) => on >= settings.since)
      const told = (tones: readonly string[]): Support[] =>
        deeds.filter(({ tone }) => tones.includes(tone)).flatMap((deed) => deedSupport(deed, rule.words))
      const supports = [
        ...levels.filter(({ level }) => level >= settings.leastLevel).map(({ support }) => support),
        ...told(['favourable']),
        ...studied(cadre.index).filter(({ text = '' }) => wordsIn(text, rule.majors).length > 0),
        ...servedSupport(cadre, rule, settings, snapshot.asOf),
        ...since(
          settings,
          records.results.answeredBy(cadre.index).flatMap((one) => resultSupport(one, rule.indicators, settings)),
        ),
        ...since(
          settings,
          records.honours(cadre.index).flatMap((one) => honourSupport(one, rule.words)),
        ),
      ]
      const against = [
        ...levels.filter(({ level }) => level < settings.leastLevel).map(({ support }) => support),
        ...told(['adverse', 'both']),
      ]
      const kinds = kindsOf(supports)
      const verdict = verdictOf(kinds.length, settings.leastKinds, against.length)
      const { trait, rule: id, basis } = rule
      const missing = verdict === 'unknown' ? ['competencies.level', 'statements.text'] : []
      return { trait, rule: id, basis, verdict, kinds, supports, against, missing }
    })
    return known[cadre.index] ?? []
  }
}

const since = (settings: EvidenceSettings, supports: readonly Support[]): Support[] =>
  supports.filter(({ on }) => on === undefined || on >= settings.since)

interface Assessed {
  readonly element: string
  readonly level: number
  readonly support: Support
}

/** The latest assessment of each ability; Party spirit is left to its own paper. */
function assessedReader(snapshot: Snapshot): (cadre: number) => readonly Assessed[] {
  const rows = byCadre(snapshot, 'competencies')
  const c = snapshot.tables.competencies.columns
  return (cadre) => {
    const latest = new Map<string, number>()
    for (const row of rowsOf(rows, cadre)) {
      const element = textAt(c.element, row) ?? ''
      if (textAt(c.facet, row) === 'party-spirit') continue
      const before = latest.get(element)
      if (before === undefined || (dateAt(c.on, before) ?? 0) <= (dateAt(c.on, row) ?? 0)) latest.set(element, row)
    }
    return [...latest].map(([element, row]) => {
      const level = numberAt(c.level, row) ?? 0
      const on = dateAt(c.on, row)
      const assessor = textAt(c.assessor, row) ?? ''
      const parts = [
        'competencies',
        textAt(c.cadre_id, row),
        textAt(c.facet, row),
        element,
        on && formatDate(on),
        assessor,
      ]
      const says = fill(assessedSays, { element, level, assessor, on: on === undefined ? '' : formatDate(on) })
      return {
        element,
        level,
        support: { kind: 'assessed', evidence: [parts.join('/')], on, says, corroborated: undefined },
      }
    })
  }
}

/** Courses of study with a major, which is the `text`. */
function studiedReader(snapshot: Snapshot): (cadre: number) => readonly Support[] {
  const rows = byCadre(snapshot, 'educations')
  const e = snapshot.tables.educations.columns
  return (cadre) =>
    [...rowsOf(rows, cadre)].flatMap((row): Support[] => {
      const major = textAt(e.major, row)
      if (major === undefined) return []
      const [school, mode, level] = [textAt(e.school, row) ?? '', textAt(e.mode, row) ?? '', textAt(e.level, row) ?? '']
      const says = fill(studiedSays, { school, major, level: labelOf('educationLevel', level) })
      const evidence = [`educations/${textAt(e.cadre_id, row)}/${mode}/${level}`]
      return [{ kind: 'studied', evidence, on: dateAt(e.to, row), says, corroborated: undefined, text: major }]
    })
}

function servedSupport(
  { stretches }: CadreFacts,
  { served }: TraitRule,
  { leastMonths }: EvidenceSettings,
  asOf: DateCode,
): Support[] {
  const chosen = stretches.filter(
    ({ seat, role }) =>
      seat !== undefined &&
      (served.sectors.includes(seat.sector ?? '') ||
        served.unitKinds.includes(seat.unitKind) ||
        served.roles.includes(role ?? '')),
  )
  const months = monthsOf(chosen, () => true, asOf).least
  if (months < leastMonths) return []
  const posts = [...new Set(chosen.map(({ label }) => label.zh))]
  const says = fill(servedSays, { years: (months / 12).toFixed(1), first: posts[0] ?? '', count: posts.length })
  return [
    { kind: 'served', evidence: chosen.map(({ evidence }) => evidence), on: undefined, says, corroborated: undefined },
  ]
}

const assessedSays: Text = {
  zh: '{element} {level} 级（{on} {assessor}）',
  en: '{element}: level {level} ({on} {assessor})',
}
const studiedSays: Text = { zh: '{school}{major}（{level}）', en: '{major}, {school} ({level})' }
const servedSays: Text = {
  zh: '有关岗位任职 {years} 年：{first}等 {count} 个岗位',
  en: '{years} years in such posts: {first} and others, {count} in all',
}
