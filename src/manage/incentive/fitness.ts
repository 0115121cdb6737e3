/**
 * 能上能下: is somebody unfit for the present post? From a situation of article 5 to its verification by people, a proposal, a
 * decision, a talk, the formalities, support in the new place, and the return after the cool-down. What is decided about the
 * post itself is a case of appointment; here stands why, and what was done for the person.
 */
import { addDays, addMonths, type DateCode, formatDate } from '#domain/calendar.ts'
import type { ActContext, Matter, MatterActDesign, MatterDeadline, MatterDesign, MatterWrite } from '#domain/matter.ts'
import { dayIn, lastDeed, textIn } from '#domain/matter-course.ts'
import type { Text } from '#domain/text.ts'
import { citationOf, localReader, type RuleBook } from '#policy/index.ts'

/** Situations of article 5, by their numbers; those not seen in the text are left to `other`. */
const situations: readonly { readonly id: string; readonly label: Text }[] = [
  { id: '5-1', label: { zh: '（一）政治能力不过硬', en: '(1) Political capacity' } },
  { id: '5-2', label: { zh: '（二）理想信念动摇', en: '(2) Conviction' } },
  { id: '5-3', label: { zh: '（三）担当和斗争精神不强', en: '(3) Responsibility' } },
  { id: '5-4', label: { zh: '（四）政绩观偏差', en: '(4) View of achievement' } },
  { id: '5-5', label: { zh: '（五）违背民主集中制', en: '(5) Democratic centralism' } },
  { id: '5-6', label: { zh: '（六）组织观念淡薄', en: '(6) Regard for the organisation' } },
  { id: '5-7', label: { zh: '（七）事业心和责任感不强', en: '(7) Devotion to the work' } },
  { id: '5-8', label: { zh: '（八）领导能力不足', en: '(8) Ability to lead' } },
  { id: '5-13', label: { zh: '健康原因一年以上不能履职', en: 'Health: unable to serve for a year' } },
  { id: '5-14', label: { zh: '年度考核情形', en: 'Yearly evaluations' } },
  { id: 'other', label: { zh: '其他不适宜担任现职的情形', en: 'Another situation' } },
]

const ways = [
  { id: 'lateral', label: { zh: '平职调整', en: 'Moved at the same level' } },
  { id: 'to-grade', label: { zh: '转任职级', en: 'Moved to a grade' } },
  { id: 'removal', label: { zh: '免职', en: 'Removed from the post' } },
  { id: 'demotion', label: { zh: '降职', en: 'Moved to a lower level' } },
  { id: 'none', label: { zh: '不予调整', en: 'No change' } },
]

/** The measure as the basis of the record names it: the rules read its effect period from the words. */
const measures: Readonly<Record<string, string>> = {
  lateral: '调整职务',
  'to-grade': '调整职务',
  removal: '免职',
  demotion: '降职',
}

function measureRow({ matter, facts, on }: ActContext): readonly MatterWrite[] {
  const { cadreId } = matter.opening.subject
  const measure = measures[textIn(facts, 'way') ?? '']
  if (cadreId === undefined || measure === undefined) return []
  const row = {
    cadre_id: cadreId,
    kind: 'organizational-measure',
    decided_on: formatDate(dayIn(facts, 'decided_on') ?? on),
    authority: textIn(facts, 'body') ?? null,
    basis: `推进领导干部能上能下：${measure}（${textIn(facts, 'document') ?? ''}）`,
  }
  return [{ table: 'sanctions', row }]
}

const wayOf = ({ matter, facts }: ActContext): string | undefined => textIn({ ...matter.facts, ...facts }, 'way')

