import { fill, type Text } from '#domain/text.ts'
import { synthesisRule } from './settings.ts'
import type { Ground, Person, SheetLine } from './sheet.ts'

/** 锻炼路径: kinds of experience that the record shows little of, then development needs; unknown is said as unknown. */
export function pathLines(person: Person): SheetLine[] {
  const { exposure, settings } = person
  const short = (months: number | undefined): boolean => months !== undefined && months < settings.experienceMonths
  const gaps: { id: string; says: Text; months: number }[] = []
  if (short(exposure.grassroots)) gaps.push({ id: 'grassroots', says: grassroots, months: exposure.grassroots ?? 0 })
  if (short(exposure.hardship)) gaps.push({ id: 'hardship', says: hardship, months: exposure.hardship ?? 0 })
  if (exposure.units === 1) gaps.push({ id: 'one-unit', says: oneUnit, months: exposure.career })
  if (exposure.principal === 0 && exposure.career > 0) gaps.push({ id: 'principal', says: noPrincipal, months: 0 })
  const unknown: Text[] = [
    ...(exposure.grassroots === undefined ? [grassrootsUnknown] : []),
    ...(exposure.hardship === undefined ? [hardshipUnknown] : []),
  ]
  const setting: Ground = {
    kind: 'rule',
    id: synthesisRule,
    says: fill(settingSays, { months: settings.experienceMonths }),
  }
  const lines = gaps.map(
    ({ id, says, months }): SheetLine => ({
      id: `path:${id}`,
      output: 'path',
      says,
      certainty: 'separable',
      grounds: [{ kind: 'record', id: 'tenures', says: fill(monthsSays, { months }) }, setting],
    }),
  )
  const needs = person.needs.map(
    ({ kind, need, rule, proposal }): SheetLine => ({
      id: `path:need:${kind}:${need}`,
      output: 'path',
      says: proposal,
      certainty: 'separable',
      grounds: [{ kind: 'need', id: rule, says: proposal }],
    }),
  )
  const open = unknown.map(
    (says, index): SheetLine => ({
      id: `path:unknown:${index}`,
      output: 'path',
      says,
      certainty: 'inseparable',
      grounds: [],
    }),
  )
  const all = [...lines, ...needs, ...open]
  return all.length > 0
    ? all
    : [{ id: 'path:none', output: 'path', says: nothing, certainty: 'separable', grounds: [] }]
}

const grassroots: Text = {
  zh: '基层一线经历少，可考虑到村、社区、企业等岗位锻炼。',
  en: 'Little grassroots experience: a post in a village, community or enterprise may be considered.',
}
const hardship: Text = {
  zh: '艰苦复杂岗位经历少，可考虑到征迁、信访、艰苦地区锻炼。',
  en: 'Little hardship experience: resettlement, petitions or a hard area may be considered.',
}
const oneUnit: Text = {
  zh: '一直在一个单位，可考虑交流任职。',
  en: 'Always in one unit: an exchange may be considered.',
}
const noPrincipal: Text = {
  zh: '没有正职经历，需要时可安排主持工作或者正职岗位锻炼。',
  en: 'No experience as a principal: an acting or principal post may be arranged where needed.',
}
const grassrootsUnknown: Text = {
  zh: '基层经历没有记载，先补记再看。',
  en: 'Whether there is grassroots experience is not on record: record it first.',
}
const hardshipUnknown: Text = {
  zh: '任过的岗位是否艰苦没有记载，先补记再看。',
  en: 'Whether past seats were hard ones is not on record: record it first.',
}
const monthsSays: Text = { zh: '履历共 {months} 个月', en: '{months} months on record' }
const settingSays: Text = { zh: '本地口径：不满 {months} 个月列出', en: 'Local setting: listed below {months} months' }
const nothing: Text = { zh: '各类经历都有，没有要补的。', en: 'All kinds of experience are there; nothing to add.' }
