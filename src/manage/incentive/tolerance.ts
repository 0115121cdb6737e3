/**
 * 容错纠错: was it an honest mistake? Somebody applies, the facts are established, the three distinctions and the six factors are
 * gone through in writing, a body rules, the cadre is told. A ruling shields: the supervision event no longer counts as a ground
 * for an early sign or for being unfit for the post. Whoever knew, defied a prohibition or sought gain is never shielded.
 */
import { addMonths, type DateCode } from '#domain/calendar.ts'
import type {
  ActContext,
  Matter,
  MatterActDesign,
  MatterDeadline,
  MatterDesign,
  MatterHindrance,
  MatterWrite,
} from '#domain/matter.ts'
import { lastDeed, textIn } from '#domain/matter-course.ts'
import type { Text } from '#domain/text.ts'
import { citationOf, endOfWorkdays, localReader, parametersOn, type RuleBook, workCalendar } from '#policy/index.ts'

/** The three distinctions: the side that may be tolerated, and the side that may not. */
const distinctions: readonly {
  readonly id: string
  readonly label: Text
  readonly may: Text
  readonly mayNot: Text
}[] = [
  {
    id: 'pioneering',
    label: { zh: '区分一：先行先试的失误', en: 'First: pioneering' },
    may: { zh: '推进改革中因缺乏经验、先行先试的失误', en: 'A mistake of inexperience in pioneering reform' },
    mayNot: { zh: '明知故犯的违纪违法行为', en: 'A knowing violation' },
  },
  {
    id: 'exploring',
    label: { zh: '区分二：探索性试验的失误', en: 'Second: exploring' },
    may: { zh: '上级尚无明确限制的探索性试验中的失误', en: 'A mistake in a trial not yet restricted from above' },
    mayNot: { zh: '上级明令禁止后依然我行我素', en: 'Defiance of an explicit prohibition' },
  },
  {
    id: 'developing',
    label: { zh: '区分三：推动发展的过失', en: 'Third: developing' },
    may: { zh: '为推动发展的无意过失', en: 'An unintended mistake to promote development' },
    mayNot: { zh: '为谋取私利的违纪违法行为', en: 'A violation for private gain' },
  },
]

const factors: readonly { readonly id: string; readonly label: Text }[] = [
  { id: 'motive', label: { zh: '动机态度', en: 'Motive and attitude' } },
  { id: 'conditions', label: { zh: '客观条件', en: 'Objective conditions' } },
  { id: 'procedure', label: { zh: '程序方法', en: 'Procedure and method' } },
  { id: 'nature', label: { zh: '性质程度', en: 'Nature and degree' } },
  { id: 'consequence', label: { zh: '后果影响', en: 'Consequences' } },
  { id: 'remedy', label: { zh: '挽回损失', en: 'Loss made good' } },
]

const rulings = [
  { id: 'tolerated', label: { zh: '予以容错', en: 'Tolerated' } },
  { id: 'partly', label: { zh: '部分容错、从轻处理', en: 'Partly tolerated' } },
  { id: 'refused', label: { zh: '不予容错', en: 'Not tolerated' } },
]

const applicants = [
  { id: 'cadre', label: { zh: '干部本人', en: 'The cadre' } },
  { id: 'unit', label: { zh: '所在单位', en: 'The unit' } },
  { id: 'office', label: { zh: '组织部门主动启动', en: 'The department itself' } },
]

const isBeyond = ({ matter, facts }: ActContext): boolean =>
  distinctions.some(({ id }) => textIn({ ...matter.facts, ...facts }, id) === 'may-not')

const beyond: MatterHindrance = {
  code: 'tolerance-beyond',
  says: {
    zh: '三个区分中有一项属于不得容错的情形，不能认定容错。',
    en: 'One of the three distinctions falls on the side that may not be tolerated.',
  },
  mend: {
    zh: '结论改为不予容错；区分有误的，先更正区分的记录。',
    en: 'Rule that it is not tolerated; where a distinction is wrong, correct its record first.',
  },
}

/** The ruling stands on the event; what is only partly tolerated, or refused, goes on counting, whatever was ruled before. */
function shield({ matter, facts }: ActContext): readonly MatterWrite[] {
  const event = textIn(matter.facts, 'event_id')
  const isTolerated = textIn(facts, 'ruling') === 'tolerated'
  if (event === undefined || event === '' || (!isTolerated && matter.effects.length === 0)) return []
  const row = { event_id: event, tolerated: String(isTolerated) }
  return [{ table: 'supervision', row, standing: { subject: matter.opening.subject } }]
}

