import type { RosterFieldName } from '#domain/lexicon/roster-fields.ts'
import type { Text } from '#domain/text.ts'

/** Heads of narrow columns in two lines; other columns are named as the table of fields names them. */
export const narrowHeads: Partial<Record<RosterFieldName, readonly [Text, Text?]>> = {
  bornOn: [
    { zh: '出生年月', en: 'Born' },
    { zh: '年龄', en: 'age' },
  ],
  title: [{ zh: '现任职务', en: 'Present post' }],
  postSince: [
    { zh: '任现职', en: 'In post' },
    { zh: '始任', en: 'since' },
  ],
  yearsInPost: [
    { zh: '现职', en: 'In post' },
    { zh: '年', en: 'years' },
  ],
  grassrootsYears: [
    { zh: '基层', en: 'Grassr.' },
    { zh: '年', en: 'years' },
  ],
  townshipPrincipalYears: [
    { zh: '乡镇正职', en: 'Township' },
    { zh: '年', en: 'principal' },
  ],
  townshipYears: [
    { zh: '乡镇街道', en: 'Township' },
    { zh: '年', en: 'years' },
  ],
  principalYears: [
    { zh: '正职', en: 'Principal' },
    { zh: '年', en: 'years' },
  ],
  hardshipYears: [
    { zh: '艰苦岗位', en: 'Hardship' },
    { zh: '年', en: 'years' },
  ],
  yearsAtLevel: [
    { zh: '现层次', en: 'At level' },
    { zh: '年', en: 'years' },
  ],
  education: [{ zh: '学历', en: 'Education' }],
  evaluations: [{ zh: '考核', en: 'Yearly' }],
  rotation: [
    { zh: '轮岗', en: 'Rotation' },
    { zh: '到期', en: 'due' },
  ],
}

/** English words that would be cut in those of Chinese. */
export const englishWidths: Partial<Record<RosterFieldName, number>> = {
  sex: 60,
  grassrootsYears: 56,
  yearsInPost: 60,
  townshipPrincipalYears: 78,
  education: 84,
}

/** Where the heads are narrower than the table of fields has them. */
export const narrowWidths: Partial<Record<RosterFieldName, number>> = {
  sex: 38,
  bornOn: 88,
  title: 144,
  postSince: 62,
  yearsInPost: 42,
  grassrootsYears: 44,
  townshipPrincipalYears: 60,
  townshipYears: 68,
  principalYears: 64,
  hardshipYears: 68,
  yearsAtLevel: 62,
  education: 56,
  evaluations: 64,
  rating: 88,
  achievement: 126,
  recognition: 126,
  rotation: 118,
}
