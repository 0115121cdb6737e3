/**
 * 后备干部跟踪: from entry into the reserve, with its reasons, to leaving it. Between, those responsible talk with the cadre and keep
 * what was said, in the cadre's own words as far as possible; nobody but they and the head reads it.
 */
import { addMonths, type DateCode } from '#domain/calendar.ts'
import type { ActContext, MatterActDesign, MatterDesign, MatterWrite } from '#domain/matter.ts'
import { lastDeed } from '#domain/matter-course.ts'
import { citationOf, type RuleBook } from '#policy/index.ts'
import { trackingRule, trackingSettings } from './settings.ts'

const stages = [
  { id: 'opened', label: { zh: '立项', en: 'Opened' } },
  { id: 'tracked', label: { zh: '跟踪', en: 'Tracked' } },
  { id: 'left', label: { zh: '调整出后备', en: 'Left the reserve' }, isEnd: true },
] as const

const occasions = [
  { id: 'talk', label: { zh: '谈心谈话', en: 'Talk' } },
  { id: 'visit', label: { zh: '走访调研', en: 'Visit' } },
  { id: 'task', label: { zh: '重要任务', en: 'A major task' } },
  { id: 'daily', label: { zh: '日常接触', en: 'Daily contact' } },
]

const leavings = [
  { id: 'appointed', label: { zh: '已经使用', en: 'Appointed' } },
  { id: 'age', label: { zh: '超过年龄', en: 'Past the age' } },
  { id: 'request', label: { zh: '本人要求', en: 'At own request' } },
  { id: 'conduct', label: { zh: '现实表现不适合继续培养', en: 'Not to be developed further for now' } },
  { id: 'moved', label: { zh: '调离', en: 'Moved away' } },
]

/** The mark of the reserve in the records; undone with the act. */
const mark = ({ matter }: ActContext, reserve: boolean): readonly MatterWrite[] => {
  const { cadreId } = matter.opening.subject
  return cadreId === undefined ? [] : [{ table: 'cadres', row: { cadre_id: cadreId, reserve: String(reserve) } }]
}

const acts: readonly MatterActDesign[] = [
  {
    id: 'enter',
    label: { zh: '列入后备', en: 'Enter the reserve' },
    from: ['opened'],
    to: 'tracked',
    by: ['head'],
    effect: (context) => mark(context, true),
    fields: [
      { name: 'entry_reason', label: { zh: '列入理由', en: 'Why' }, kind: 'paragraph', required: true },
      { name: 'document', label: { zh: '依据文号', en: 'Document' }, kind: 'text' },
    ],
  },
  {
    id: 'take-up',
    label: { zh: '已在后备，开始跟踪', en: 'In the reserve already: begin to track' },
    from: ['opened'],
    to: 'tracked',
    by: ['handler', 'head'],
    fields: [{ name: 'since', label: { zh: '列入后备的日期', en: 'In the reserve since' }, kind: 'date' }],
  },
  {
    id: 'talk',
    label: { zh: '记谈心接触', en: 'Record a talk' },
    from: ['tracked'],
    by: ['handler', 'head'],
    fields: [
      { name: 'occasion', label: { zh: '场合', en: 'Occasion' }, kind: 'choice', options: occasions, required: true },
      { name: 'with', label: { zh: '谈话人', en: 'Who talked' }, kind: 'text', required: true },
      {
        name: 'own_words',
        label: { zh: '本人谈的（尽量用原话）', en: 'What the cadre said, in own words' },
        kind: 'paragraph',
        required: true,
      },
      {
        name: 'state_of_mind',
        label: {
          zh: '思想动态和现实表现（写事，注明谁的看法）',
          en: 'State of mind and conduct: facts, and whose view',
        },
        kind: 'paragraph',
      },
      { name: 'wishes', label: { zh: '困难和诉求', en: 'Difficulties and wishes' }, kind: 'paragraph' },
    ],
  },
  {
    id: 'leave',
    label: { zh: '调整出后备', en: 'Leave the reserve' },
    from: ['tracked'],
    to: 'left',
    by: ['head'],
    effect: (context) => mark(context, false),
    fields: [
      { name: 'leaving', label: { zh: '情形', en: 'Case' }, kind: 'choice', options: leavings, required: true },
      { name: 'leaving_reason', label: { zh: '理由', en: 'Why' }, kind: 'paragraph', required: true },
    ],
  },
]

export function trackingDesign(book: RuleBook, on: DateCode): MatterDesign {
  const { contactMonths } = trackingSettings(book, on)
  const basis = citationOf(book, trackingRule)
  const label = { zh: '谈心接触', en: 'Talk with the cadre' }
  return {
    kind: 'reserve-tracking',
    stages,
    acts,
    about: 'cadre',
    privacy: 'handlers',
    deadlines: (matter) => {
      if (matter.stage !== 'tracked') return []
      const since = Math.max(matter.stageSince, lastDeed(matter, 'talk')?.on ?? 0)
      return [{ id: 'talk', label, on: addMonths(since, contactMonths), basis, who: 'handler' }]
    },
  }
}
