/**
 * 整改: what an inspection or an audit found is mended. From the finding to measures, evidence, the review by the body that
 * found it, acceptance or re-opening with its reason, and the end; what is accepted is written back to the event of
 * supervision, and taken back from it where it is re-opened.
 */
import { addDays, addMonths, type DateCode, formatDate } from '#domain/calendar.ts'
import { identifiersOf, labelOf } from '#domain/lexicon/terms.ts'
import type {
  ActContext,
  Matter,
  MatterActDesign,
  MatterDeadline,
  MatterDesign,
  MatterField,
  MatterHindrance,
  MatterWrite,
} from '#domain/matter.ts'
import { dayIn, lastDeed, textIn } from '#domain/matter-course.ts'
import type { RuleBook } from '#policy/index.ts'
import { findingKinds } from './open-findings.ts'
import { principalSettings } from './settings.ts'

const stages = [
  { id: 'found', label: { zh: '问题列入', en: 'Finding listed' } },
  { id: 'assigned', label: { zh: '已交办', en: 'Assigned' } },
  { id: 'under-way', label: { zh: '整改中', en: 'Being rectified' } },
  { id: 'submitted', label: { zh: '提交复核', en: 'Submitted for review' } },
  { id: 'accepted', label: { zh: '复核认可', en: 'Accepted' } },
  { id: 'ended', label: { zh: '销号办结', en: 'Ended' }, isEnd: true },
] as const

const kinds = [
  ...findingKinds.map((id) => ({ id, label: labelOf('supervisionKind', id) })),
  { id: 'other', label: { zh: '其他', en: 'Other' } },
]
const grades = identifiersOf('severity')
  .filter((id) => id !== 'none')
  .map((id) => ({ id, label: labelOf('severity', id) }))

const verdicts = [
  { id: 'accepted', label: { zh: '整改到位，予以认可', en: 'Rectified: accepted' } },
  { id: 'reopened', label: { zh: '整改不到位，退回重新整改', en: 'Not rectified: back to work' } },
]

const newDueOn: MatterField = { name: 'due_on', label: { zh: '整改期限', en: 'To be rectified by' }, kind: 'date' }
const why: MatterField = { name: 'why', label: { zh: '理由', en: 'Reason' }, kind: 'paragraph' }

/** The event of supervision that the finding is, where it came from one. */
function eventOf({ opening }: Matter): string | undefined {
  const [table, id] = (opening.origin?.source ?? '').split('/')
  return table === 'supervision' ? id : undefined
}

const writing = (matter: Matter, fields: MatterWrite['row']): readonly MatterWrite[] => {
  const event = eventOf(matter)
  if (event === undefined) return []
  const standing = { subject: matter.opening.subject, kinds: findingKinds }
  return [{ table: 'supervision', row: { event_id: event, ...fields }, standing }]
}

const accepts = ({ facts }: ActContext): boolean => textIn(facts, 'verdict') === 'accepted'

const reasonMissing: MatterHindrance = {
  code: 'rectification-reason',
  says: { zh: '退回重新整改，没有写理由和新的期限。', en: 'Sent back without a reason and a new day due.' },
  mend: { zh: '写明哪里不到位、什么时候以前改好。', en: 'Say what is lacking, and by when it has to be mended.' },
}

const noEvidence: MatterHindrance = {
  code: 'rectification-evidence',
  says: { zh: '还没有佐证材料。', en: 'No evidence has been filed yet.' },
  mend: { zh: '先登记佐证材料，再提交复核。', en: 'File the evidence first, then submit it.' },
}

const assign: MatterActDesign = {
  id: 'assign',
  label: { zh: '交办', en: 'Assign' },
  from: ['found'],
  to: 'assigned',
  by: ['handler', 'head'],
  isShared: true,
  letter: 'rectification',
  fields: [
    { name: 'finding', label: { zh: '问题', en: 'Finding' }, kind: 'paragraph', required: true },
    { name: 'kind', label: { zh: '来源', en: 'Source' }, kind: 'choice', options: kinds, required: true },
    { name: 'body', label: { zh: '巡察（审计）机构', en: 'Body that found it' }, kind: 'text', required: true },
    { name: 'grade', label: { zh: '程度', en: 'Grade' }, kind: 'choice', options: grades, required: true },
    { name: 'responsible', label: { zh: '整改责任人', en: 'Responsible person' }, kind: 'cadre', required: true },
    { ...newDueOn, required: true },
  ],
}

const plan: MatterActDesign = {
  id: 'plan',
  label: { zh: '制定措施', en: 'Set measures' },
  from: ['assigned', 'under-way'],
  to: 'under-way',
  by: ['handler', 'person'],
  isShared: true,
  fields: [
    {
      name: 'measures',
      label: { zh: '整改措施', en: 'Measures' },
      kind: 'rows',
      required: true,
      columns: [
        { name: 'measure', label: { zh: '措施', en: 'Measure' }, kind: 'text', required: true },
        { name: 'who', label: { zh: '责任人', en: 'By whom' }, kind: 'text', required: true },
        { name: 'until', label: { zh: '完成时限', en: 'Until' }, kind: 'date' },
      ],
    },
  ],
}

