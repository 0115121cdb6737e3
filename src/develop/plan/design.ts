/**
 * 个人培养计划: goals and steps for one cadre. Drafted from needs, approved by the head, answered by the cadre, carried out step by
 * step with evidence, looked at again at intervals, revised with a reason, closed with a result.
 */
import { addDays, addMonths, type DateCode, formatDate } from '#domain/calendar.ts'
import type {
  ActContext,
  Matter,
  MatterActDesign,
  MatterDeadline,
  MatterDesign,
  MatterHindrance,
} from '#domain/matter.ts'
import { lastDeed, rowsIn, textIn } from '#domain/matter-course.ts'
import { fill, type Text } from '#domain/text.ts'
import { citationOf, type RuleBook } from '#policy/index.ts'
import { planFields, stepStates } from './fields.ts'
import { type PlanSettings, planRule, planSettings } from './settings.ts'
import { openSteps } from './steps.ts'

const stages = [
  { id: 'drafting', label: { zh: '起草', en: 'Drafting' } },
  { id: 'approval', label: { zh: '待批准', en: 'For approval' } },
  { id: 'answer', label: { zh: '待本人答复', en: 'For the cadre to answer' } },
  { id: 'running', label: { zh: '实施', en: 'Under way' } },
  { id: 'ended', label: { zh: '结束', en: 'Ended' }, isEnd: true },
] as const

const answers = [
  { id: 'agrees', label: { zh: '同意', en: 'Agrees' } },
  { id: 'comments', label: { zh: '同意，有意见建议', en: 'Agrees, with comments' } },
  { id: 'asks-change', label: { zh: '希望调整', en: 'Asks for changes' } },
]

const results = [
  { id: 'reached', label: { zh: '达到目标', en: 'Reached' } },
  { id: 'partly', label: { zh: '部分达到', en: 'Partly reached' } },
  { id: 'not-reached', label: { zh: '没有达到', en: 'Not reached' } },
  { id: 'overtaken', label: { zh: '情况变化，不再进行', en: 'Overtaken by events' } },
]

const drafting: readonly MatterActDesign[] = [
  {
    id: 'prefill',
    label: { zh: '按培养需求预填', en: 'Prefill from needs' },
    from: ['drafting'],
    // Recorded with the opening; nobody does it by hand.
    by: [],
    fields: planFields,
  },
  {
    id: 'draft',
    label: { zh: '起草', en: 'Draft' },
    from: ['drafting'],
    to: 'approval',
    by: ['handler'],
    isShared: true,
    sharedBy: 'approve',
    startsFromLast: true,
    fields: planFields,
  },
  {
    id: 'revise',
    label: { zh: '修订', en: 'Revise' },
    from: ['running'],
    to: 'approval',
    by: ['handler'],
    isShared: true,
    sharedBy: 'approve',
    startsFromLast: true,
    hindrance: ({ matter, facts }) =>
      facts['steps'] !== undefined && rowsIn(facts, 'steps').length < rowsIn(matter.facts, 'steps').length
        ? stepsLost
        : undefined,
    fields: [
      { name: 'change_reason', label: { zh: '修订理由', en: 'Why it is revised' }, kind: 'paragraph', required: true },
      ...planFields,
    ],
  },
  {
    id: 'return',
    label: { zh: '退回修改', en: 'Send back' },
    from: ['approval'],
    to: 'drafting',
    by: ['head'],
    fields: [{ name: 'remarks', label: { zh: '修改意见', en: 'Remarks' }, kind: 'paragraph', required: true }],
  },
  {
    id: 'approve',
    label: { zh: '批准，与本人见面', en: 'Approve and show to the cadre' },
    from: ['approval'],
    to: 'answer',
    by: ['head'],
    isShared: true,
    fields: [{ name: 'approval_note', label: { zh: '批语', en: 'Note' }, kind: 'paragraph' }],
  },
]

