/** 激励褒奖: a reward is proposed, agreed, announced, approved and written into the record; or support for who bears hardship. */
import { addDays, addMonths, type DateCode, formatDate } from '#domain/calendar.ts'
import type {
  ActContext,
  Matter,
  MatterActDesign,
  MatterDeadline,
  MatterDesign,
  MatterHindrance,
  MatterWrite,
} from '#domain/matter.ts'
import { dayIn, lastDeed, textIn } from '#domain/matter-course.ts'
import { citationOf, endOfWorkdays, localReader, parametersOn, type RuleBook, workCalendar } from '#policy/index.ts'

const rewards = [
  { id: 'commendation', label: { zh: '嘉奖', en: 'Commendation' } },
  { id: 'merit-3', label: { zh: '记三等功', en: 'Third-class merit' } },
  { id: 'merit-2', label: { zh: '记二等功', en: 'Second-class merit' } },
  { id: 'merit-1', label: { zh: '记一等功', en: 'First-class merit' } },
  { id: 'title', label: { zh: '授予称号', en: 'Title of honour' } },
  { id: 'care', label: { zh: '关心关爱（休假、体检、谈心）', en: 'Care: leave, health check, talk' } },
]

function honourRow({ matter, facts, on }: ActContext): readonly MatterWrite[] {
  const { cadreId } = matter.opening.subject
  const reward = rewards.find(({ id }) => id === textIn(matter.facts, 'reward'))
  if (cadreId === undefined || !reward || reward.id === 'care') return []
  const title = textIn(matter.facts, 'name') || reward.label.zh
  const row = {
    cadre_id: cadreId,
    title,
    on: formatDate(dayIn(facts, 'approved_on') ?? on),
    authority: textIn(facts, 'authority') ?? null,
  }
  return [{ table: 'honours', row }]
}

const acts = (noticeEnds: (from: DateCode) => DateCode): readonly MatterActDesign[] => [
  {
    id: 'propose',
    label: { zh: '提出建议', en: 'Propose' },
    from: ['opened'],
    to: 'proposed',
    by: ['handler'],
    fields: [
      { name: 'reward', label: { zh: '奖励种类', en: 'Reward' }, kind: 'choice', options: rewards, required: true },
      { name: 'name', label: { zh: '名称', en: 'Name' }, kind: 'text' },
      { name: 'deeds', label: { zh: '主要事迹', en: 'Deeds' }, kind: 'paragraph', required: true },
      {
        name: 'checked',
        label: { zh: '征求纪检监察等部门意见', en: 'What discipline and others said' },
        kind: 'paragraph',
        required: true,
      },
    ],
  },
  {
    id: 'announce',
    label: { zh: '公示', en: 'Announce' },
    from: ['proposed'],
    to: 'announced',
    by: ['handler'],
    hindrance: ({ facts }) => {
      const [from, to] = [dayIn(facts, 'notice_from'), dayIn(facts, 'notice_to')]
      return from !== undefined && to !== undefined && to < noticeEnds(from)
        ? noticeShort(formatDate(noticeEnds(from)))
        : undefined
    },
    fields: [
      { name: 'notice_from', label: { zh: '公示开始', en: 'From' }, kind: 'date', required: true },
      { name: 'notice_to', label: { zh: '公示结束', en: 'To' }, kind: 'date', required: true },
      { name: 'objections', label: { zh: '反映情况', en: 'What was said' }, kind: 'paragraph' },
    ],
  },
  {
    id: 'approve',
    label: { zh: '批准并记入', en: 'Approve and record' },
    from: ['announced', 'proposed'],
    to: 'ended',
    by: ['head'],
    isShared: true,
    effect: honourRow,
    hindrance: ({ matter, facts, on }) => {
      const day = dayIn(facts, 'approved_on') ?? on
      if (day > on || day < matter.openedOn) return approvedOutOfOrder
      if (textIn(matter.facts, 'reward') === 'care') return undefined
      const ends = dayIn(matter.facts, 'notice_to')
      return ends === undefined || day <= ends ? notAnnounced : undefined
    },
    fields: [
      { name: 'approved_on', label: { zh: '批准日期', en: 'Approved on' }, kind: 'date', required: true },
      { name: 'authority', label: { zh: '批准机关', en: 'Approved by' }, kind: 'text', required: true },
      { name: 'document', label: { zh: '文号', en: 'Document' }, kind: 'text' },
    ],
  },
  {
    id: 'refuse',
    label: { zh: '不予奖励', en: 'Not granted' },
    from: ['proposed', 'announced'],
    to: 'ended',
    by: ['head'],
    fields: [{ name: 'why', label: { zh: '理由', en: 'Reason' }, kind: 'paragraph', required: true }],
  },
]

const notAnnounced = {
  code: 'reward-not-announced',
  says: {
    zh: '还没有公示，或者批准日期不在公示期满之后。',
    en: 'It was not announced, or the approval does not follow the end of the notice.',
  },
  mend: { zh: '先公示，期满后再批准。', en: 'Announce it, and approve after the end.' },
}

const approvedOutOfOrder = {
  code: 'reward-approved-out-of-order',
  says: {
    zh: '批准日期应当在立项之后，不晚于登记的日期。',
    en: 'It is approved after the opening, and not after the day recorded.',
  },
  mend: { zh: '写实际批准的日期。', en: 'Give the day on which it was approved.' },
  field: 'approved_on',
}

const noticeShort = (until: string): MatterHindrance => ({
  code: 'reward-notice-short',
  says: { zh: `公示期不足，至少公示到${until}。`, en: `The notice is too short: it lasts until ${until} at least.` },
  mend: { zh: '公示满规定的工作日。', en: 'Let it last the working days that the rule gives.' },
  field: 'notice_to',
})

/** @example rewardDesign(book, 20261122).kind // 'incentive' */
export function rewardDesign(book: RuleBook, on: DateCode): MatterDesign {
  const figure = localReader(book, 'LOCAL-INCENTIVE', on)
  const basis = citationOf(book, 'LOCAL-INCENTIVE')
  const noticeDays = Number(localReader(book, 'RANK-20-NOTICE', on)('min_working_days'))
  const calendar = workCalendar(parametersOn(book.rules, on))
  const noticeEnds = (from: DateCode): DateCode => endOfWorkdays(from, noticeDays, calendar).day
  return {
    kind: 'incentive',
    stages: [
      { id: 'opened', label: { zh: '立项', en: 'Opened' } },
      { id: 'proposed', label: { zh: '已提出', en: 'Proposed' } },
      { id: 'announced', label: { zh: '公示', en: 'Announced' } },
      { id: 'ended', label: { zh: '办结', en: 'Ended' }, isEnd: true },
    ],
    acts: acts(noticeEnds),
    about: 'cadre',
    privacy: 'department',
    deadlines: (matter: Matter): readonly MatterDeadline[] => {
      if (matter.standing !== 'open') return []
      const announced = lastDeed(matter, 'announce')
      const from = announced && dayIn(announced.facts, 'notice_from')
      if (from !== undefined && matter.stage === 'announced') {
        const label = { zh: '公示期满，报批', en: 'The notice ends: ask for approval' }
        const ends = dayIn(announced?.facts ?? {}, 'notice_to') ?? noticeEnds(from)
        return [{ id: 'approve', label, on: addDays(ends, 1), basis, who: 'head' }]
      }
      const label = { zh: '提出奖励建议', en: 'Propose the reward' }
      return [
        {
          id: 'propose',
          label,
          on: addMonths(matter.openedOn, Number(figure('propose_months'))),
          basis,
          who: 'handler',
        },
      ]
    },
  }
}
