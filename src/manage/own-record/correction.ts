/**
 * 记载更正: a cadre asks for what is held about him or her to be corrected; an officer checks it against the papers and answers,
 * with reasons where it stands.
 */
import { addDays, type DateCode, formatDate } from '#domain/calendar.ts'
import type { MatterDesign, MatterHindrance } from '#domain/matter.ts'
import { citationOf, localReader, type RuleBook } from '#policy/index.ts'

export const ownRecordRule = 'LOCAL-OWN-RECORD'
const rightsRule = 'PIPL-44-50'

const outcomes = [
  { id: 'mended', label: { zh: '已更正', en: 'Corrected' } },
  { id: 'stands', label: { zh: '核对无误，不作更正', en: 'Found right; it stands' } },
  { id: 'forwarded', label: { zh: '由档案审核认定，转办', en: 'To be settled by the review of the personnel file' } },
]

const stages = [
  { id: 'asked', label: { zh: '本人提出', en: 'Asked for' } },
  { id: 'answered', label: { zh: '已答复', en: 'Answered' } },
  { id: 'ended', label: { zh: '办结', en: 'Ended' }, isEnd: true },
] as const

const stillOpen = (until: string): MatterHindrance => ({
  code: 'record-correction-open',
  says: { zh: `本人在${until}以前可以提出异议。`, en: `The cadre may object until ${until}.` },
  mend: { zh: '本人同意的由本人办结；期满没有异议再办结。', en: 'The cadre closes it, or close it after that day.' },
})

/** The cadre has as many days to object as the department has to answer. */
export function correctionDesign(book: RuleBook, on: DateCode): MatterDesign {
  const days = Number(localReader(book, ownRecordRule, on)('answer_days'))
  const basis = citationOf(book, rightsRule)
  return {
    kind: 'record-correction',
    about: 'cadre',
    privacy: 'department',
    stages,
    acts: [
      {
        id: 'answer',
        label: { zh: '答复', en: 'Answer' },
        from: ['asked'],
        to: ({ facts }) => (facts.outcome === 'forwarded' ? 'asked' : 'answered'),
        by: ['handler', 'head'],
        isShared: true,
        basis,
        fields: [
          { name: 'outcome', label: { zh: '结果', en: 'Outcome' }, kind: 'choice', options: outcomes, required: true },
          {
            name: 'grounds',
            label: { zh: '核对了什么、理由', en: 'What was checked, and why' },
            kind: 'paragraph',
            required: true,
          },
        ],
      },
      {
        id: 'ask-again',
        label: { zh: '有异议', en: 'Do not agree' },
        from: ['answered', 'ended'],
        to: 'asked',
        by: ['person'],
        isShared: true,
        fields: [{ name: 'objection', label: { zh: '理由', en: 'Why' }, kind: 'paragraph', required: true }],
      },
      {
        id: 'settled',
        label: { zh: '同意，办结', en: 'Agree and close' },
        from: ['answered'],
        to: 'ended',
        by: ['person'],
        isShared: true,
        fields: [],
      },
      {
        id: 'close',
        label: { zh: '期满没有异议，办结', en: 'No objection in time: close' },
        from: ['answered'],
        to: 'ended',
        by: ['handler', 'head'],
        isShared: true,
        hindrance: ({ matter, on: day }) => {
          const until = addDays(matter.stageSince, days)
          return day <= until ? stillOpen(formatDate(until)) : undefined
        },
        fields: [],
      },
    ],
    deadlines: ({ stage, stageSince }) =>
      stage === 'asked'
        ? [
            {
              id: 'answer',
              label: { zh: '答复本人', en: 'Answer' },
              on: addDays(stageSince, days),
              basis,
              who: 'handler',
            },
          ]
        : [],
  }
}
