/** What a sheet of judgement says of a person, and how surely each line holds. */
import type { Certainty } from '../estimate.ts'
import type { Text } from '../text.ts'

export const outputLabels = {
  direction: { zh: '发展方向', en: 'Direction' },
  room: { zh: '成长空间', en: 'Room to grow' },
  goal: { zh: '培养目标', en: 'Goal' },
  strengths: { zh: '优势不足', en: 'Strengths and gaps' },
  seats: { zh: '适合岗位', en: 'Suitable seats' },
  path: { zh: '锻炼路径', en: 'Experience path' },
} as const satisfies Record<string, Text>

export const certaintyLabels: Record<Certainty, Text> = {
  separable: { zh: '有把握', en: 'Sure' },
  leaning: { zh: '倾向', en: 'Leaning' },
  inseparable: { zh: '分不清', en: 'Cannot tell' },
}
