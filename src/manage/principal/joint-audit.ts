/**
 * 三责联审: the joint audit of one principal. From the plan of the year to the notice, the three departments on site, the
 * findings of each part, the opinion of the person, the report, the use of the result, and the rectification of what was found.
 * The report writes each finding as an event of supervision, from which its rectification is opened.
 */
import { addDays, type DateCode, formatDate } from '#domain/calendar.ts'
import type { Citation } from '#domain/finding.ts'
import { identifiersOf, labelOf } from '#domain/lexicon/terms.ts'
import type {
  ActContext,
  Matter,
  MatterActDesign,
  MatterDeadline,
  MatterDesign,
  MatterHindrance,
  MatterRow,
  MatterWrite,
} from '#domain/matter.ts'
import { dayIn, lastDeed, rowsIn } from '#domain/matter-course.ts'
import { fill, type Text } from '#domain/text.ts'
import { citationOf, localReader, type RuleBook } from '#policy/index.ts'
import { principalSettings } from './settings.ts'

const stages = [
  { id: 'planned', label: { zh: '列入计划', en: 'Planned' } },
  { id: 'notified', label: { zh: '已通知', en: 'Notified' } },
  { id: 'on-site', label: { zh: '进驻联审', en: 'On site' } },
  { id: 'consulted', label: { zh: '征求意见', en: 'Comment asked for' } },
  { id: 'answered', label: { zh: '意见反馈', en: 'Comment received' } },
  { id: 'reported', label: { zh: '联审报告', en: 'Reported' } },
  { id: 'used', label: { zh: '结果运用', en: 'Result used' } },
  { id: 'ended', label: { zh: '办结', en: 'Ended' }, isEnd: true },
] as const

const partIds = ['selection', 'staffing', 'finance'] as const
type PartId = (typeof partIds)[number]

const partLabels: Readonly<Record<PartId, string>> = {
  selection: 'selection of cadres',
  staffing: 'staffing',
  finance: 'economic responsibility',
}

interface AuditPart {
  readonly id: PartId
  readonly label: Text
  readonly department: string
}

/** The three parts and who reviews each, in the order of the measures. */
function partsOf(book: RuleBook, on: DateCode): readonly AuditPart[] {
  const named = Object.entries(localReader(book, 'SANZE-THREE', on)('parts') as Readonly<Record<string, string>>)
  return partIds.flatMap((id, place) => {
    const [zh, department] = named[place] ?? []
    return zh === undefined || department === undefined ? [] : [{ id, label: { zh, en: partLabels[id] }, department }]
  })
}

const grades = identifiersOf('severity')
  .filter((id) => id !== 'none')
  .map((id) => ({ id, label: labelOf('severity', id) }))

const uses = [
  { id: 'assessment', label: { zh: '考核评价', en: 'Assessment' } },
  { id: 'appointment', label: { zh: '选拔任用', en: 'Appointment' } },
  { id: 'staffing', label: { zh: '机构编制调整', en: 'Staffing' } },
  { id: 'honours', label: { zh: '奖励', en: 'Honours' } },
  { id: 'accountability', label: { zh: '问责', en: 'Accountability' } },
]

const findingsField = (id: PartId): string => `findings_${id}`

/** What one department found; an empty list of findings says that nothing was found. */
const recordPart = ({ id, label, department }: AuditPart): MatterActDesign => ({
  id: `record-${id}`,
  label: fill({ zh: '登记{part}结果', en: 'Record the result: {part}' }, { part: label }),
  from: ['on-site'],
  by: ['handler'],
  fields: [
    { name: `${id}_by`, label: { zh: `审查单位（${department}）`, en: 'Reviewed by' }, kind: 'text', required: true },
    { name: `${id}_says`, label: { zh: '总体评价', en: 'Overall' }, kind: 'paragraph', required: true },
    {
      name: findingsField(id),
      label: { zh: '发现的问题', en: 'Findings' },
      kind: 'rows',
      help: { zh: '没有发现问题的留空', en: 'Leave empty where nothing was found' },
      columns: [
        { name: 'finding', label: { zh: '问题', en: 'Finding' }, kind: 'text', required: true },
        { name: 'grade', label: { zh: '程度', en: 'Grade' }, kind: 'choice', options: grades, required: true },
        { name: 'basis', label: { zh: '依据', en: 'Basis' }, kind: 'text' },
      ],
    },
  ],
})

