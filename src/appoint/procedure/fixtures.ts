/** An invented county for the tests of procedure: five seats, four people, and events by hand. */
import type { DateCode } from '#domain/calendar.ts'
import type { CaseAct, CaseEvent, CaseKind, CaseOpening, CaseTarget, RecordedFacts } from '#domain/selection-case.ts'
import { SnapshotBuilder } from '#domain/snapshot.ts'
import { fieldNamesOf, type TableName } from '#domain/tables.ts'
import { type Facts, factsFor, loadRuleBook } from '#policy/index.ts'
import { type ActContext, refusalOf, type WantedAct } from './acts.ts'
import { gateOf } from './gate.ts'
import { isOnRecord } from './parties.ts'
import { nextStage, pathOf } from './path.ts'
import { courseFacts } from './process.ts'
import type { OfficerKin } from './recusal.ts'
import { replay } from './replay.ts'

export const book = loadRuleBook()
export const today: DateCode = 20261123

type Sparse = Readonly<Record<string, string>>
type Rows = readonly (readonly [TableName, Sparse])[]

const person = (id: string, name: string): readonly [TableName, Sparse] => [
  'cadres',
  {
    cadre_id: id,
    name,
    born_on: '1980-05-01',
    work_started_on: '2002-07-01',
    party: '中共党员',
    party_joined_on: '2003-07-01',
    authority_unit_id: 'U1',
    health_ok: 'true',
  },
]

const held = (id: string, cadre: string, position: string, level: string, role: string, from: string): Rows[number] => [
  'tenures',
  { tenure_id: id, cadre_id: cadre, position_id: position, post_level: level, role, from, kind: 'appointed' },
]

const seat = (id: string, title: string, level: string, role: string): Rows[number] => [
  'positions',
  { position_id: id, unit_id: 'U2', team_id: 'M2', title, post_level: level, role },
]

const county: Rows = [
  ['units', { unit_id: 'U1', name: '甲县县委', kind: 'party', level: 'county' }],
  ['units', { unit_id: 'U2', parent_id: 'U1', name: '甲县财政局', kind: 'department', level: 'county' }],
  ['teams', { team_id: 'M2', unit_id: 'U2', quota_principal: '1', quota_deputy: '3' }],
  seat('P1', '局长', 'section-chief', 'principal'),
  seat('P2', '副局长', 'section-deputy', 'deputy'),
  seat('P3', '副局长（分管预算）', 'section-deputy', 'deputy'),
  seat('P4', '副局长（分管国库）', 'section-deputy', 'deputy'),
  [
    'positions',
    { position_id: 'P5', unit_id: 'U1', title: '副主任（正科级）', post_level: 'section-chief', role: 'deputy' },
  ],
  person('C1', '王明'),
  person('C2', '李华'),
  person('C3', '赵强'),
  person('C4', '王芳'),
  held('T1', 'C1', 'P2', 'section-deputy', 'deputy', '2018-03-01'),
  held('T3', 'C3', 'P5', 'section-chief', 'deputy', '2020-03-01'),
  held('T2', 'C2', 'P3', 'section-deputy', 'deputy', '2019-03-01'),
  ['relatives', { cadre_id: 'C1', relation: '妹妹', name: '王芳', relative_cadre_id: 'C4' }],
]

/** The county as of a day, with more rows. */
export function countyOn(asOf: DateCode, more: Rows = []): Facts {
  const builder = new SnapshotBuilder(asOf)
  for (const [table, values] of [...county, ...more]) {
    builder.append(
      table,
      fieldNamesOf(table).map((name) => values[name] ?? null),
    )
  }
  return factsFor(builder.finish(), book)
}

export const seatTarget = (positionId: string): CaseTarget => ({ kind: 'seat', positionId })

export function openingOf(kind: CaseKind, more: Partial<CaseOpening> = {}): CaseOpening {
  return { kind, title: '甲县财政局局长', target: seatTarget('P1'), candidates: [], handlers: ['officer'], ...more }
}

/** Events from acts, each on its day. */
export function eventsOf(acts: readonly (readonly [on: DateCode, act: CaseAct])[]): CaseEvent[] {
  return acts.map(([on, act], index) => ({
    ...act,
    seq: index + 1,
    on,
    by: 'officer',
    byName: '林晓舟',
    recordedAt: '2026-11-23T00:00:00.000Z',
  }))
}

export interface Played {
  readonly events: readonly CaseEvent[]
  readonly selection: ReturnType<typeof replay>
  readonly gate: ActContext['gate']
  readonly context: ActContext
}

interface Setting {
  readonly facts?: Facts
  readonly others?: readonly ReturnType<typeof replay>[]
  readonly officers?: readonly OfficerKin[]
  readonly mayOverride?: boolean
  readonly isKin?: boolean
}

/** The case on a day, with its gate. */
export function at(events: readonly CaseEvent[], on: DateCode, setting: Setting = {}): Played {
  const selection = replay(events)
  const path = pathOf(book, selection.opening.kind, selection.openedOn)
  const ahead = nextStage(path, selection.stage, courseFacts(selection))
  const to = ahead.kind === 'stage' ? ahead.stage : undefined
  const { facts = countyOn(on), others = [], officers = [], mayOverride = true, isKin = false } = setting
  const gate = gateOf({ book, path, facts, selection, to, on, others, officers })
  const never = new Set(['APPT-38-MAJORITY', 'APPT-37-QUORUM'])
  const onRecord = isOnRecord(facts, selection)
  const context = { selection, events, path, gate, onRecord, today, on, isKin, account: 'officer', mayOverride, never }
  return { events, selection, gate, context }
}

