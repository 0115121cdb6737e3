import { z } from 'zod'
import type { DateCode } from '#domain/calendar.ts'
import type { JobKind } from '../jobs/kind.ts'

export interface AnalysisWanted {
  readonly asOf: DateCode
}

export const analysisJob: JobKind<AnalysisWanted> = {
  name: 'analysis',
  task: z.object({ asOf: z.int() }),
  cutOff: {
    code: 'analysis-cut-off',
    message: { zh: '分析中断，没有写入结果。', en: 'The analysis was cut off; no results were written.' },
    mend: {
      zh: '再分析一次；仍不成，查看服务日志（常见原因是内存不足）。',
      en: 'Analyse again; if it fails once more, see the log of the server (often memory is short).',
    },
  },
  work: async () => (await import('./analysis-work.ts')).analyseForSite,
}
