import type { Text } from '#domain/text.ts'

/** The page for voters, in plain words: many see the system only here. */
export const voteWords = {
  title: { zh: '投票', en: 'Vote' },
  code: { zh: '投票码', en: 'Voting code' },
  codeHint: { zh: '票条上的字符', en: 'The characters on your slip' },
  open: { zh: '打开选票', en: 'Open the sheet' },
  opening: { zh: '正在打开', en: 'Opening' },
  anonymous: {
    zh: '票条不记姓名。系统不记谁投了什么，也不记投票时间。',
    en: 'Slips bear no name. The system does not record who votes what, or when.',
  },
  draftKept: {
    zh: '没有投出的选票暂存在这部手机上，{hours} 小时后清除。',
    en: 'Until you cast it, the sheet is kept on this phone alone, for {hours} hours.',
  },
  chooseUpTo: { zh: '至多选 {most} 项，已选 {chosen} 项', en: 'Choose {most} at most; {chosen} chosen' },
  writeName: { zh: '另写姓名', en: 'Write another name' },
  addName: { zh: '再写一个', en: 'Add a name' },
  clear: { zh: '不选', en: 'Clear' },
  progress: { zh: '已填 {done}／{all}', en: '{done} of {all} marked' },
  progressLabel: { zh: '已填的题数', en: 'questions marked' },
  review: { zh: '看一遍', en: 'Review' },
  reviewTitle: { zh: '投出前核对', en: 'Check before you cast' },
  reviewNote: { zh: '投出以后不能改。', en: 'Once it is cast it cannot be changed.' },
  blank: { zh: '未填', en: 'Left blank' },
  blankCounts: { zh: '未填，计作{option}', en: 'Left blank: counts as "{option}"' },
  blanks: { zh: '有 {count} 项未填，可以这样投出。', en: '{count} left blank; you may cast it so.' },
  back: { zh: '返回修改', en: 'Go back' },
  cast: { zh: '投出', en: 'Cast' },
  casting: { zh: '正在投出', en: 'Casting' },
  done: { zh: '已经投出', en: 'Your sheet is in the box' },
  doneNote: {
    zh: '选票已经进入票箱，投票码不能再用。可以关闭本页。',
    en: 'The code cannot be used again. You may close this page.',
  },
  already: { zh: '这个投票码已经投过', en: 'This code has been used' },
  another: { zh: '用另一个投票码', en: 'Use another code' },
  lost: {
    zh: '没有收到回答，不知道投出没有。再投一次：同一个投票码只计一张票。',
    en: 'No answer came, so it is not known whether it arrived. Cast again: one code counts once.',
  },
} as const satisfies Record<string, Text>
