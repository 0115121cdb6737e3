import { labelOf } from '#domain/lexicon/terms.ts'
import type { Text } from '#domain/text.ts'
import type { SignKind } from './watch.ts'

const mending: Text = {
  zh: '查阅报告和整改清单，核对问题的性质和责任',
  en: 'Read the report and the list of what to mend; check what it is and who answers for it',
}
const minutes: Text = {
  zh: '调阅会议记录和办理记录，核对当时情形',
  en: 'Read the minutes and the files, and check the circumstances',
}

/** The name of each kind of sign, and what a person should look at. */
export const signWords: Readonly<Record<SignKind, { readonly label: Text; readonly look: Text }>> = {
  rating: {
    label: { zh: '测评走低', en: 'Ratings lower' },
    look: {
      zh: '核对近两次测评的评分人和分项，向本人和同事了解工作、家庭、健康有无变化',
      en: 'Compare raters and items of the last two surveys; ask the person and colleagues about changes in work, family and health',
    },
  },
  results: {
    label: { zh: '所负责单位实绩走低', en: 'Results of the unit lower' },
    look: {
      zh: '核对当年任务、口径和外部条件有无变化，听取班子和主管部门的说明',
      en: 'Check whether tasks, definitions or conditions changed that year; hear the team and the superior department',
    },
  },
  evaluation: {
    label: { zh: '年度考核等次下降', en: 'Yearly evaluation lower' },
    look: {
      zh: '查阅考核材料，核对确定等次的理由',
      en: 'Read the evaluation papers and the grounds of the result',
    },
  },
  petition: {
    label: { zh: '群众反映', en: 'Petitions' },
    look: {
      zh: '查阅核查报告和办理情况；未经核实的先核实，不作结论',
      en: 'Read the check reports and the handling; check first what is unverified, and conclude nothing from it',
    },
  },
  declaration: {
    label: { zh: '个人有关事项查核', en: 'Declaration checks' },
    look: {
      zh: '核对查核比对结果和本人说明，区分漏报情形',
      en: 'Compare the check with the statement of the person; tell oversight from other cases',
    },
  },
  audit: { label: labelOf('supervisionKind', 'audit'), look: mending },
  inspection: { label: labelOf('supervisionKind', 'inspection'), look: mending },
  'triple-audit': { label: labelOf('supervisionKind', 'triple-audit'), look: mending },
  rectification: {
    label: { zh: '逾期未整改', en: 'Not put right in time' },
    look: {
      zh: '核对整改清单、期限和延期手续，了解未办结的原因',
      en: 'Check the list, the days due and any extension; ask why it is still open',
    },
  },
  'decision-rule': { label: labelOf('supervisionKind', 'decision-rule'), look: minutes },
  'work-norm': { label: labelOf('supervisionKind', 'work-norm'), look: minutes },
  observation: {
    label: { zh: '日常了解中的负面记载', en: 'Adverse notes' },
    look: {
      zh: '逐条核对事例和来源，注意是否出自同一件事',
      en: 'Check each event and source; see whether they tell of one and the same thing',
    },
  },
}
