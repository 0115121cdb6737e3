/** The outcome with its article, what it writes into the record, the follow-up, the review, and the clearing at the end. */
import { addMonths, type DateCode, formatDate } from '#domain/calendar.ts'
import type { ActContext, MatterActDesign, MatterHindrance, MatterWrite } from '#domain/matter.ts'
import { lastDeed, textIn } from '#domain/matter-course.ts'
import { citationOf, type RuleBook } from '#policy/index.ts'
import type { CarePeriods } from './settings.ts'
import { effectEnds, followUpFrom, outcomeOf, rightsUntil, sinceNotice } from './standing.ts'

const outcomes = [
  { id: 'explained', label: { zh: '说明清楚，予以了结', en: 'Explained, and closed' } },
  { id: 'talk', label: { zh: '谈话提醒', en: 'Talk' } },
  { id: 'reminder', label: { zh: '提醒', en: 'Reminder' } },
  { id: 'inquiry', label: { zh: '函询存档', en: 'Inquiry kept on record' } },
  { id: 'admonition', label: { zh: '诫勉', en: 'Admonition' } },
]

/** The measure that an outcome is on record as; an outcome without one leaves no trace in the facts. */
const measureOf: Readonly<Record<string, string>> = {
  talk: 'reminder',
  reminder: 'reminder',
  inquiry: 'inquiry',
  admonition: 'admonition',
}

const articles = ['REMIND-LADDER', 'REMIND-INQUIRY-REPLY', 'REMIND-ADMON-APPROVE', 'FOUR-FORMS'] as const

const articleLabel = (book: RuleBook, id: string): { id: string; label: { zh: string; en: string } } => {
  const { instrument, article, title } = citationOf(book, id)
  return { id, label: { zh: `《${instrument}》${article}`, en: `${title.en} (${article})` } }
}

const decide = (book: RuleBook, periods: CarePeriods): MatterActDesign => ({
  id: 'decide',
  label: { zh: '作出结论', en: 'Decide the outcome' },
  from: ['outcome'],
  to: ({ facts }) => (textIn(facts, 'outcome') === 'explained' ? 'explained' : 'effect'),
  by: ['handler', 'head'],
  isShared: true,
  letter: 'care-decision',
  basis: citationOf(book, 'REMIND-LADDER'),
  hindrance: (context) =>
    textIn(context.facts, 'outcome') === 'admonition' && !isApproved(context) ? notApproved : undefined,
  effect: (context) => measureRow(book, context, periods),
  fields: [
    { name: 'outcome', label: { zh: '结论', en: 'Outcome' }, kind: 'choice', options: outcomes, required: true },
    {
      name: 'weighed',
      label: { zh: '对答复的研究', en: 'How the reply was weighed' },
      kind: 'paragraph',
      required: true,
    },
    { name: 'reasons', label: { zh: '理由', en: 'Reasons' }, kind: 'paragraph', required: true },
    {
      name: 'article',
      label: { zh: '依据', en: 'Article' },
      kind: 'choice',
      options: articles.map((id) => articleLabel(book, id)),
      required: true,
    },
    { name: 'authority', label: { zh: '决定机关', en: 'Decided by' }, kind: 'text', required: true },
    { name: 'decision_document', label: { zh: '文号', en: 'Document' }, kind: 'text' },
  ],
})

/** Approved after the cadre was heard, by the day of the outcome. */
const isApproved = ({ matter, on }: ActContext): boolean => {
  const heard = sinceNotice(matter, 'reply') ?? sinceNotice(matter, 'no-reply')
  const approval = lastDeed(matter, 'approve')
  return (
    heard !== undefined &&
    approval !== undefined &&
    approval.seq > heard.seq &&
    approval.on <= on &&
    approval.facts.approval === 'approved'
  )
}

function measureRow(book: RuleBook, { matter, facts, on }: ActContext, { effectMonths }: CarePeriods): MatterWrite[] {
  const outcome = textIn(facts, 'outcome') ?? ''
  const kind = measureOf[outcome]
  const { cadreId } = matter.opening.subject
  if (kind === undefined || cadreId === undefined) return []
  const until = outcome === 'admonition' ? formatDate(addMonths(on, effectMonths)) : null
  const article = textIn(facts, 'article')
  return [
    {
      table: 'sanctions',
      row: {
        cadre_id: cadreId,
        kind,
        decided_on: formatDate(on),
        until,
        authority: textIn(facts, 'authority') ?? null,
        basis: article === undefined ? null : articleLabel(book, article).label.zh,
      },
    },
  ]
}

const followUp = (book: RuleBook, periods: CarePeriods): MatterActDesign => ({
  id: 'follow-up',
  label: { zh: '跟踪了解', en: 'Follow up' },
  from: ['effect'],
  by: ['handler'],
  isShared: true,
  basis: citationOf(book, 'REMIND-ADMON-FOLLOWUP'),
  hindrance: ({ matter, on }) => tooEarly(followUpFrom(matter, periods), on, 'care-follow-up-early'),
  effect: talkRow,
  fields: [
    { name: 'talked_with', label: { zh: '谈话人', en: 'Talked with' }, kind: 'text', required: true },
    { name: 'mended', label: { zh: '改正情况', en: 'What was mended' }, kind: 'paragraph', required: true },
    { name: 'is_mended', label: { zh: '已经改正', en: 'It is mended' }, kind: 'boolean', required: true },
  ],
})

