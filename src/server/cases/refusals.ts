import type { Hindrance } from '#appoint/procedure/index.ts'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { CaseEvent } from '#domain/selection-case.ts'
import { Refusal } from '../http/refusal.ts'

export const noSuchCase = (): Refusal =>
  new Refusal(
    404,
    'case-unknown',
    { zh: '没有这个任免事项。', en: 'There is no such case.' },
    { zh: '回到任免事项列表，从那里选。', en: 'Go back to the list of cases and choose one.' },
  )

const forbidden: ReadonlySet<string> = new Set(['case-recused', 'override-not-allowed'])

/** A hindrance of the procedure as an answer: 403 where this account may not, 422 where nobody may now. */
export const refused = ({ code, says, mend }: Hindrance): Refusal =>
  new Refusal(forbidden.has(code) ? 403 : 422, code, says, mend)

/** Somebody acted since the page was opened: who, and what. */
export function changedSince(events: readonly CaseEvent[]): Refusal {
  const told = (language: 'zh' | 'en'): string[] =>
    events.map(({ byName, kind }) => `${byName} ${labelOf('caseEvent', kind)[language]}`)
  return new Refusal(
    409,
    'case-changed',
    {
      zh: `打开本页以后，这个事项又记了${events.length}笔（${told('zh').join('；')}），这次没有写入。`,
      en: `Since the page was opened, ${events.length} events were recorded (${told('en').join('; ')}). Nothing was written.`,
    },
    { zh: '看过新的记录，再办理。', en: 'Look at what is new, then go on.' },
  )
}

export const noSuchOfficer = (account: string): Refusal =>
  new Refusal(
    404,
    'officer-unknown',
    { zh: `没有账号 ${account}。`, en: `There is no account ${account}.` },
    { zh: '从账号列表里选取。', en: 'Choose from the list of accounts.' },
  )

export const unknownPeople = (ids: readonly string[]): Refusal =>
  new Refusal(
    422,
    'case-unknown-ids',
    { zh: `这些编号库里没有：${ids.join('、')}`, en: `These ids are not on record: ${ids.join(', ')}` },
    { zh: '从列表里重新选。', en: 'Choose from the lists again.' },
  )

export const wrongTarget = (): Refusal =>
  new Refusal(
    422,
    'case-target',
    {
      zh: '这类事项的对象不对，或者人选人数不对。',
      en: 'A case of this kind is about something else, or about one person.',
    },
    {
      zh: '提拔、转任、挂职等选一个岗位；免职、辞职选本人现任的职务；职级晋升选一个职级，人选一名。',
      en: 'Choose a seat to fill, the post that the person holds, or a grade with one person.',
    },
  )

export const dayToCome = (): Refusal =>
  new Refusal(
    422,
    'case-day-to-come',
    { zh: '发生日期晚于今天。', en: 'The day lies in the future.' },
    { zh: '写事情实际发生的那一天。', en: 'Give the day on which it happened.' },
  )

export const recusedHandler = (): Refusal =>
  refused({
    code: 'case-recused',
    says: {
      zh: '经办人与人选是同一人或者有亲属关系，应当回避。',
      en: 'A handler belongs to a candidate, or to kin of one, and must recuse.',
    },
    mend: { zh: '另指定一名经办人。', en: 'Assign another handler.' },
  })
