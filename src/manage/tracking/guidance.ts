/**
 * 教育引导: a shortfall of a reserve cadre is found early, assessed with its evidence, told to the cadre, answered, worked on by a
 * responsible person, and looked at again on a day until it is mended. Nobody but its handlers and the head sees it.
 */
import { addDays, type DateCode } from '#domain/calendar.ts'
import type {
  ActContext,
  Matter,
  MatterActDesign,
  MatterDeadline,
  MatterDesign,
  MatterHindrance,
} from '#domain/matter.ts'
import { dayIn, textIn } from '#domain/matter-course.ts'
import type { Text } from '#domain/text.ts'
import { citationOf, type RuleBook } from '#policy/index.ts'
import { type TrackingSettings, trackingRule, trackingSettings } from './settings.ts'

const stages = [
  { id: 'found', label: { zh: '发现不足', en: 'Found' } },
  { id: 'assessed', label: { zh: '已核实定措施', en: 'Assessed' } },
  { id: 'told', label: { zh: '已与本人谈', en: 'Told' } },
  { id: 'guided', label: { zh: '引导中', en: 'Guided' } },
  { id: 'ended', label: { zh: '办结', en: 'Ended' }, isEnd: true },
] as const

const measures = [
  { id: 'talk', label: { zh: '谈心谈话', en: 'Talks' } },
  { id: 'training', label: { zh: '培训', en: 'Training' } },
  { id: 'mentor', label: { zh: '带教', en: 'Mentor' } },
  { id: 'task', label: { zh: '交任务压担子', en: 'A task' } },
  { id: 'seat', label: { zh: '换岗历练', en: 'Another seat' } },
]

const results = [
  { id: 'mended', label: { zh: '已改进', en: 'Mended' } },
  { id: 'goes-on', label: { zh: '继续引导', en: 'Goes on' } },
  { id: 'other-measure', label: { zh: '换措施', en: 'Other measures' } },
  { id: 'unfounded', label: { zh: '核实后不成立', en: 'Not borne out' } },
]

const isOver = (result: string | undefined): boolean => result === 'mended' || result === 'unfounded'

const beginning: readonly MatterActDesign[] = [
  {
    id: 'assess',
    label: { zh: '核实，定措施', en: 'Assess and set measures' },
    from: ['found'],
    to: 'assessed',
    by: ['handler', 'head'],
    isShared: true,
    sharedBy: 'tell',
    fields: [
      { name: 'shortfall', label: { zh: '不足', en: 'Shortfall' }, kind: 'paragraph', required: true },
      { name: 'evidence', label: { zh: '依据和出处', en: 'Evidence and source' }, kind: 'paragraph', required: true },
      { name: 'measures', label: { zh: '措施', en: 'Measures' }, kind: 'choices', options: measures, required: true },
      { name: 'measure_detail', label: { zh: '具体安排', en: 'In detail' }, kind: 'paragraph' },
      { name: 'responsible', label: { zh: '责任人', en: 'Responsible' }, kind: 'account', required: true },
      { name: 'due', label: { zh: '检查日期', en: 'To be checked on' }, kind: 'date', required: true },
    ],
  },
  {
    id: 'drop',
    label: { zh: '核实后不成立，办结', en: 'Not borne out: close' },
    from: ['found', 'assessed'],
    to: 'ended',
    by: ['handler', 'head'],
    fields: [{ name: 'drop_reason', label: { zh: '理由', en: 'Why' }, kind: 'paragraph', required: true }],
  },
  {
    id: 'tell',
    label: { zh: '与本人谈', en: 'Tell the cadre' },
    from: ['assessed'],
    to: 'told',
    by: ['handler', 'head'],
    isShared: true,
    fields: [
      { name: 'told_by', label: { zh: '谈话人', en: 'Told by' }, kind: 'text', required: true },
      { name: 'told', label: { zh: '谈话要点', en: 'What was said' }, kind: 'paragraph', required: true },
    ],
  },
]

