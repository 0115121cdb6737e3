import type { Text } from '#domain/text.ts'
import type { ExperienceNeed } from './experience-needs.ts'

const proposals: Readonly<Record<ExperienceNeed, Text>> = {
  grassroots: {
    zh: '建议选派到村、社区、企业任第一书记，或者到乡镇、街道一线岗位任职，补足基层经历。',
    en: 'Consider a term as first secretary in a village, community or enterprise, or a front-line seat in a township.',
  },
  hardship: {
    zh: '建议放到拆迁安置、矛盾调处等艰苦岗位锻炼。',
    en: 'Consider a hardship seat such as resettlement or mediation of disputes.',
  },
  narrow: {
    zh: '建议安排到其他区域、层级、部门的岗位磨炼。',
    en: 'Consider seats in other places, at other levels, in other departments.',
  },
  'principal-seat': {
    zh: '建议放到关键岗位历练，或者安排主持工作。',
    en: 'Consider a key seat, or being put in charge.',
  },
}

export const proposalFor = (need: ExperienceNeed): Text => proposals[need]
