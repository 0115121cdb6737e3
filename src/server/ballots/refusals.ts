import { Refusal } from '../http/refusal.ts'

/** One message whatever is wrong with a code: nobody learns from it which codes there are. */
export const codeUnknown = (): Refusal =>
  new Refusal(
    404,
    'code-unknown',
    { zh: '投票码不对，或者投票没有开始、已经结束。', en: 'The code is wrong, or voting has not begun or has ended.' },
    {
      zh: '对照票条再输一遍；仍不行的，告诉现场工作人员。',
      en: 'Type it again from the slip; if that fails, tell the staff.',
    },
  )

export const alreadyCast = (): Refusal =>
  new Refusal(
    409,
    'already-cast',
    { zh: '这个投票码已经投过票，票在票箱里。', en: 'This code has been used: its sheet is in the box.' },
    {
      zh: '不用再投。不是本人投的，告诉现场工作人员。',
      en: 'There is nothing left to do. If it was not you, tell the staff.',
    },
  )

export const tooManyCodes = (seconds: number): Refusal =>
  new Refusal(
    429,
    'too-many-codes',
    { zh: '从这个网络输错的投票码太多。', en: 'Too many wrong codes came from this network.' },
    {
      zh: `${seconds} 秒后再试，或者改用纸质票。`,
      en: `Try again in ${seconds} seconds, or use paper.`,
    },
  )

export const noSuchBallot = (): Refusal =>
  new Refusal(
    404,
    'ballot-unknown',
    { zh: '没有这次投票。', en: 'There is no such ballot.' },
    { zh: '回到投票列表，从那里选。', en: 'Go back to the list of ballots and choose one.' },
  )

export const countedByOne = (name: string): Refusal =>
  new Refusal(
    422,
    'paper-counted-by-one',
    { zh: `两遍都由${name}计票。`, en: `${name} made both counts.` },
    { zh: '第二遍换一个人，另行清点。', en: 'Let somebody else make the second count.' },
  )

export const notClosed = (): Refusal =>
  new Refusal(
    409,
    'ballot-not-closed',
    { zh: '投票还没有结束，没有计票报告。', en: 'The ballot is not closed: there is no report.' },
    { zh: '先结束投票。', en: 'Close it first.' },
  )
