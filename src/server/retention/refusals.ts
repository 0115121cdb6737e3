import { Refusal } from '../http/refusal.ts'
import type { Hindrance } from './hindrances.ts'

export const notDue = (): Refusal =>
  new Refusal(
    404,
    'erasure-not-due',
    {
      zh: '这个人不在到期清单里，没有删除任何内容。',
      en: 'This person is not among those due; nothing was deleted.',
    },
    {
      zh: '保存期满，或者本人要求删除并已答复同意的，才列入清单。',
      en: 'Whoever’s time is over, or who asked and was answered yes, is listed.',
    },
  )

export const cannotErase = ({ code, says, mend }: Hindrance): Refusal => new Refusal(409, code, says, mend)

export const otherName = (): Refusal =>
  new Refusal(
    422,
    'erasure-other-name',
    { zh: '输入的姓名与清单不同，没有删除任何内容。', en: 'The name differs from the list; nothing was deleted.' },
    { zh: '照清单输入姓名，确认删的是这个人。', en: 'Type the name as it is listed, to confirm whom you mean.' },
  )

export const nothingExpires = (): Refusal =>
  new Refusal(
    422,
    'expiry-unknown',
    { zh: '这一类不由系统删除。', en: 'The system deletes nothing of this kind.' },
    { zh: '在「保存期限」页选择可以删除的一类。', en: 'Choose a kind that can be deleted on the page “Retention”.' },
  )