/** The talk after an admonition is on record: a rule asks for it. */
function talkRow({ matter, on }: ActContext): readonly MatterWrite[] {
  const { cadreId } = matter.opening.subject
  if (cadreId === undefined || outcomeOf(matter) !== 'admonition') return []
  const day = formatDate(on)
  const finding = '诫勉后跟踪了解'
  const row = { event_id: '+CARE', cadre_id: cadreId, kind: 'talk', on: day, finding, severity: 'none', closed_on: day }
  return [{ table: 'supervision', row }]
}

const clear = (periods: CarePeriods): MatterActDesign => ({
  id: 'clear',
  label: { zh: '期满销号', en: 'Clear at the end' },
  from: ['effect'],
  to: 'cleared',
  by: ['handler'],
  isShared: true,
  letter: 'care-clearing',
  hindrance: ({ matter, on }) =>
    lastDeed(matter, 'follow-up')?.facts.is_mended === true
      ? tooEarly(effectEnds(matter, periods), on, 'care-effect-running')
      : notFollowedUp,
  fields: [
    { name: 'told_how', label: { zh: '告知本人的方式', en: 'How the cadre is told' }, kind: 'text', required: true },
    { name: 'clearing_document', label: { zh: '文号', en: 'Document' }, kind: 'text' },
  ],
})

const seekReview = (book: RuleBook, periods: CarePeriods): MatterActDesign => ({
  id: 'seek-review',
  label: { zh: '本人申请复核、申诉', en: 'The cadre asks for a review, or appeals' },
  from: ['effect', 'explained', 'cleared'],
  by: ['person'],
  isShared: true,
  basis: citationOf(book, 'CSL-95-APPEAL'),
  hindrance: ({ matter, on }) => {
    const until = rightsUntil(matter, periods)
    return until !== undefined && on > until ? reviewTooLate(formatDate(until)) : undefined
  },
  fields: [
    {
      name: 'review_grounds',
      label: { zh: '理由和请求', en: 'Grounds and what is asked' },
      kind: 'paragraph',
      required: true,
    },
    { name: 'review_body', label: { zh: '向哪个机关提出', en: 'Addressed to' }, kind: 'text', required: true },
  ],
})

const reviewResults = [
  { id: 'upheld', label: { zh: '维持', en: 'Upheld' } },
  { id: 'revoked', label: { zh: '撤销', en: 'Revoked' } },
]

const answerReview = (book: RuleBook): MatterActDesign => ({
  id: 'answer-review',
  label: { zh: '登记复核、申诉决定', en: 'Record what was decided on it' },
  from: ['effect', 'explained', 'cleared'],
  to: ({ matter, facts }) => (textIn(facts, 'review_result') === 'revoked' ? 'revoked' : matter.stage),
  by: ['head'],
  isShared: true,
  letter: 'care-review',
  basis: citationOf(book, 'CSL-95-APPEAL'),
  hindrance: ({ matter, facts }) => {
    const asked = lastDeed(matter, 'seek-review')
    const answered = lastDeed(matter, 'answer-review')
    if (!asked || (answered && answered.seq > asked.seq)) return noReview
    return textIn(facts, 'review_result') === 'revoked' && matter.effects.length > 0 ? measureStands : undefined
  },
  fields: [
    {
      name: 'review_result',
      label: { zh: '决定', en: 'Decision' },
      kind: 'choice',
      options: reviewResults,
      required: true,
    },
    { name: 'review_reasons', label: { zh: '理由', en: 'Reasons' }, kind: 'paragraph', required: true },
    { name: 'review_document', label: { zh: '文号', en: 'Document' }, kind: 'text' },
  ],
})

export const outcomeActs = (book: RuleBook, periods: CarePeriods): readonly MatterActDesign[] => [
  decide(book, periods),
  followUp(book, periods),
  clear(periods),
  seekReview(book, periods),
  answerReview(book),
]

function tooEarly(from: DateCode | undefined, on: DateCode, code: string): MatterHindrance | undefined {
  if (from === undefined || on >= from) return undefined
  const day = formatDate(from)
  return {
    code,
    says: { zh: `${day}起才能办理。`, en: `It can be done from ${day} on.` },
    mend: { zh: '到期再办理。', en: 'Do it when the day has come.' },
  }
}

const notApproved: MatterHindrance = {
  code: 'care-not-approved',
  says: {
    zh: '听取本人答复后，诫勉还没有经过研究和批准。',
    en: 'After the cadre was heard, the admonition was not studied and approved.',
  },
  mend: { zh: '由部领导先登记研究和批准。', en: 'The head records study and approval first.' },
}

const notFollowedUp: MatterHindrance = {
  code: 'care-not-followed-up',
  says: { zh: '还没有跟踪了解到已经改正的记录。', en: 'No follow-up says that it is mended.' },
  mend: { zh: '先登记跟踪了解。', en: 'Record the follow-up first.' },
}

const noReview: MatterHindrance = {
  code: 'care-no-review',
  says: { zh: '没有待答复的复核、申诉。', en: 'No review or appeal awaits an answer.' },
  mend: { zh: '本人提出后再登记。', en: 'Record it when the cadre has asked.' },
}

const measureStands: MatterHindrance = {
  code: 'care-measure-stands',
  says: { zh: '结论写入的记录还没有撤销。', en: 'What the outcome wrote into the record still stands.' },
  mend: {
    zh: '先在时间线上撤销写入，再登记撤销。',
    en: 'Undo it in the course first, then record that it is revoked.',
  },
}

const reviewTooLate = (until: string): MatterHindrance => ({
  code: 'care-review-late',
  says: {
    zh: `申请复核、申诉的期限至${until}，已经届满。`,
    en: `A review or an appeal could be asked for until ${until}.`,
  },
  mend: { zh: '仍可补充说明，说明与事项一并保存。', en: 'Comments are still taken and kept with the matter.' },
})
