/** What each kind of case calls its stages, where the general name does not fit. */
import { labelOf } from '#domain/lexicon/terms.ts'
import type { CaseKind, CaseStage } from '#domain/selection-case.ts'
import type { Text } from '#domain/text.ts'

const titles: Readonly<Partial<Record<CaseKind, Partial<Record<CaseStage, readonly [zh: string, en: string]>>>>> = {
  'further-use': { recommendation: ['听取意见或者民主推荐', 'Hearing opinions, or recommendation'] },
  demotion: {
    motion: ['提出降职建议', 'Proposal of the demotion'],
    appraisal: ['核实情况', 'Establishing the facts'],
    appointment: ['谈话和任职手续', 'Talk and formalities'],
  },
  removal: {
    motion: ['提出免职建议', 'Proposal of the removal'],
    election: ['依法提请免职', 'Removal by law'],
    appointment: ['办理免职手续', 'Formalities of the removal'],
  },
  resignation: {
    motion: ['本人申请或者责令', 'Application or order'],
    appraisal: ['审核', 'Examination'],
    decision: ['审批决定', 'Approval'],
    appointment: ['办理辞职手续', 'Formalities of the resignation'],
  },
  secondment: {
    motion: ['提出选派意见', 'Proposal of the secondment'],
    appointment: ['派出', 'Secondment'],
  },
  'grade-promotion': {
    motion: ['研究提出工作方案', 'The work plan'],
    recommendation: ['民主推荐或者民主测评', 'Recommendation or assessment'],
    appraisal: ['考察了解', 'Appraisal'],
    decision: ['确定拟晋升人选', 'Choice of those to be promoted'],
    notice: ['公示', 'Public notice'],
    appointment: ['审批和办理手续', 'Approval and formalities'],
  },
}

export function titleOfStage(kind: CaseKind, stage: CaseStage): Text {
  const own = titles[kind]?.[stage]
  return own ? { zh: own[0], en: own[1] } : labelOf('processStage', stage)
}
