import type { Text } from '#domain/text.ts'
import type { NeutralityReport } from '#server/contract/index.ts'

type Stage = NeutralityReport['stages'][number]
type State = Stage['groupings'][number]['groups'][number]['state']

/** How the shares of groups compare, for the auditor. */
export const neutralityWords = {
  title: { zh: '公平性比对', en: 'Neutrality' },
  scope: {
    zh: '性别、民族不进入任何估计，年龄只按规则使用；这里只在事后比对各组比例。',
    en: 'Sex and ethnicity enter no estimate, and age only by rules; here the shares of groups are compared afterwards.',
  },
  lead: {
    zh: '低于最高组 {ratio} 的，提示回头核对条件、程序和材料；这是提示，不是歧视的结论。借用「五分之四」口径作描述，不是我国法律。',
    en: 'Below {ratio} of the highest group, look again at conditions, procedure and papers: a prompt, not a finding of discrimination. The four-fifths rule is borrowed as a description; it is no law here.',
  },
  small: {
    zh: '不足 {least} 人的组不列数、不比对。每人在一个环节只计一次。',
    en: 'Groups of fewer than {least} people are neither counted nor compared. Each person counts once in a stage.',
  },
  by: { zh: '{stage}：按{label}', en: '{stage}, by {label}' },
  group: { zh: '组', en: 'Group' },
  share: { zh: '比例', en: 'Share' },
  counted: { zh: '{chosen} / {of} 人', en: '{chosen} of {of}' },
  ratio: { zh: '与最高组之比（90% 区间）', en: 'Beside the highest (90 % interval)' },
  says: { zh: '提示', en: 'Says' },
  highest: { zh: '最高组', en: 'highest' },
  noUpper: { zh: '不设上限', en: 'no upper end' },
  interval: { zh: '{value}（{lower} 至 {upper}）', en: '{value} ({lower} to {upper})' },
  tooSmall: { zh: '人数过少，不列：{groups}。', en: 'Too few people, not shown: {groups}.' },
  unknown: { zh: '有人该项没有记载，未计入。', en: 'Some have no entry of it and are not counted.' },
  band: { zh: '灰带：{ratio} 至 1', en: 'Grey: {ratio} to 1' },
} as const satisfies Record<string, Text>

export const stageWords: Readonly<Record<Stage['id'], { readonly title: Text; readonly note: Text }>> = {
  shortlists: {
    title: { zh: '比对名单', en: 'Shortlists' },
    note: { zh: '符合或者待研究 → 列入名单', en: 'Eligible or for discretion → listed' },
  },
  slates: {
    title: { zh: '整盘方案', en: 'Slates' },
    note: { zh: '可以考虑 → 列入方案', en: 'Could be considered → placed' },
  },
  cases: {
    title: { zh: '任免事项', en: 'Cases' },
    note: { zh: '动议人选 → 任职（已办结的事项）', en: 'Candidate → appointed (cases that have ended)' },
  },
}

export const stateWords: Readonly<Record<State, Text>> = {
  highest: { zh: '最高组', en: 'Highest' },
  look: { zh: '提示核对', en: 'Look again' },
  open: { zh: '尚不能判断', en: 'Cannot tell yet' },
  level: { zh: '未见低于', en: 'Not below' },
}
