import { Refusal } from '../http/refusal.ts'

export const nobodyLinked = (): Refusal =>
  new Refusal(
    422,
    'account-not-linked',
    { zh: '这个账号还没有对应到哪一名干部。', en: 'This account is not linked to any cadre yet.' },
    { zh: '由部领导在「经办人」页登记对应的干部。', en: 'The head of the department links it on the page “Officers”.' },
  )

export const toldSince = (): Refusal =>
  new Refusal(
    409,
    'matter-changed',
    {
      zh: '打开本页以后，这个事项有新的告知，这次没有提交。',
      en: 'Something new was told since the page was opened. Nothing was sent.',
    },
    { zh: '看过新的内容，再提交。', en: 'Read what is new, then send it again.' },
  )

export const nothingOfThatKind = (): Refusal =>
  new Refusal(
    422,
    'own-nothing-such',
    { zh: '本页没有这一项，请求没有提交。', en: 'The page shows no such thing. Nothing was sent.' },
    { zh: '重新打开本页，在要问的那一项上提出。', en: 'Open the page again and ask beside the thing itself.' },
  )
