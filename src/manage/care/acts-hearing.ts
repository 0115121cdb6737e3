/** The cadre is told, may reply within the window, and may comment, correct and reply later as well: the words are kept. */
import { formatDate } from '#domain/calendar.ts'
import type { ActContext, MatterActDesign, MatterHindrance } from '#domain/matter.ts'
import { dayIn } from '#domain/matter-course.ts'
import { citationOf, type RuleBook } from '#policy/index.ts'
import type { CarePeriods } from './settings.ts'
import { replyWindow } from './standing.ts'

/** Stages from the notice on, ends among them: what the cadre says is taken at any time. */
const sinceTold = ['reply', 'outcome', 'effect', 'explained', 'revoked', 'cleared']

const ways = [
  { id: 'in-person', label: { zh: '当面', en: 'In person' } },
  { id: 'letter', label: { zh: '书面送达', en: 'By letter' } },
  { id: 'unit', label: { zh: '经所在单位转交', en: 'Through the unit' } },
]

const kindsOfWord = [
  { id: 'comment', label: { zh: '说明', en: 'Comment' } },
  { id: 'correction', label: { zh: '要求更正', en: 'Correction asked for' } },
]

const notify = (book: RuleBook): MatterActDesign => ({
  id: 'notify',
  label: { zh: '通知本人', en: 'Tell the cadre' },
  from: ['notice'],
  to: 'reply',
  by: ['handler'],
  isShared: true,
  letter: 'care-notice',
  basis: citationOf(book, 'REMIND-INQUIRY-REPLY'),
  fields: [
    { name: 'way', label: { zh: '送达方式', en: 'How' }, kind: 'choice', options: ways, required: true },
    { name: 'issuer', label: { zh: '发文单位', en: 'Issued by' }, kind: 'text', required: true },
    { name: 'received_by', label: { zh: '接收人', en: 'Received by' }, kind: 'text', required: true },
    {
      name: 'matters',
      label: { zh: '需要说明的事项', en: 'What is to be explained' },
      kind: 'paragraph',
      required: true,
      help: { zh: '印在信上，本人看得到。', en: 'Printed in the letter; the cadre reads it.' },
    },
    { name: 'document', label: { zh: '文号', en: 'Document' }, kind: 'text' },
  ],
})

const extend = (periods: CarePeriods): MatterActDesign => ({
  id: 'extend',
  label: { zh: '延长答复期限', en: 'Extend the time to reply' },
  from: ['reply'],
  by: ['handler', 'head'],
  isShared: true,
  letter: 'care-extension',
  hindrance: ({ matter, facts }) => {
    const until = dayIn(facts, 'until')
    const window = replyWindow(matter, periods)
    return until !== undefined && window && until <= window.day ? noExtension : undefined
  },
  fields: [
    { name: 'until', label: { zh: '延长至', en: 'Until' }, kind: 'date', required: true },
    { name: 'extension_why', label: { zh: '理由', en: 'Why' }, kind: 'paragraph', required: true },
  ],
})

const reply: MatterActDesign = {
  id: 'reply',
  label: { zh: '本人答复', en: 'Reply of the cadre' },
  from: sinceTold,
  to: ({ matter }) => (matter.stage === 'reply' ? 'outcome' : matter.stage),
  by: ['person'],
  isShared: true,
  fields: [
    { name: 'reply', label: { zh: '答复', en: 'Reply' }, kind: 'paragraph', required: true },
    { name: 'reply_paper', label: { zh: '书面材料', en: 'Paper' }, kind: 'text' },
  ],
}

const noReply = (periods: CarePeriods): MatterActDesign => ({
  id: 'no-reply',
  label: { zh: '登记逾期未答复', en: 'Record that no reply came' },
  from: ['reply'],
  to: 'outcome',
  by: ['handler'],
  hindrance: (context) => windowOpen(context, periods),
  fields: [
    {
      name: 'asked_again',
      label: { zh: '催办情况', en: 'How the cadre was asked again' },
      kind: 'paragraph',
      required: true,
    },
  ],
})

const comment: MatterActDesign = {
  id: 'comment',
  label: { zh: '本人补充说明', en: 'The cadre comments' },
  from: sinceTold,
  by: ['person'],
  isShared: true,
  fields: [
    { name: 'word_kind', label: { zh: '性质', en: 'Kind' }, kind: 'choice', options: kindsOfWord, required: true },
    { name: 'words', label: { zh: '内容', en: 'Words' }, kind: 'paragraph', required: true },
  ],
}

function windowOpen({ matter, on }: ActContext, periods: CarePeriods): MatterHindrance | undefined {
  const window = replyWindow(matter, periods)
  if (window?.yearLacking !== undefined) return calendarLacking(window.yearLacking)
  return window && on <= window.day ? stillOpen(formatDate(window.day)) : undefined
}

export const hearingActs = (book: RuleBook, periods: CarePeriods): readonly MatterActDesign[] => [
  notify(book),
  extend(periods),
  reply,
  noReply(periods),
  comment,
]

const stillOpen = (until: string): MatterHindrance => ({
  code: 'care-window-open',
  says: { zh: `答复期限至${until}，尚未届满。`, en: `The cadre may reply until ${until}.` },
  mend: {
    zh: '收到答复先登记答复；期满未答复再登记。',
    en: 'Record the reply when it comes, or its absence after that day.',
  },
})

const calendarLacking = (year: number): MatterHindrance => ({
  code: 'care-calendar-lacking',
  says: { zh: `没有${year}年的放假调休安排，算不出答复期限。`, en: `The working days of ${year} are not entered.` },
  mend: {
    zh: '先在“工作日历”录入这一年的安排，或者延长至写明的日期。',
    en: 'Enter them first, or extend the time to a day.',
  },
})

const noExtension: MatterHindrance = {
  code: 'care-no-extension',
  says: { zh: '新的期限不晚于现在的期限。', en: 'The new day is no later than the present one.' },
  mend: { zh: '写更晚的日期。', en: 'Give a later day.' },
  field: 'until',
}