const missingParts = (parts: readonly AuditPart[], { matter }: ActContext): MatterHindrance | undefined => {
  const open = parts.filter(({ id }) => !lastDeed(matter, `record-${id}`))
  if (open.length === 0) return undefined
  const names = { zh: open.map(({ label }) => label.zh).join('、'), en: open.map(({ label }) => label.en).join(', ') }
  return {
    code: 'audit-part-missing',
    says: fill({ zh: '还没有结果：{names}。', en: 'No result yet: {names}.' }, { names }),
    mend: { zh: '三个部分都登记结果以后，再征求意见。', en: 'Record the result of all three parts first.' },
  }
}

/** One event a finding, so that each is rectified by itself; one event where nothing was found. */
function reportRows({ matter, facts, on }: ActContext): readonly MatterWrite[] {
  const { cadreId, unitId } = matter.opening.subject
  const found = partIds.flatMap((id): readonly MatterRow[] => rowsIn(matter.facts, findingsField(id)))
  const about = { cadre_id: cadreId ?? null, unit_id: unitId ?? null, kind: 'triple-audit', on: formatDate(on) }
  const dueOn = dayIn(facts, 'rectify_by')
  if (found.length === 0) {
    const row = { ...about, event_id: '+triple-audit', severity: 'none', closed_on: formatDate(on), verified: 'true' }
    return [{ table: 'supervision', row: { ...row, finding: '三责联审未发现问题' } }]
  }
  return found.map(({ finding, grade }, place) => ({
    table: 'supervision',
    row: {
      ...about,
      event_id: `+triple-audit-${place + 1}`,
      finding: String(finding),
      severity: String(grade),
      due_on: dueOn === undefined ? null : formatDate(dueOn),
      verified: 'true',
    },
  }))
}

const hasFindings = ({ facts }: Matter): boolean => partIds.some((id) => rowsIn(facts, findingsField(id)).length > 0)

const noDueDay: MatterHindrance = {
  code: 'audit-due-day',
  says: { zh: '有问题需要整改，没有写整改期限。', en: 'There are findings, and no day by which to rectify them.' },
  mend: { zh: '写明整改期限。', en: 'Give the day.' },
}

const notify = (basis: Citation): MatterActDesign => ({
  id: 'notify',
  label: { zh: '发出联审通知', en: 'Give notice' },
  from: ['planned'],
  to: 'notified',
  by: ['handler', 'head'],
  isShared: true,
  letter: 'joint-audit-notice',
  basis,
  fields: [
    { name: 'document', label: { zh: '通知文号', en: 'Document' }, kind: 'text', required: true },
    { name: 'enter_on', label: { zh: '进驻日期', en: 'On site from' }, kind: 'date', required: true },
    { name: 'period_from', label: { zh: '联审期间，从', en: 'Period audited, from' }, kind: 'date', required: true },
    { name: 'period_to', label: { zh: '到', en: 'to' }, kind: 'date', required: true },
  ],
})

const enter: MatterActDesign = {
  id: 'enter',
  label: { zh: '进驻', en: 'Go on site' },
  from: ['notified'],
  to: 'on-site',
  by: ['handler'],
  isShared: true,
  fields: [{ name: 'team', label: { zh: '联审组成员', en: 'Members' }, kind: 'text', required: true }],
}

const consult = (parts: readonly AuditPart[]): MatterActDesign => ({
  id: 'consult',
  label: { zh: '征求被审干部意见', en: 'Ask for comment' },
  from: ['on-site'],
  to: 'consulted',
  by: ['handler'],
  isShared: true,
  hindrance: (context) => missingParts(parts, context),
  fields: [
    { name: 'draft', label: { zh: '征求意见稿要点', en: 'Draft, in short' }, kind: 'paragraph', required: true },
  ],
})