const carriedOut: readonly MatterActDesign[] = [
  {
    id: 'answer',
    label: { zh: '答复培养计划', en: 'Answer the plan' },
    from: ['answer'],
    to: ({ facts }) => (textIn(facts, 'answer') === 'asks-change' ? 'drafting' : 'running'),
    by: ['person'],
    isShared: true,
    hindrance: ({ facts }) =>
      ['comments', 'asks-change'].includes(textIn(facts, 'answer') ?? '') && !textIn(facts, 'words')?.trim()
        ? wordsMissing
        : undefined,
    fields: [
      { name: 'answer', label: { zh: '意见', en: 'Answer' }, kind: 'choice', options: answers, required: true },
      { name: 'words', label: { zh: '想说的话', en: 'In own words' }, kind: 'paragraph' },
    ],
  },
  {
    id: 'progress',
    label: { zh: '记录进展', en: 'Record progress' },
    from: ['running'],
    by: ['handler', 'person'],
    isShared: true,
    hindrance: stepHindrance,
    fields: [
      { name: 'step', label: { zh: '第几步', en: 'Step' }, kind: 'number', required: true },
      { name: 'state', label: { zh: '进展', en: 'Progress' }, kind: 'choice', options: stepStates, required: true },
      { name: 'evidence', label: { zh: '依据', en: 'Evidence' }, kind: 'paragraph', required: true },
    ],
  },
  {
    id: 'review',
    label: { zh: '回顾', en: 'Review' },
    from: ['running'],
    by: ['handler', 'head'],
    isShared: true,
    fields: [
      { name: 'finding', label: { zh: '回顾情况', en: 'What the review found' }, kind: 'paragraph', required: true },
      { name: 'said', label: { zh: '本人谈的', en: 'What the cadre said' }, kind: 'paragraph' },
    ],
  },
  {
    id: 'close',
    label: { zh: '结束', en: 'Close' },
    from: ['running'],
    to: 'ended',
    by: ['handler', 'head'],
    isShared: true,
    fields: [
      { name: 'result', label: { zh: '结果', en: 'Result' }, kind: 'choice', options: results, required: true },
      { name: 'summary', label: { zh: '小结', en: 'Summary' }, kind: 'paragraph', required: true },
    ],
  },
]

function stepHindrance({ matter, facts }: ActContext): MatterHindrance | undefined {
  const count = rowsIn(matter.facts, 'steps').length
  const step = facts['step']
  const isThere =
    step === undefined || (typeof step === 'number' && Number.isInteger(step) && step >= 1 && step <= count)
  return isThere
    ? undefined
    : { code: 'plan-step-unknown', says: fill(noSuchStep, { count }), mend: numberOfStep, field: 'step' }
}

const noSuchStep: Text = { zh: '计划只有{count}步。', en: 'The plan has {count} steps.' }
const numberOfStep: Text = { zh: '写步骤的次序，从1起。', en: 'Give the number of the step, from 1.' }

const stepsLost: MatterHindrance = {
  code: 'plan-steps-lost',
  says: {
    zh: '修订后的步骤比原来少，原来的进展会对不上。',
    en: 'There are fewer steps than before; progress would no longer match.',
  },
  mend: {
    zh: '留下原来的步骤；不再做的，在进展里记“不再进行”。',
    en: 'Keep the steps; record those that are dropped as dropped.',
  },
  field: 'steps',
}
const wordsMissing: MatterHindrance = {
  code: 'plan-words-missing',
  says: { zh: '有意见或者希望调整的，要写出来。', en: 'Comments and changes asked for are to be written down.' },
  mend: { zh: '写在“想说的话”里。', en: 'Write them under “In own words”.' },
  field: 'words',
}

export function planDesign(book: RuleBook, on: DateCode): MatterDesign {
  const settings = planSettings(book, on)
  const basis = citationOf(book, planRule)
  return {
    kind: 'development-plan',
    stages,
    acts: [...drafting, ...carriedOut],
    about: 'cadre',
    privacy: 'department',
    deadlines: (matter) =>
      matter.standing === 'open' ? deadlinesOf(matter, settings).map((deadline) => ({ ...deadline, basis })) : [],
  }
}

type Bare = Omit<MatterDeadline, 'basis'>

function deadlinesOf(matter: Matter, settings: PlanSettings): readonly Bare[] {
  const { stage, stageSince } = matter
  switch (stage) {
    case 'drafting':
      return [{ id: 'draft', label: toDraft, on: addDays(stageSince, settings.draftDays), who: 'handler' }]
    case 'approval':
      return [{ id: 'approve', label: toApprove, on: addDays(stageSince, settings.approveDays), who: 'head' }]
    case 'answer':
      return [{ id: 'answer', label: toAnswer, on: addDays(stageSince, settings.answerDays), who: 'person' }]
    case 'running':
      return [nextReview(matter, settings), ...stepDeadlines(matter)]
    default:
      return []
  }
}

const nextReview = (matter: Matter, { reviewMonths }: PlanSettings): Bare => {
  const since = Math.max(matter.stageSince, lastDeed(matter, 'review')?.on ?? 0)
  return { id: `review/${formatDate(since)}`, label: toReview, on: addMonths(since, reviewMonths), who: 'handler' }
}

const stepDeadlines = (matter: Matter): readonly Bare[] =>
  openSteps(matter).flatMap(({ number, what, to }) =>
    to === undefined ? [] : [{ id: `step/${number}`, label: fill(toDo, { number, what }), on: to, who: 'handler' }],
  )

const toDraft: Text = { zh: '起草计划', en: 'Draft the plan' }
const toApprove: Text = { zh: '审批计划', en: 'Approve the plan' }
const toAnswer: Text = { zh: '本人答复计划', en: 'Answer the plan' }
const toReview: Text = { zh: '回顾计划', en: 'Review the plan' }
const toDo: Text = { zh: '第{number}步：{what}', en: 'Step {number}: {what}' }