const file: MatterActDesign = {
  id: 'file-evidence',
  label: { zh: '登记佐证材料', en: 'File evidence' },
  from: ['under-way'],
  by: ['handler', 'person'],
  isShared: true,
  fields: [
    {
      name: 'evidence',
      label: { zh: '佐证材料', en: 'Evidence' },
      kind: 'rows',
      required: true,
      columns: [
        { name: 'document', label: { zh: '材料名称', en: 'Document' }, kind: 'text', required: true },
        { name: 'number', label: { zh: '文号或者存放处', en: 'Number or place' }, kind: 'text' },
        { name: 'shows', label: { zh: '说明什么', en: 'What it shows' }, kind: 'text', required: true },
      ],
    },
  ],
}

/** Evidence counts for one round: after a re-opening there has to be more. */
function evidenceLacking({ matter }: ActContext): MatterHindrance | undefined {
  const begun = Math.max(0, ...matter.deeds.filter(isReturn).map(({ seq }) => seq))
  const filed = lastDeed(matter, 'file-evidence')
  return filed && filed.seq > begun ? undefined : noEvidence
}

const isReturn = ({ act, facts }: Matter['deeds'][number]): boolean =>
  act === 'reopen' || (act === 'review' && textIn(facts, 'verdict') === 'reopened')

const submit: MatterActDesign = {
  id: 'submit',
  label: { zh: '提交复核', en: 'Submit for review' },
  from: ['under-way'],
  to: 'submitted',
  by: ['handler', 'person'],
  isShared: true,
  hindrance: evidenceLacking,
  fields: [
    {
      name: 'report',
      label: { zh: '整改情况报告', en: 'Report on the rectification' },
      kind: 'paragraph',
      required: true,
    },
  ],
}

const review: MatterActDesign = {
  id: 'review',
  label: { zh: '复核', en: 'Review' },
  from: ['submitted'],
  to: (context) => (accepts(context) ? 'accepted' : 'under-way'),
  by: ['handler', 'head'],
  isShared: true,
  hindrance: ({ facts }) =>
    textIn(facts, 'verdict') === 'reopened' && (!textIn(facts, 'why') || !dayIn(facts, 'due_on'))
      ? reasonMissing
      : undefined,
  effect: (context) =>
    accepts(context) ? writing(context.matter, { closed_on: formatDate(context.on), verified: 'true' }) : [],
  fields: [
    { name: 'verdict', label: { zh: '复核意见', en: 'Result' }, kind: 'choice', options: verdicts, required: true },
    { name: 'reviewer', label: { zh: '复核单位', en: 'Reviewed by' }, kind: 'text', required: true },
    { ...why, help: { zh: '退回时必填', en: 'Required where it is sent back' } },
    { ...newDueOn, help: { zh: '退回时写新的期限', en: 'Where it is sent back: the new day due' } },
  ],
}

const close: MatterActDesign = {
  id: 'close',
  label: { zh: '销号办结', en: 'End' },
  from: ['accepted'],
  to: 'ended',
  by: ['handler', 'head'],
  isShared: true,
  fields: [
    { name: 'lesson', label: { zh: '长效机制和结果运用', en: 'What lasts, and use of the result' }, kind: 'paragraph' },
  ],
}

const reopen: MatterActDesign = {
  id: 'reopen',
  label: { zh: '重新整改', en: 'Re-open' },
  from: ['accepted', 'ended'],
  to: 'under-way',
  by: ['handler', 'head'],
  isShared: true,
  effect: ({ matter, facts }) => writing(matter, { closed_on: null, due_on: formatDate(dayIn(facts, 'due_on') ?? 0) }),
  fields: [
    { ...why, required: true },
    { ...newDueOn, required: true },
  ],
}

/** @example rectificationDesign(book, 20261122).stages.at(-1)?.id // 'ended' */
export function rectificationDesign(book: RuleBook, on: DateCode): MatterDesign {
  const { reviewDays, rectifyMonths } = principalSettings(book, on)
  return {
    kind: 'rectification',
    about: 'either',
    privacy: 'department',
    stages,
    acts: [assign, plan, file, submit, review, close, reopen],
    deadlines: (matter): readonly MatterDeadline[] => {
      const { stage, stageSince, openedOn, facts } = matter
      if (matter.standing !== 'open' || stage === 'accepted') return []
      if (stage === 'submitted') {
        const label = { zh: '复核整改情况', en: 'Review the rectification' }
        return [{ id: 'review', label, on: addDays(stageSince, reviewDays), who: 'handler' }]
      }
      const label = { zh: '完成整改', en: 'To be rectified' }
      return [{ id: 'rectify', label, on: dayIn(facts, 'due_on') ?? addMonths(openedOn, rectifyMonths), who: 'person' }]
    },
  }
}