const answer: MatterActDesign = {
  id: 'answer',
  label: { zh: '反馈意见', en: 'Comment' },
  from: ['consulted'],
  to: 'answered',
  by: ['person'],
  isShared: true,
  fields: [
    { name: 'agrees', label: { zh: '是否同意', en: 'Agrees' }, kind: 'boolean', required: true },
    { name: 'comment', label: { zh: '意见', en: 'Comment' }, kind: 'paragraph' },
  ],
}

/** A report without the comment of the person waits until the time for it is over. */
const report = (commentDays: number): MatterActDesign => ({
  id: 'report',
  label: { zh: '出具联审报告', en: 'Report' },
  from: ['answered', 'consulted'],
  to: 'reported',
  by: ['handler', 'head'],
  isShared: true,
  hindrance: ({ matter, facts, on }) => {
    const isOpen = matter.stage === 'consulted' && on <= addDays(matter.stageSince, commentDays)
    if (isOpen) return commentOpen
    const isFilled = Object.keys(facts).length > 0
    return isFilled && hasFindings(matter) && dayIn(facts, 'rectify_by') === undefined ? noDueDay : undefined
  },
  effect: reportRows,
  fields: [
    { name: 'report', label: { zh: '报告文号', en: 'Report' }, kind: 'text', required: true },
    { name: 'conclusion', label: { zh: '结论', en: 'Conclusion' }, kind: 'paragraph', required: true },
    { name: 'rectify_by', label: { zh: '整改期限', en: 'To be rectified by' }, kind: 'date' },
  ],
})

const commentOpen: MatterHindrance = {
  code: 'audit-comment-open',
  says: {
    zh: '被审干部还没有反馈意见，反馈期限还没有到。',
    en: 'The person has not commented, and the time is not over.',
  },
  mend: { zh: '登记反馈意见，或者等期限届满。', en: 'Record the comment, or wait until the time is over.' },
}

const use = (basis: Citation): MatterActDesign => ({
  id: 'use',
  label: { zh: '研究结果运用', en: 'Use the result' },
  from: ['reported'],
  to: 'used',
  by: ['head'],
  basis,
  fields: [
    { name: 'uses', label: { zh: '运用于', en: 'Used for' }, kind: 'choices', options: uses, required: true },
    { name: 'how', label: { zh: '怎样运用', en: 'How' }, kind: 'paragraph', required: true },
  ],
})

const end: MatterActDesign = {
  id: 'end',
  label: { zh: '办结归档', en: 'End' },
  from: ['used'],
  to: 'ended',
  by: ['handler', 'head'],
  fields: [
    {
      name: 'rectified',
      label: { zh: '问题整改情况', en: 'State of the rectification' },
      kind: 'paragraph',
      required: true,
    },
  ],
}

/** @example jointAuditDesign(book, 20261122).stages[0]?.id // 'planned' */
export function jointAuditDesign(book: RuleBook, on: DateCode): MatterDesign {
  const { commentDays } = principalSettings(book, on)
  const basis = citationOf(book, 'SANZE-THREE')
  const parts = partsOf(book, on)
  return {
    kind: 'joint-audit',
    about: 'cadre',
    privacy: 'department',
    stages,
    acts: [
      notify(basis),
      enter,
      ...parts.map(recordPart),
      consult(parts),
      answer,
      report(commentDays),
      use(basis),
      end,
    ],
    deadlines: (matter) => auditDeadlines(matter, commentDays),
  }
}

function auditDeadlines(
  { standing, stage, stageSince, facts }: Matter,
  commentDays: number,
): readonly MatterDeadline[] {
  if (standing !== 'open') return []
  const enterOn = dayIn(facts, 'enter_on')
  if (stage === 'notified' && enterOn !== undefined)
    return [{ id: 'enter', label: { zh: '进驻联审', en: 'Go on site' }, on: enterOn, who: 'handler' }]
  if (stage === 'consulted') {
    const label = { zh: '被审干部反馈意见', en: 'Comment of the person' }
    return [{ id: 'answer', label, on: addDays(stageSince, commentDays), who: 'person' }]
  }
  const rectifyBy = dayIn(facts, 'rectify_by')
  if ((stage === 'reported' || stage === 'used') && rectifyBy !== undefined)
    return [{ id: 'rectify', label: { zh: '问题整改', en: 'Rectification' }, on: rectifyBy, who: 'person' }]
  return []
}
