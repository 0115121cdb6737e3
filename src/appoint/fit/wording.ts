/** The words in which a fit is explained. */
import type { Text } from '#domain/text.ts'

export const partLabels = {
  usual: { zh: '同层次常见水平', en: 'Usual at this post level' },
  estimates: { zh: '测评、认可、实绩', en: 'Ratings, recognition, results' },
  assessments: { zh: '能力评定', en: 'Assessments' },
  service: { zh: '任职经历', en: 'Service' },
  courses: { zh: '培训', en: 'Courses' },
} as const satisfies Record<string, Text>

export const evidenceWords = {
  assessment: { zh: '{date} 评定为 {level} 级', en: 'assessed at level {level} on {date}' },
  estimate: { zh: '{measure}（{n} 项观测）', en: '{measure} ({n} observations)' },
  service: { zh: '{post}，{years} 年', en: '{post}, {years} years' },
  training: { zh: '{course}，{hours} 学时', en: '{course}, {hours} hours' },
} as const satisfies Record<string, Text>

export const closingWords = {
  assess: { zh: '“{element}”还没有评定过，先作评定。', en: '“{element}” was never assessed: assess it first.' },
  train: { zh: '参加“{topics}”专题培训。', en: 'Courses on {topics}.' },
  field: { zh: '（{sector}）', en: ' ({sector})' },
  serve: { zh: '任职锻炼：{kind}{field}。', en: 'A stay in: {kind}{field}.' },
  serveYears: {
    zh: '任职锻炼：{kind}{field}，约 {years} 年。',
    en: 'A stay of about {years} years in: {kind}{field}.',
  },
} as const satisfies Record<string, Text>