const working: readonly MatterActDesign[] = [
  {
    id: 'answer',
    label: { zh: '本人说明', en: 'The cadre answers' },
    from: ['told', 'guided'],
    to: 'guided',
    by: ['person'],
    isShared: true,
    fields: [
      {
        name: 'answer',
        label: { zh: '我的说明和打算', en: 'What I say and intend' },
        kind: 'paragraph',
        required: true,
      },
    ],
  },
  {
    id: 'measure',
    label: { zh: '记录措施落实', en: 'Record a measure' },
    from: ['told', 'guided'],
    to: 'guided',
    by: ['handler', 'head'],
    isShared: true,
    fields: [
      { name: 'carried_out', label: { zh: '做了什么', en: 'What was done' }, kind: 'paragraph', required: true },
    ],
  },
  {
    id: 'check',
    label: { zh: '到期检查', en: 'Check' },
    from: ['told', 'guided'],
    to: ({ facts }) => (isOver(textIn(facts, 'result')) ? 'ended' : 'guided'),
    by: ['handler', 'head'],
    isShared: true,
    hindrance: nextDayMissing,
    fields: [
      { name: 'result', label: { zh: '检查结果', en: 'Result' }, kind: 'choice', options: results, required: true },
      { name: 'result_grounds', label: { zh: '依据', en: 'Grounds' }, kind: 'paragraph', required: true },
      { name: 'next_measures', label: { zh: '接着做什么', en: 'What next' }, kind: 'paragraph' },
      { name: 'due', label: { zh: '下次检查日期', en: 'To be checked again on' }, kind: 'date' },
    ],
  },
]

function nextDayMissing({ facts, on }: ActContext): MatterHindrance | undefined {
  const result = textIn(facts, 'result')
  const due = dayIn(facts, 'due')
  if (result === undefined || isOver(result) || (due !== undefined && due > on)) return undefined
  return { code: 'guidance-no-day', says: noDay, mend: giveDay, field: 'due' }
}
const noDay: Text = {
  zh: '还要继续的，没有写下次检查日期。',
  en: 'It goes on, and no later day is given for the next check.',
}
const giveDay: Text = { zh: '写一个以后的日期。', en: 'Give a day to come.' }

export function guidanceDesign(book: RuleBook, on: DateCode): MatterDesign {
  const settings = trackingSettings(book, on)
  const basis = citationOf(book, trackingRule)
  return {
    kind: 'guidance',
    stages,
    acts: [...beginning, ...working],
    about: 'cadre',
    privacy: 'handlers',
    deadlines: (matter) => deadlinesOf(matter, settings).map((deadline) => ({ ...deadline, basis })),
  }
}

function deadlinesOf(matter: Matter, settings: TrackingSettings): readonly Omit<MatterDeadline, 'basis'>[] {
  const { stage, stageSince, facts } = matter
  const due = dayIn(facts, 'due')
  const check = due === undefined ? [] : [{ id: 'check', label: toCheck, on: due, who: 'handler' as const }]
  switch (stage) {
    case 'found':
      return [{ id: 'assess', label: toAssess, on: addDays(stageSince, settings.assessDays), who: 'handler' }]
    case 'assessed':
      return [{ id: 'tell', label: toTell, on: addDays(stageSince, settings.tellDays), who: 'handler' }, ...check]
    case 'told':
      return [{ id: 'answer', label: toAnswer, on: addDays(stageSince, settings.answerDays), who: 'person' }, ...check]
    case 'guided':
      return check
    default:
      return []
  }
}

const toAssess: Text = { zh: '核实不足，定措施', en: 'Assess the shortfall' }
const toTell: Text = { zh: '与本人谈', en: 'Tell the cadre' }
const toAnswer: Text = { zh: '本人说明', en: 'The cadre answers' }
const toCheck: Text = { zh: '检查改进情况', en: 'Check' }