const acts = (book: RuleBook): readonly MatterActDesign[] => [
  {
    id: 'apply',
    label: { zh: '登记申请', en: 'Record the application' },
    from: ['opened'],
    to: 'established',
    by: ['handler', 'person'],
    isShared: true,
    fields: [
      {
        name: 'applicant',
        label: { zh: '申请人', en: 'Applicant' },
        kind: 'choice',
        options: applicants,
        required: true,
      },
      { name: 'event_id', label: { zh: '监督事项编号', en: 'Supervision event' }, kind: 'text', help: eventHelp },
      { name: 'what', label: { zh: '失误或者偏差', en: 'The mistake' }, kind: 'paragraph', required: true },
      { name: 'grounds', label: { zh: '申请容错的理由', en: 'Grounds' }, kind: 'paragraph', required: true },
    ],
  },
  {
    id: 'establish',
    label: { zh: '调查核实', en: 'Establish the facts' },
    from: ['established'],
    to: 'considered',
    by: ['handler'],
    fields: [
      { name: 'investigators', label: { zh: '核实人员', en: 'Established by' }, kind: 'text', required: true },
      { name: 'found', label: { zh: '核实的事实', en: 'Facts established' }, kind: 'paragraph', required: true },
      {
        name: 'heard',
        label: { zh: '听取本人和单位意见', en: 'What the cadre and the unit said' },
        kind: 'paragraph',
        required: true,
      },
    ],
  },
  {
    id: 'distinguish',
    label: { zh: '逐项区分', en: 'Go through the distinctions' },
    from: ['considered'],
    to: 'ruling',
    by: ['handler'],
    basis: citationOf(book, 'TOLERANCE-THREE'),
    fields: [
      ...distinctions.map(({ id, label, may, mayNot }) => ({
        name: id,
        label,
        kind: 'choice' as const,
        required: true,
        options: [
          { id: 'may', label: may },
          { id: 'may-not', label: mayNot },
          { id: 'no-bearing', label: { zh: '不涉及', en: 'No bearing' } },
        ],
      })),
      ...factors.map(({ id, label }) => ({ name: id, label, kind: 'paragraph' as const, required: true })),
    ],
  },
  {
    id: 'rule',
    label: { zh: '作出认定', en: 'Rule' },
    from: ['ruling'],
    to: 'ruled',
    by: ['head'],
    isShared: true,
    letter: 'tolerance',
    hindrance: (context) => {
      const ruling = textIn(context.facts, 'ruling')
      return ruling !== undefined && ruling !== 'refused' && isBeyond(context) ? beyond : undefined
    },
    effect: shield,
    fields: [
      { name: 'ruling', label: { zh: '认定结论', en: 'Ruling' }, kind: 'choice', options: rulings, required: true },
      { name: 'body', label: { zh: '认定机关', en: 'Ruled by' }, kind: 'text', required: true },
      { name: 'document', label: { zh: '文号', en: 'Document' }, kind: 'text', required: true },
      { name: 'scope', label: { zh: '免责的范围', en: 'What it shields from' }, kind: 'paragraph', required: true },
      { name: 'correct', label: { zh: '纠错要求', en: 'What is to be put right' }, kind: 'paragraph' },
    ],
  },
  {
    id: 'object',
    label: { zh: '本人提出异议', en: 'The cadre objects' },
    from: ['ruled'],
    to: 'established',
    by: ['person'],
    isShared: true,
    fields: [{ name: 'objection', label: { zh: '异议', en: 'Objection' }, kind: 'paragraph', required: true }],
  },
  {
    id: 'close',
    label: { zh: '回看办结', en: 'Look back and close' },
    from: ['ruled'],
    to: 'ended',
    by: ['handler'],
    fields: [
      { name: 'mended', label: { zh: '纠错情况', en: 'How it was put right' }, kind: 'paragraph', required: true },
    ],
  },
]

const eventHelp: Text = {
  zh: '认定容错后，这一监督事项不再作为苗头和不适宜担任现职的依据。',
  en: 'Once ruled tolerated, the event is no ground for an early sign or for being unfit any more.',
}

/** @example toleranceDesign(book, 20261122).stages[0]?.id // 'opened' */
export function toleranceDesign(book: RuleBook, on: DateCode): MatterDesign {
  const figure = localReader(book, 'LOCAL-TOLERANCE', on)
  const calendar = workCalendar(parametersOn(book.rules, on))
  return {
    kind: 'tolerance',
    stages: [
      { id: 'opened', label: { zh: '立项', en: 'Opened' } },
      { id: 'established', label: { zh: '调查核实', en: 'Establishing' } },
      { id: 'considered', label: { zh: '逐项区分', en: 'Distinguishing' } },
      { id: 'ruling', label: { zh: '研究认定', en: 'Ruling' } },
      { id: 'ruled', label: { zh: '已认定', en: 'Ruled' } },
      { id: 'ended', label: { zh: '办结', en: 'Ended' }, isEnd: true },
    ],
    acts: acts(book),
    about: 'cadre',
    privacy: 'handlers',
    deadlines: (matter: Matter): readonly MatterDeadline[] => {
      if (matter.standing !== 'open') return []
      const basis = citationOf(book, 'LOCAL-TOLERANCE')
      const ruled = lastDeed(matter, 'rule')
      if (matter.stage === 'ruled' && ruled) {
        const label = { zh: '回看纠错情况', en: 'Look back on how it was put right' }
        return [
          { id: 'review', label, on: addMonths(ruled.on, Number(figure('review_months'))), basis, who: 'handler' },
        ]
      }
      const { day } = endOfWorkdays(matter.openedOn, Number(figure('ruling_working_days')), calendar)
      return [{ id: 'rule', label: { zh: '作出容错认定', en: 'Rule on tolerance' }, on: day, basis, who: 'head' }]
    },
  }
}
