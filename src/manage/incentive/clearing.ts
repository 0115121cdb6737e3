/**
 * 澄清正名: a name that was accused falsely is cleared, where it was heard. From the report to the check, the consent of the
 * cadre, the clearing in the place where harm was done, and the follow-up on whoever accused falsely.
 */
import { addMonths, type DateCode, formatDate } from '#domain/calendar.ts'
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
import { citationOf, localReader, type RuleBook } from '#policy/index.ts'

const stages = [
  { id: 'reported', label: { zh: '收到反映', en: 'Accusation received' } },
  { id: 'checked', label: { zh: '查核结束', en: 'Checked' } },
  { id: 'agreed', label: { zh: '本人同意', en: 'Agreed by the cadre' } },
  { id: 'cleared', label: { zh: '已澄清', en: 'Cleared' } },
  { id: 'ended', label: { zh: '办结', en: 'Ended' }, isEnd: true },
] as const

const ways = [
  { id: 'meeting', label: { zh: '会议通报', en: 'Told at a meeting' } },
  { id: 'letter', label: { zh: '书面澄清', en: 'In writing' } },
  { id: 'face-to-face', label: { zh: '当面反馈', en: 'Face to face' } },
  { id: 'notice', label: { zh: '公开通报', en: 'Public notice' } },
]

const results = [
  { id: 'false', label: { zh: '失实，予以澄清', en: 'Untrue: to be cleared' } },
  { id: 'malicious', label: { zh: '诬告陷害，予以澄清并移送', en: 'Malicious: to be cleared and referred' } },
  { id: 'true', label: { zh: '属实，转其他渠道', en: 'True: taken elsewhere' } },
]

/** The accusation was groundless: it is no ground for an early sign any more. */
function refuted({ matter, on }: ActContext): readonly MatterWrite[] {
  const event = textIn(matter.facts, 'event_id')
  if (event === undefined || event === '') return []
  const row = { event_id: event, severity: 'none', verified: 'false', closed_on: formatDate(on) }
  return [{ table: 'supervision', row, standing: { subject: matter.opening.subject, kinds: ['petition'] } }]
}

const acts: readonly MatterActDesign[] = [
  {
    id: 'check',
    label: { zh: '登记查核结论', en: 'Record the result of the check' },
    from: ['reported'],
    to: ({ facts }) => (textIn(facts, 'result') === 'true' ? 'ended' : 'checked'),
    by: ['handler'],
    fields: [
      { name: 'result', label: { zh: '查核结论', en: 'Result' }, kind: 'choice', options: results, required: true },
      { name: 'checked_by', label: { zh: '查核单位', en: 'Checked by' }, kind: 'text', required: true },
      { name: 'grounds', label: { zh: '依据', en: 'Grounds' }, kind: 'paragraph', required: true },
      {
        name: 'event_id',
        label: { zh: '反映的监督事项编号', en: 'Supervision event of the accusation' },
        kind: 'text',
        help: {
          zh: '澄清后，这一反映不再作为苗头提示的依据。',
          en: 'Once cleared, the accusation is no ground for an early sign any more.',
        },
      },
    ],
  },
  {
    id: 'ask',
    label: { zh: '征得本人同意', en: 'Agree with the cadre' },
    from: ['checked'],
    to: ({ facts }) => (facts.agrees === false ? 'ended' : 'agreed'),
    by: ['person'],
    isShared: true,
    fields: [
      { name: 'agrees', label: { zh: '同意澄清', en: 'Agrees to be cleared' }, kind: 'boolean', required: true },
      { name: 'wish', label: { zh: '方式和范围的意见', en: 'Wishes on how and where' }, kind: 'paragraph' },
    ],
  },
  {
    id: 'clear',
    label: { zh: '澄清', en: 'Clear the name' },
    from: ['agreed'],
    to: 'cleared',
    by: ['handler', 'head'],
    isShared: true,
    letter: 'clearing',
    effect: refuted,
    hindrance: ({ matter }) => (textIn(matter.facts, 'result') === undefined ? notChecked : undefined),
    fields: [
      { name: 'way', label: { zh: '方式', en: 'How' }, kind: 'choice', options: ways, required: true },
      { name: 'audience', label: { zh: '范围', en: 'Before whom' }, kind: 'text', required: true },
      { name: 'document', label: { zh: '文号', en: 'Document' }, kind: 'text' },
    ],
  },
  {
    id: 'follow-up',
    label: { zh: '回访', en: 'Follow up' },
    from: ['cleared'],
    to: 'ended',
    by: ['handler'],
    fields: [
      {
        name: 'state',
        label: { zh: '本人状态和工作情况', en: 'How the cadre is and works' },
        kind: 'paragraph',
        required: true,
      },
    ],
  },
]

const notChecked: MatterHindrance = {
  code: 'clearing-not-checked',
  says: { zh: '还没有查核结论。', en: 'There is no result of a check yet.' },
  mend: { zh: '先登记查核结论。', en: 'Record the result of the check first.' },
}

/** @example clearingDesign(book, 20261122).kind // 'clearing' */
export function clearingDesign(book: RuleBook, on: DateCode): MatterDesign {
  const months = Number(localReader(book, 'LOCAL-CLEARING', on)('followup_months'))
  const basis = citationOf(book, 'LOCAL-CLEARING')
  return {
    kind: 'clearing',
    stages,
    acts,
    about: 'cadre',
    privacy: 'handlers',
    deadlines: (matter: Matter): readonly MatterDeadline[] => {
      const cleared = lastDeed(matter, 'clear')
      if (!cleared || matter.standing !== 'open') return []
      const label = { zh: '回访本人', en: 'Follow up with the cadre' }
      return [{ id: 'follow-up', label, on: addMonths(cleared.on, months), basis, who: 'handler' }]
    },
  }
}