const acts = (book: RuleBook): readonly MatterActDesign[] => [
  {
    id: 'verify',
    label: { zh: '核实认定', en: 'Verify' },
    from: ['noticed'],
    to: ({ facts }) => (facts.holds === true ? 'verified' : 'ended'),
    by: ['handler'],
    basis: citationOf(book, 'UPDOWN-05'),
    fields: [
      {
        name: 'situation',
        label: { zh: '情形', en: 'Situation' },
        kind: 'choice',
        options: situations,
        required: true,
      },
      {
        name: 'sources',
        label: { zh: '核实方式和来源', en: 'How and from what it was verified' },
        kind: 'paragraph',
        required: true,
      },
      {
        name: 'heard',
        label: { zh: '听取本人和所在单位意见', en: 'What the cadre and the unit said' },
        kind: 'paragraph',
        required: true,
      },
      {
        name: 'holds',
        label: { zh: '认定属于不适宜担任现职', en: 'Found unfit for the present post' },
        kind: 'boolean',
        required: true,
      },
      { name: 'grounds', label: { zh: '理由', en: 'Grounds' }, kind: 'paragraph', required: true },
    ],
  },
  {
    id: 'propose',
    label: { zh: '提出调整建议', en: 'Propose' },
    from: ['verified'],
    to: 'proposed',
    by: ['handler'],
    fields: [
      {
        name: 'proposed',
        label: { zh: '建议方式', en: 'Proposed way' },
        kind: 'choice',
        options: ways,
        required: true,
      },
      { name: 'why', label: { zh: '考虑', en: 'Considerations' }, kind: 'paragraph', required: true },
    ],
  },
  {
    id: 'decide',
    label: { zh: '组织决定', en: 'Decide' },
    from: ['proposed'],
    to: ({ facts }) => (textIn(facts, 'way') === 'none' ? 'ended' : 'decided'),
    by: ['head'],
    isShared: true,
    sharedBy: 'talk', // 决定由谈话告知本人
    letter: 'fitness',
    effect: measureRow,
    hindrance: ({ matter, facts, on }) => {
      const day = dayIn(facts, 'decided_on')
      return day !== undefined && (day > on || day < matter.stageSince) ? decidedOutOfOrder : undefined
    },
    fields: [
      { name: 'way', label: { zh: '决定', en: 'Decision' }, kind: 'choice', options: ways, required: true },
      { name: 'body', label: { zh: '决定机关', en: 'Decided by' }, kind: 'text', required: true },
      { name: 'decided_on', label: { zh: '决定日期', en: 'Decided on' }, kind: 'date', required: true },
      { name: 'document', label: { zh: '文号', en: 'Document' }, kind: 'text', required: true },
    ],
  },
  {
    id: 'talk',
    label: { zh: '谈话', en: 'Talk' },
    from: ['decided'],
    to: 'talked',
    by: ['handler', 'head'],
    isShared: true,
    fields: [
      { name: 'talker', label: { zh: '谈话人', en: 'Who talked' }, kind: 'text', required: true },
      { name: 'said', label: { zh: '本人意见', en: 'What the cadre said' }, kind: 'paragraph', required: true },
    ],
  },
  {
    id: 'complain',
    label: { zh: '本人申请复核、申诉', en: 'The cadre asks for review or appeals' },
    from: ['talked', 'supported'], // 决定由谈话告知本人，此前不显示
    by: ['person'],
    isShared: true,
    basis: citationOf(book, 'CSL-95-APPEAL'),
    fields: [
      {
        name: 'complaint',
        label: { zh: '申请和理由', en: 'What is asked, and why' },
        kind: 'paragraph',
        required: true,
      },
    ],
  },
  {
    id: 'support',
    label: { zh: '调整到位、安排帮扶', en: 'In place, with support' },
    from: ['talked'],
    to: 'supported',
    by: ['handler'],
    isShared: true,
    fields: [
      { name: 'place', label: { zh: '新岗位或者安排', en: 'New place' }, kind: 'text', required: true },
      { name: 'mentor', label: { zh: '帮扶责任人', en: 'Responsible for support' }, kind: 'text', required: true },
      { name: 'help', label: { zh: '教育培训和帮扶', en: 'Training and support' }, kind: 'paragraph', required: true },
    ],
  },
  {
    id: 'review',
    label: { zh: '跟踪了解', en: 'Follow up' },
    from: ['supported'],
    to: ({ facts }) => (facts.may_return === true ? 'ended' : 'supported'),
    by: ['handler'],
    fields: [
      { name: 'state', label: { zh: '现实表现', en: 'How the cadre does' }, kind: 'paragraph', required: true },
      {
        name: 'may_return',
        label: {
          zh: '影响期满、表现好，可以正常使用',
          en: 'The period is over and conduct good: may be used as anybody',
        },
        kind: 'boolean',
        required: true,
      },
    ],
    hindrance: (context) =>
      context.facts.may_return === true && context.on < endOfPeriod(book, context) ? tooEarly : undefined,
  },
]

