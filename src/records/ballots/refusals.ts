import { ProblemError } from '#domain/problem.ts'
import type { Text } from '#domain/text.ts'

const refusal = (code: string, message: Text, mend: Text): ProblemError => new ProblemError({ code, message, mend })

export const ballotUnknown = (): ProblemError =>
  refusal(
    'ballot-unknown',
    { zh: '没有这次投票。', en: 'There is no such ballot.' },
    { zh: '回到投票列表，从那里选。', en: 'Go back to the list of ballots and choose one.' },
  )

export const alreadyEnded = (): ProblemError =>
  refusal(
    'ballot-ended',
    { zh: '这次投票已经结束或者作废，不再改动。', en: 'The ballot is closed or cancelled and changes no more.' },
    { zh: '需要时另组织一次投票。', en: 'Hold another ballot where one is needed.' },
  )

export const notOpen = (): ProblemError =>
  refusal(
    'ballot-not-open',
    { zh: '投票还没有开始。', en: 'The ballot is not open yet.' },
    { zh: '先发票，再开始投票。', en: 'Hand out the slips, then open it.' },
  )

export const notPrepared = (): ProblemError =>
  refusal(
    'ballot-opened',
    { zh: '投票已经开始。', en: 'The ballot is open already.' },
    { zh: '刷新页面，看现在的状态。', en: 'Reload the page to see where it stands.' },
  )

export const codesAlreadyUsed = (): ProblemError =>
  refusal(
    'ballot-codes-out',
    { zh: '投票已经开始，投票码不能再换。', en: 'The ballot is open: its codes cannot be replaced.' },
    { zh: '缺票时用纸质票补发。', en: 'Where slips are short, hand out paper.' },
  )
