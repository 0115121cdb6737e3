/**
 * What a cadre may ask for beside a correction: 本人异议, to a result or to being processed in a computation (PIPL 24, 44);
 * 要求说明, how a result came about (48); 要求删除 (47). A person of the department answers with reasons; the cadre may ask once more.
 */
import { addDays, type DateCode, formatDate } from '#domain/calendar.ts'
import type { Citation } from '#domain/finding.ts'
import type { MatterActDesign, MatterDesign, MatterField, MatterHindrance, MatterKind } from '#domain/matter.ts'
import { lastDeed } from '#domain/matter-course.ts'
import type { Text } from '#domain/text.ts'
import { citationOf, localReader, type RuleBook } from '#policy/index.ts'
import { lifting, restrictingFields, restrictingHindrance } from './restricting.ts'

export const ownRequestRule = 'LOCAL-OWN-REQUESTS'

/** The kinds of request that a cadre makes on the own page. */
export const ownRequestKinds = ['objection', 'explanation', 'erasure'] as const satisfies readonly MatterKind[]
export type OwnRequestKind = (typeof ownRequestKinds)[number]

/** The answer that lets a person be deleted. */
export const erasureGranted = 'granted'

type Outcome = NonNullable<MatterField['options']>[number]

/** The answer that takes the person out of what it names. */
export const upheld = 'not-relied-on'

interface Request {
  readonly kind: OwnRequestKind
  /** The article that gives the right. */
  readonly basis: string
  readonly outcomes: readonly Outcome[]
  readonly grounds: Text
  /** What an answer may say beside its outcome, and what it must not leave out. */
  readonly further?: readonly MatterField[]
  readonly hindrance?: MatterActDesign['hindrance']
  readonly acts?: readonly MatterActDesign[]
}

const requests: readonly Request[] = [
  {
    kind: 'objection',
    basis: 'PIPL-24',
    outcomes: [
      { id: upheld, label: { zh: '异议成立，该结果不作研判依据', en: 'Upheld: the result is not relied on' } },
      { id: 'redone', label: { zh: '更正事实后重新计算', en: 'The facts are mended and it is worked out again' } },
      { id: 'stands', label: { zh: '异议不成立，说明理由', en: 'Not upheld, for the reasons given' } },
    ],
    grounds: { zh: '由谁怎样复核、理由和依据', en: 'Who looked into it and how, with reasons and basis' },
    further: restrictingFields,
    hindrance: restrictingHindrance(upheld),
    acts: [lifting],
  },
  {
    kind: 'explanation',
    basis: 'PIPL-44-50',
    outcomes: [
      { id: 'explained', label: { zh: '已说明', en: 'Explained' } },
      { id: 'withheld', label: { zh: '依法不予说明，写明依据', en: 'Withheld by law, with the article' } },
    ],
    grounds: { zh: '怎样得出、依据哪些记载和规定', en: 'How it came about, from which facts, by which rules' },
  },
  {
    kind: 'erasure',
    basis: 'PIPL-44-50',
    outcomes: [
      { id: erasureGranted, label: { zh: '同意删除', en: 'To be deleted' } },
      {
        id: 'kept',
        label: { zh: '法定保存期限未满，停止保存以外的处理', en: 'Kept by law: nothing but keeping is done with it' },
      },
      { id: 'refused', label: { zh: '不予删除，说明理由', en: 'Not deleted, for the reasons given' } },
    ],
    grounds: { zh: '核对了什么、依据哪条', en: 'What was checked, by which article' },
  },
]

const stages = [
  { id: 'asked', label: { zh: '本人提出', en: 'Asked for' } },
  { id: 'answered', label: { zh: '已答复', en: 'Answered' } },
  { id: 'ended', label: { zh: '办结', en: 'Ended' }, isEnd: true },
] as const

const askedTwice: MatterHindrance = {
  code: 'own-request-twice',
  says: { zh: '已经再提过一次，并已答复。', en: 'It was asked once more already, and answered.' },
  mend: {
    zh: '仍不同意的，可以向上级组织部门或者履行个人信息保护职责的部门反映。',
    en: 'Who still disagrees may turn to the department above, or to the authority for personal information.',
  },
}

const stillOpen = (until: string): MatterHindrance => ({
  code: 'own-request-open',
  says: { zh: `本人在${until}以前可以再提一次。`, en: `The cadre may ask once more until ${until}.` },
  mend: { zh: '本人同意的由本人办结；期满再办结。', en: 'The cadre closes it, or close it after that day.' },
})

/** The designs of all requests, with the days of the place. */
export function ownRequestDesigns(book: RuleBook, on: DateCode): readonly MatterDesign[] {
  const read = localReader(book, ownRequestRule, on)
  const days = { answer: Number(read('answer_days')), again: Number(read('again_days')) }
  return requests.map((request) => requestDesign(request, citationOf(book, request.basis), days))
}

interface Days {
  readonly answer: number
  readonly again: number
}

/** Nobody but its handlers and the head sees it: what it is about may be private itself. */
function requestDesign(request: Request, basis: Citation, days: Days): MatterDesign {
  return {
    kind: request.kind,
    about: 'cadre',
    privacy: 'handlers',
    stages,
    acts: [answering(request, basis), ...ofPerson, closing(days), ...(request.acts ?? [])],
    deadlines: ({ stage, stageSince }) =>
      stage === 'asked'
        ? [
            {
              id: 'answer',
              label: { zh: '答复本人', en: 'Answer' },
              on: addDays(stageSince, days.answer),
              basis,
              who: 'handler',
            },
          ]
        : [],
  }
}

const answering = ({ outcomes, grounds, further = [], hindrance }: Request, basis: Citation): MatterActDesign => ({
  id: 'answer',
  label: { zh: '答复', en: 'Answer' },
  from: ['asked'],
  to: 'answered',
  by: ['handler', 'head'],
  isShared: true,
  basis,
  fields: [
    { name: 'outcome', label: { zh: '结果', en: 'Outcome' }, kind: 'choice', options: outcomes, required: true },
    { name: 'grounds', label: grounds, kind: 'paragraph', required: true },
    ...further,
  ],
  ...(hindrance ? { hindrance } : {}),
})

const ofPerson: readonly MatterActDesign[] = [
  {
    id: 'ask-again',
    label: { zh: '不同意，再提一次', en: 'Do not agree: ask once more' },
    from: ['answered'],
    to: 'asked',
    by: ['person'],
    isShared: true,
    hindrance: ({ matter }) => (lastDeed(matter, 'ask-again') ? askedTwice : undefined),
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
]

const closing = ({ again }: Days): MatterActDesign => ({
  id: 'close',
  label: { zh: '期满办结', en: 'Close after the time' },
  from: ['answered'],
  to: 'ended',
  by: ['handler', 'head'],
  isShared: true,
  hindrance: ({ matter, on }) => {
    if (lastDeed(matter, 'ask-again')) return undefined
    const until = addDays(matter.stageSince, again)
    return on <= until ? stillOpen(formatDate(until)) : undefined
  },
  fields: [],
})
