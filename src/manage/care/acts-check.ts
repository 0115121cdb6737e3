/** From the sign to the form: a person checks, then one of the four forms is chosen; what goes beyond the first is handed over. */
import type { MatterActDesign, MatterField, MatterHindrance } from '#domain/matter.ts'
import { dayIn, lastDeed, textIn } from '#domain/matter-course.ts'
import { citationOf, type RuleBook } from '#policy/index.ts'

export const forms = [
  { id: 'talk', label: { zh: '谈话提醒', en: 'Talk' } },
  { id: 'reminder', label: { zh: '提醒函', en: 'Reminder by letter' } },
  { id: 'inquiry', label: { zh: '函询', en: 'Letter of inquiry' } },
  { id: 'admonition', label: { zh: '诫勉', en: 'Admonition' } },
]

const results = [
  { id: 'nothing', label: { zh: '不成立（误报）', en: 'Nothing to it (false alarm)' } },
  { id: 'known', label: { zh: '已掌握并在办', en: 'Known already, and dealt with' } },
  { id: 'goes-on', label: { zh: '有必要提醒、函询或者诫勉', en: 'Calls for a reminder, an inquiry or an admonition' } },
]

const higherForms = [
  { id: 'second', label: { zh: '第二种形态', en: 'Second form' } },
  { id: 'third', label: { zh: '第三种形态', en: 'Third form' } },
  { id: 'fourth', label: { zh: '第四种形态', en: 'Fourth form' } },
]

const decisions = [
  { id: 'approved', label: { zh: '批准', en: 'Approved' } },
  { id: 'declined', label: { zh: '不批准，另定方式', en: 'Declined: another form' } },
]

const paragraph = (name: string, zh: string, en: string, help?: MatterField['help']): MatterField => ({
  name,
  label: { zh, en },
  kind: 'paragraph',
  required: true,
  ...(help ? { help } : {}),
})

const check: MatterActDesign = {
  id: 'check',
  label: { zh: '登记核查', en: 'Record the check' },
  from: ['signal'],
  to: ({ facts }) => {
    const result = textIn(facts, 'result')
    return result === 'nothing' || result === 'known' ? result : 'form'
  },
  by: ['handler'],
  hindrance: ({ matter, facts }) => {
    const grounds = textIn(facts, 'grounds')?.trim()
    const says = matter.opening.origin?.says
    return grounds !== undefined && (grounds === says?.zh || grounds === says?.en) ? groundsOfComputation : undefined
  },
  fields: [
    { name: 'checked_by', label: { zh: '核查人', en: 'Checked by' }, kind: 'text', required: true },
    paragraph('how', '怎样核查', 'How', {
      zh: '查阅了什么、向谁了解、是否到现场。',
      en: 'What was read, who was asked, where.',
    }),
    paragraph('found', '查明的情况', 'What was found'),
    {
      name: 'result',
      label: { zh: '核查结果', en: 'Result' },
      kind: 'choice',
      options: results,
      required: true,
    },
    paragraph('grounds', '依据和理由', 'Grounds', {
      zh: '写核查人自己的依据。系统的提示不能作为依据；有容错认定、澄清结论的一并写明。',
      en: 'The grounds of whoever checked. What the system raised is none; name any ruling of tolerance or clearing.',
    }),
  ],
}

const choose = (book: RuleBook): MatterActDesign => ({
  id: 'choose',
  label: { zh: '确定方式', en: 'Choose the form' },
  from: ['form'],
  to: ({ facts }) => (textIn(facts, 'form') === 'admonition' ? 'approval' : 'notice'),
  by: ['handler', 'head'],
  basis: citationOf(book, 'FOUR-FORMS'),
  fields: [
    {
      name: 'form',
      label: { zh: '方式（第一种形态）', en: 'Form (of the first)' },
      kind: 'choice',
      options: forms,
      required: true,
    },
    paragraph('why', '选用的理由', 'Why this form'),
  ],
})

const handOver = (book: RuleBook): MatterActDesign => ({
  id: 'hand-over',
  label: { zh: '移送纪检监察机关', en: 'Hand over to the discipline body' },
  from: ['form', 'notice', 'reply', 'outcome'],
  to: 'handed-over',
  by: ['handler', 'head'],
  basis: citationOf(book, 'FOUR-FORMS'),
  fields: [
    { name: 'body', label: { zh: '移送机关', en: 'Handed to' }, kind: 'text', required: true },
    {
      name: 'higher_form',
      label: { zh: '可能涉及', en: 'May belong to' },
      kind: 'choice',
      options: higherForms,
      required: true,
    },
    { name: 'receipt', label: { zh: '回执', en: 'Receipt' }, kind: 'text', required: true },
    paragraph('handed_why', '移送理由', 'Why'),
  ],
})

/** Studied by the department, approved by the main leader: before an admonition is told, and again before it is decided. */
const approve = (book: RuleBook): MatterActDesign => ({
  id: 'approve',
  label: { zh: '登记研究和批准', en: 'Record study and approval' },
  from: ['approval', 'outcome'],
  to: ({ matter, facts }) => {
    if (matter.stage === 'outcome') return 'outcome'
    return textIn(facts, 'approval') === 'declined' ? 'form' : 'notice'
  },
  by: ['head'],
  basis: citationOf(book, 'REMIND-ADMON-APPROVE'),
  hindrance: ({ matter, facts, on }) => {
    const studied = dayIn(facts, 'studied_on')
    const checked = lastDeed(matter, 'check')
    return studied !== undefined && (studied > on || (checked !== undefined && studied < checked.on))
      ? studiedOutOfOrder
      : undefined
  },
  fields: [
    { name: 'studied_on', label: { zh: '研究日期', en: 'Studied on' }, kind: 'date', required: true },
    { name: 'studied_by', label: { zh: '研究的会议', en: 'Studied by' }, kind: 'text', required: true },
    {
      name: 'approver',
      label: { zh: '批准人（主要负责人）', en: 'Approved by (main leader)' },
      kind: 'text',
      required: true,
    },
    { name: 'approval', label: { zh: '批准意见', en: 'Approval' }, kind: 'choice', options: decisions, required: true },
    { name: 'approval_document', label: { zh: '文号', en: 'Document' }, kind: 'text' },
  ],
})

export const checkingActs = (book: RuleBook): readonly MatterActDesign[] => [
  check,
  choose(book),
  approve(book),
  handOver(book),
]

const groundsOfComputation: MatterHindrance = {
  code: 'care-grounds-of-computation',
  says: { zh: '依据照抄了系统提示。', en: 'The grounds repeat what the system raised.' },
  mend: { zh: '写明核查人自己查到的依据。', en: 'Give the grounds that the check itself found.' },
  field: 'grounds',
}

const studiedOutOfOrder: MatterHindrance = {
  code: 'care-studied-out-of-order',
  says: { zh: '研究日期应当在核查之后、批准之前。', en: 'It is studied after the check and before the approval.' },
  mend: { zh: '写实际研究的日期。', en: 'Give the day on which it was studied.' },
  field: 'studied_on',
}