const tooEarly = {
  code: 'fitness-period-running',
  says: { zh: '影响期未满，不能认定可以正常使用。', en: 'The effect period is still running.' },
  mend: {
    zh: '期满后再登记；现在可以只登记跟踪了解。',
    en: 'Record it after its end; for now record the follow-up alone.',
  },
}

const decidedOutOfOrder = {
  code: 'fitness-decided-out-of-order',
  says: {
    zh: '决定日期应当在提出建议之后，不晚于登记的日期。',
    en: 'It is decided after the proposal, and not after the day recorded.',
  },
  mend: { zh: '写实际作出决定的日期。', en: 'Give the day on which it was decided.' },
  field: 'decided_on',
}

/** The end of the cool-down after the decision (UPDOWN-COOLDOWN). */
function endOfPeriod(book: RuleBook, context: ActContext): DateCode {
  const { matter } = context
  const decided = lastDeed(matter, 'decide')
  const day = (decided && dayIn(decided.facts, 'decided_on')) ?? decided?.on ?? matter.openedOn
  const figure = localReader(book, 'UPDOWN-COOLDOWN', day)
  return addMonths(day, Number(figure(wayOf(context) === 'demotion' ? 'demoted_months' : 'adjusted_months')))
}

/** @example fitnessDesign(book, 20261122).kind // 'fitness' */
export function fitnessDesign(book: RuleBook, on: DateCode): MatterDesign {
  const figure = localReader(book, 'LOCAL-FITNESS', on)
  const local = citationOf(book, 'LOCAL-FITNESS')
  return {
    kind: 'fitness',
    stages: [
      { id: 'noticed', label: { zh: '发现情形', en: 'Noticed' } },
      { id: 'verified', label: { zh: '已核实认定', en: 'Verified' } },
      { id: 'proposed', label: { zh: '已提出建议', en: 'Proposed' } },
      { id: 'decided', label: { zh: '已决定', en: 'Decided' } },
      { id: 'talked', label: { zh: '已谈话', en: 'Talked with' } },
      { id: 'supported', label: { zh: '跟踪帮扶', en: 'Supported' } },
      { id: 'ended', label: { zh: '办结', en: 'Ended' }, isEnd: true },
    ],
    acts: acts(book),
    about: 'cadre',
    privacy: 'handlers',
    deadlines: (matter: Matter, asOf: DateCode): readonly MatterDeadline[] => {
      if (matter.standing !== 'open') return []
      if (matter.stage === 'noticed') {
        const label = { zh: '核实认定', en: 'Verify' }
        return [
          {
            id: 'verify',
            label,
            on: addDays(matter.openedOn, Number(figure('verification_days'))),
            basis: local,
            who: 'handler',
          },
        ]
      }
      if (matter.stage !== 'supported') return []
      const last = lastDeed(matter, 'review') ?? lastDeed(matter, 'support')
      const ends = endOfPeriod(book, { matter, facts: {}, on: asOf })
      return [
        {
          id: 'follow-up',
          label: { zh: '跟踪了解', en: 'Follow up' },
          on: addMonths(last?.on ?? matter.stageSince, Number(figure('followup_months'))),
          basis: local,
          who: 'handler',
        },
        {
          id: 'period-ends',
          label: { zh: '影响期满', en: 'The effect period ends' },
          on: ends,
          basis: citationOf(book, 'UPDOWN-COOLDOWN'),
          who: 'handler',
        },
      ]
    },
  }
}