/** Does what is wanted, or says why not by its code. */
export function tryAct(events: readonly CaseEvent[], on: DateCode, act: WantedAct, setting: Setting = {}) {
  const { selection, gate, context } = at(events, on, setting)
  const refusal = refusalOf(context, act)
  if (refusal) return { refused: refusal.code, events }
  return {
    refused: undefined,
    events: [...events, eventAfter(selection.version, on, recordedAs(act, selection, gate))],
  }
}

/** Answers all that the gate asks, or passes by a document all that may be passed. */
export function settle(
  events: readonly CaseEvent[],
  on: DateCode,
  how: 'answered' | 'overridden',
  setting: Setting = {},
): readonly CaseEvent[] {
  const { selection, gate, context } = at(events, on, setting)
  const grounds = { approvedBy: '市委', document: '1号', documentOn: on, reason: '经批准' }
  const acts = gate.flatMap(({ effect, finding: { rule }, cadreId }): WantedAct[] => {
    const about = { rule, ...(cadreId === undefined ? {} : { cadreId }) }
    if (how === 'answered') return effect === 'asks' ? [{ kind: how, ...about, stands: true, note: '已研究' }] : []
    return effect === 'blocks' ? [{ kind: how, ...about, ...grounds }] : []
  })
  const allowed = acts.filter((act) => refusalOf(context, act) === undefined)
  const added = allowed.map((act, index) => eventAfter(selection.version + index, on, recordedAs(act, selection, gate)))
  return [...events, ...added]
}

function eventAfter(version: number, on: DateCode, act: CaseAct): CaseEvent {
  const [event] = eventsOf([[on, act]])
  return { ...(event as CaseEvent), seq: version + 1 }
}

function recordedAs(act: WantedAct, selection: ReturnType<typeof replay>, gate: ActContext['gate']): CaseAct {
  switch (act.kind) {
    case 'advanced':
      return { kind: 'advanced', from: selection.stage, to: act.to, gate }
    case 'closed':
      return { ...act, gate }
    case 'returned':
      return { ...act, from: selection.stage }
    case 'overridden':
    case 'answered': {
      const found = gate.find(({ finding, cadreId }) => finding.rule === act.rule && cadreId === act.cadreId)
      return { ...act, finding: found?.finding } as CaseAct
    }
    default:
      return act as CaseAct
  }
}

/** Finding at the gate by rule, as `effect verdict`, of one candidate where named. */
export const gateBy = ({ gate }: Played, rule: string, cadreId?: string): string | undefined => {
  const found = gate.find((one) => one.finding.rule === rule && one.cadreId === cadreId)
  return found && `${found.effect} ${found.finding.verdict}`
}

/** Facts of a promotion done by the book, by the stage at which they come to be. */
export const byTheBook: Readonly<Record<string, RecordedFacts>> = {
  motion: {
    motion_on: 20260105,
    occasion: 'individual',
    exceptional: false,
    skips_level: false,
    unrecommended: false,
    co_managed: false,
    city_county_chief: false,
    elected: false,
    plan: { post: true, conditions: true, scope: true, method: true, procedure: true, 'candidate-ideas': true },
  },
  recommendation: {
    talks_held: true,
    talks_on: 20260112,
    meeting_held: true,
    meeting_on: 20260114,
    recommended_on: 20260116,
    directed: true,
    recommended_position: 'P1',
    reference_candidates: 3,
  },
  appraisees: {
    appraisees_on: 20260120,
    concentrated: true,
    grounds: {
      'work-need': true,
      'virtue-ability': true,
      recommendation: true,
      'daily-knowledge': true,
      synthesis: true,
      'post-fit': true,
    },
  },
  appraisal: {
    appraised_on: 20260126,
    appraisers: [
      { name: '甲', concerned: false, recused: false },
      { name: '乙', concerned: false, recused: false },
    ],
  },
  deliberation: {
    matters: {
      'institution-change': false,
      'chief-leaving': false,
      'large-batch': false,
      relative: false,
      secretary: false,
      exceptional: false,
      'beyond-limit': false,
      'over-quota': false,
      'early-move': false,
    },
    breaches: {
      'over-quota': false,
      'improper-seeking': false,
      procedure: false,
      leak: false,
      concealment: false,
      canvassing: false,
      interference: false,
      rush: false,
      nepotism: false,
      'dossier-fraud': false,
    },
  },
  decision: {
    decided_on: 20260306,
    deciding_body: 'standing-committee',
    voting: 'secret-ballot',
    members_due: 11,
    members_present: 9,
    chief_last: true,
    large_disagreement: false,
    reconsidered: false,
    members: [...'甲乙丙丁戊己庚辛壬'].map((name) => ({
      name,
      present: true,
      opinion: 'agree',
      concerned: false,
      recused: false,
    })),
  },
  notice: { notice_from: 20260309, notice_to: 20260313 },
  appointment: { talked_on: 20260317, appointed_on: 20260317, start_kind: 'decided', tenure_from: 20260306 },
  probation: { probation_due: true, probation_from: 20260317 },
}

/** Facts of each candidate, likewise. */
export const ofEach: Readonly<Record<string, RecordedFacts>> = {
  appraisal: {
    aspects: { integrity: true, competence: true, diligence: true, achievement: true, probity: true },
    steps: {
      'team-plan': true,
      'consult-unit': true,
      forecast: true,
      collect: true,
      'face-to-face': true,
      synthesis: true,
      feedback: true,
      proposal: true,
    },
    sections: { strengths: true, defects: true, recommendation: true, checks: true },
    checks: { dossier: 'clear', 'personal-matters': 'clear', 'discipline-opinion': 'clear', petition: 'clear' },
    audit_required: false,
    unit_opinion_heard: true,
    peer_opinion_heard: true,
    secretary_signed: true,
    discipline_signed: true,
  },
  decision: { votes_for: 9 },
}
