import type { Text } from '#domain/text.ts'

export const considerationWords = {
  note: {
    zh: '三方面并列，不相加；由会议研究',
    en: 'Three factors side by side, never added up; for the meeting to consider',
  },
  table: { zh: '三方面比对', en: 'Three considerations' },
  aspect: { zh: '方面', en: 'Aspect' },
  need: { zh: '需要', en: 'What is needed' },
  remove: { zh: '移去{name}', en: 'Remove {name}' },
  firstTier: { zh: '列出第一档，按姓氏笔画，至多五人', en: 'The first tier in surname stroke order, five at most' },
  chosen: { zh: '列出所选 {count} 人', en: '{count} chosen' },
  backToTier: { zh: '回到第一档', en: 'Back to the first tier' },
  nobody: {
    zh: '没有列出的人选。',
    en: 'Nobody is listed for this vacancy.',
  },
  nobodyNext: { zh: '在右上按姓名加人。', en: 'Add people by name at the upper right.' },
  region: { zh: '区域发展需求', en: 'What the place needs' },
  team: { zh: '班子建设需要', en: 'What the team needs' },
  growth: { zh: '干部成长因素', en: 'What it means for the person' },
  timing: { zh: '用当其时', en: 'The right time' },
  strengths: { zh: '用其所长', en: 'Strengths to places' },
  noRegion: {
    zh: '没有登记主题、短板、艰苦条件或者未办结事项',
    en: 'No theme, weak result, hardship or open finding is on record',
  },
  noTeam: { zh: '岗位不在领导班子', en: 'The seat is in no leading team' },
  readiness: { zh: '就绪程度', en: 'Readiness' },
  asksFor: { zh: '岗位要用的特长', en: 'The place asks for it' },
  asksNone: { zh: '这类岗位没有指定的特长', en: 'The mappings ask for no strength at such a seat' },
  others: { zh: '其他特长', en: 'Other strengths' },
  noOthers: { zh: '没有记载', en: 'None on record' },
  against: { zh: '不同记载', en: 'Against' },
  corroborated: { zh: '两个以上渠道', en: 'two channels or more' },
  single: { zh: '单一来源', en: 'one source' },
  deeds: { zh: '{count} 件依据', en: '{count} on file' },
} as const satisfies Record<string, Text>

export const bearingWords = {
  answers: { zh: '回应', en: 'Answers' },
  partly: { zh: '部分', en: 'In part' },
  lacks: { zh: '未见', en: 'Not seen' },
  unknown: { zh: '信息不足', en: 'Unknown' },
  fact: { zh: '事实', en: 'Fact' },
} as const satisfies Record<string, Text>

export const meetingWords = {
  matched: { zh: '有依据', en: 'Supported' },
  leaning: { zh: '由人研判', en: 'For people to weigh' },
  unsupported: { zh: '依据相反', en: 'Evidence speaks against' },
  unknown: { zh: '信息不足', en: 'Unknown' },
  'not-asked': { zh: '有依据', en: 'Supported' },
} as const satisfies Record<string, Text>

export const traitWords = {
  coordination: { zh: '组织协调强、善破难题', en: 'Coordinates, solves hard problems' },
  profession: { zh: '专业素质好、善钻研', en: 'Professionally sound, goes deep' },
  masses: { zh: '善做群众工作', en: 'Works well with the public' },
  economy: { zh: '学经济、熟悉产业政策', en: 'Knows economics and industry' },
  management: { zh: '懂经营、会管理', en: 'Knows business and management' },
} as const satisfies Record<string, Text>

export const supportWords = {
  assessed: { zh: '能力考评', en: 'Assessed' },
  deed: { zh: '具体事例', en: 'Deed' },
  studied: { zh: '所学专业', en: 'Studied' },
  served: { zh: '任职经历', en: 'Served' },
  result: { zh: '负责的实绩', en: 'Result answered for' },
  honour: { zh: '表彰', en: 'Honour' },
} as const satisfies Record<string, Text>
