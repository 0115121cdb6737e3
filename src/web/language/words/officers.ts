/** Words of the page of officers: which account belongs to whom. */
export const officerWords = {
  title: { zh: '经办人', en: 'Officers' },
  purpose: {
    zh: '账号登记为哪名干部后，本人或者其亲属是某案人选时，该账号对这个案子自动回避：不能经办，也不能记录，只能退出经办。亲属以各自申报的家庭成员为准。没有登记的账号无从判断。',
    en: 'Once an account is linked to a cadre, it stands back from every case in which that person or their kin is a candidate: it cannot handle the case or record in it, only leave it. Kin are those that either has declared. Of an account that is not linked nothing can be told.',
  },
  list: { zh: '账号和对应的干部', en: 'Accounts and the cadres they belong to' },
  account: { zh: '账号', en: 'Account' },
  role: { zh: '角色', en: 'Role' },
  person: { zh: '对应的干部', en: 'Cadre' },
  reason: { zh: '理由', en: 'Reason' },
  since: { zh: '登记日期', en: 'Linked on' },
  notLinked: { zh: '没有登记', en: 'Not linked' },
  change: { zh: '登记', en: 'Link' },
  changeOf: { zh: '登记 {name}', en: 'Link {name}' },
  onlyHead: {
    zh: '由部领导登记，写明理由；每次登记都保留。',
    en: 'The head of the department links them, with the reason; every link is kept.',
  },
  nobody: { zh: '点一个账号的「登记」，再选对应的干部。', en: 'Choose "Link" beside an account, then the cadre.' },
  search: { zh: '按姓名、拼音、单位或职务找人', en: 'Find by name, pinyin, unit or post' },
  chosen: { zh: '登记为 {name}', en: 'To be linked to {name}' },
  chosenNobody: { zh: '不对应任何干部', en: 'Belongs to no cadre' },
  none: { zh: '不对应干部', en: 'No cadre' },
  reasonHint: { zh: '如 人事登记、岗位调整', en: 'Such as: by the staff register' },
  personMissing: { zh: '选一名干部，或者选「不对应干部」。', en: 'Choose a cadre, or "No cadre".' },
  reasonMissing: { zh: '写明理由。', en: 'Give the reason.' },
  save: { zh: '保存', en: 'Save' },
  failed: { zh: '没有保存', en: 'Not saved' },
} as const

export const roleLabels = {
  officer: { zh: '经办干部', en: 'Officer' },
  head: { zh: '部领导', en: 'Head of department' },
  cadre: { zh: '干部本人', en: 'The cadre' },
} as const
