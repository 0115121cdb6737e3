/** Everything on record about a principal on one time axis (全程监督), each entry with the row, meeting or matter it stands for. */
import { type DateCode, formatDate, latest } from '#domain/calendar.ts'
import type { Verdict } from '#domain/finding.ts'
import type { Identifier } from '#domain/lexicon/enumerations.ts'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { Matter, MatterDesign } from '#domain/matter.ts'
import type { RecordedMeeting } from '#domain/meeting.ts'
import { fill, type Text } from '#domain/text.ts'
import type { CadreFacts, SupervisionEvent } from '#policy/index.ts'
import { type AuditDue, auditSource } from './audits.ts'

export type CourseKind = Identifier<'principalEntry'>

export interface CourseEntry {
  readonly kind: CourseKind
  readonly on: DateCode
  readonly label: Text
  /** How an item of a meeting stands against the rules. */
  readonly verdict?: Verdict
  /** `tenures/T1`, `meetings/…`, `matters/…`: where it is recorded. */
  readonly source: string
}

export interface CourseQuestion {
  readonly cadre: CadreFacts
  readonly meetings: readonly { readonly meeting: RecordedMeeting; readonly verdict: Verdict }[]
  readonly matters: readonly { readonly matterId: string; readonly design: MatterDesign; readonly matter: Matter }[]
  readonly audits: readonly AuditDue[]
}

/**
 * In the order of days, the last one first; what is due lies ahead. Of petitions only those found true appear.
 * @example principalCourse(question)[0]?.kind // 'ahead'
 */
export function principalCourse({ cadre, meetings, matters, audits }: CourseQuestion): readonly CourseEntry[] {
  return [
    ...posts(cadre),
    ...cadre.evaluations.map(
      ({ evidence, year, result }): CourseEntry => ({
        kind: 'evaluation',
        on: year * 10000 + 1231,
        label: fill(evaluated, { year, result: labelOf('evaluationResult', result ?? '') }),
        source: evidence,
      }),
    ),
    ...cadre.supervision().flatMap(checked),
    ...meetings.map(
      ({ meeting, verdict }): CourseEntry => ({
        kind: 'meeting',
        on: meeting.heldOn,
        label: fill(met, { name: meeting.name, count: meeting.items.length }),
        verdict,
        source: `meetings/${meeting.meetingId}`,
      }),
    ),
    ...matters.flatMap(attended),
    ...audits.flatMap((audit): CourseEntry[] =>
      audit.dueOn === undefined
        ? []
        : [
            {
              kind: 'ahead',
              on: audit.dueOn,
              label: fill(due, { what: audit.basis.title }),
              source: auditSource(audit),
            },
          ],
    ),
  ].sort((a, b) => latest(b.on) - latest(a.on))
}

const evaluated: Text = { zh: '{year}年度考核：{result}', en: 'Evaluation of {year}: {result}' }
const met: Text = { zh: '{name}（议题{count}项）', en: '{name} (items: {count})' }
const due: Text = { zh: '应当完成：{what}', en: 'Due: {what}' }
const begun: Text = { zh: '任{post}', en: 'Takes up {post}' }
const ended: Text = { zh: '不再任{post}', en: 'Leaves {post}' }

function posts({ stretches }: CadreFacts): CourseEntry[] {
  const held = stretches.filter(({ kind, role }) => kind !== 'grade' && role === 'principal')
  return held.flatMap(({ evidence, from, to, label }): CourseEntry[] => [
    { kind: 'post', on: from, label: fill(begun, { post: label }), source: evidence },
    ...(to === 0 ? [] : [{ kind: 'post' as const, on: to, label: fill(ended, { post: label }), source: evidence }]),
  ])
}

const kindOf: Readonly<Record<string, CourseKind>> = {
  'triple-audit': 'audit',
  audit: 'audit',
  inspection: 'inspection',
  petition: 'petition',
}

/** What was closed later is told with its day. */
function checked({ evidence, kind, on, label, verified, closedOn, dueOn }: SupervisionEvent): CourseEntry[] {
  if (kind === 'petition' && verified !== true) return []
  const state = closedOn !== undefined ? closed : dueOn !== undefined ? openUntil : undefined
  const told = state ? fill(state, { what: label, day: formatDate(closedOn ?? dueOn ?? 0, '.') }) : label
  return [{ kind: kindOf[kind] ?? 'check', on, label: told, source: evidence }]
}

const closed: Text = { zh: '{what}，{day}办结', en: '{what}, closed {day}' }
const openUntil: Text = { zh: '{what}，未办结，期限{day}', en: '{what}, open, due {day}' }

function attended({ matterId, design, matter }: CourseQuestion['matters'][number]): CourseEntry[] {
  const what = labelOf('matterKind', design.kind)
  const kind = design.kind === 'joint-audit' ? 'audit' : 'rectification'
  const source = `matters/${matterId}`
  const opened = { zh: '{what}：立项（{title}）', en: '{what}: opened ({title})' }
  return [
    { kind, on: matter.openedOn, label: fill(opened, { what, title: matter.opening.title }), source },
    ...matter.deeds.map(({ act, on }): CourseEntry => {
      const done = design.acts.find(({ id }) => id === act)?.label ?? { zh: act, en: act }
      return { kind, on, label: fill({ zh: '{what}：{done}', en: '{what}: {done}' }, { what, done }), source }
    }),
  ]
}
