import type { Text } from '#domain/text.ts'

/** The page of a cadre about himself or herself. */
export const ownWords = {
  title: { zh: '我的', en: 'My page' },
  purpose: {
    zh: '这里是记在我名下的事实、需要我答复的事项和我的培养计划。只有我自己和经办的组织部门能看到。',
    en: 'What is recorded of me, what I am asked to answer, and my plan of development. Only I and the department see it.',
  },
  notLinked: {
    zh: '这个账号还没有对应到哪一名干部，所以没有可看的内容。由部领导在「经办人」页登记，写明理由后即可使用。',
    en: 'This account is not linked to any cadre yet, so there is nothing to show. The head of the department links it on the page “Officers”, with the reason.',
  },
  toDo: { zh: '等我答复', en: 'Waiting for my answer' },
  nothingToDo: { zh: '现在没有等我答复的事项。', en: 'Nothing waits for my answer now.' },
  dueOn: { zh: '{day} 前', en: 'by {day}' },
  answer: { zh: '提交', en: 'Send' },
  answerLead: {
    zh: '以本人名义提交，原文长期留存，不会被改写。',
    en: 'Sent in my own name; it is kept as written and never changed.',
  },
  plan: { zh: '我的培养计划', en: 'My plan of development' },
  noPlan: { zh: '还没有与我见面的培养计划。', en: 'No plan has been shown to me yet.' },
  matters: { zh: '与我有关的事项', en: 'Matters that concern me' },
  noMatters: { zh: '没有告知过我的事项。', en: 'I have been told of no matter.' },
  opened: { zh: '{day} 起', en: 'since {day}' },
  asked: { zh: '我提出的', en: 'What I asked for' },
  mine: { zh: '本人意见', en: 'My words' },
  record: { zh: '记在我名下的', en: 'What is recorded of me' },
  recordNote: { zh: '不对的可以提出更正', en: 'a correction can be asked for' },
  correct: { zh: '提出更正', en: 'Ask for a correction' },
  correctPart: { zh: '哪一部分', en: 'Which part' },
  correctSays: {
    zh: '哪里不对，应当是什么，凭什么核对',
    en: 'What is wrong, what is right, and by what it can be checked',
  },
  correctLead: {
    zh: '更正意见交经办干部核对，结果和理由在本页答复。',
    en: 'An officer checks it and answers here, with the reasons.',
  },
  career: { zh: '任职经历', en: 'Posts held' },
  now: { zh: '至今', en: 'now' },
  education: { zh: '学历学位', en: 'Education' },
  evaluations: { zh: '年度考核', en: 'Yearly evaluations' },
  trainings: { zh: '教育培训', en: 'Training' },
  courseHours: { zh: '{course} · {hours} 学时', en: '{course} · {hours} h' },
  letter: { zh: '取件', en: 'Get the letter' },
  letterPurpose: { zh: '本人取件', en: 'Given to the cadre' },
  letterFailed: { zh: '没有取到', en: 'Not got' },
  honours: { zh: '表彰奖励', en: 'Honours' },
  nothing: { zh: '没有记录', en: 'Nothing on record' },
  left: {
    zh: '测算、比对提示和其他人的信息不在本页。',
    en: 'Estimates, prompts for a human look, and anything about other people are not on this page.',
  },
} as const satisfies Record<string, Text>
