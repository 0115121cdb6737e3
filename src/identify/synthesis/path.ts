import type { Text } from '#domain/text.ts'
import type { Person, SheetLine } from './sheet.ts'

/** 锻炼路径: the development needs, each with its proposal; what the record does not say is said as unknown. */
export function pathLines({ needs, exposure }: Person): SheetLine[] {
  const found = needs.map(
    ({ kind, need, rule, finding, proposal }): SheetLine => ({
      id: `path:need:${kind}:${need}`,
      output: 'path',
      says: proposal,
      certainty: 'separable',
      grounds: [{ kind: 'need', id: rule, says: finding.reasons[0] ?? proposal }],
    }),
  )
  const unknown = [
    ...(exposure.grassroots.months === undefined ? [grassrootsUnknown] : []),
    ...(exposure.hardship.months === undefined ? [hardshipUnknown] : []),
  ]
  const open = unknown.map(
    (says, index): SheetLine => ({
      id: `path:unknown:${index}`,
      output: 'path',
      says,
      certainty: 'inseparable',
      grounds: [],
    }),
  )
  const all = [...found, ...open]
  return all.length > 0
    ? all
    : [{ id: 'path:none', output: 'path', says: nothing, certainty: 'separable', grounds: [] }]
}

const grassrootsUnknown: Text = {
  zh: '基层经历没有记载，先补记再看。',
  en: 'Whether there is grassroots experience is not on record: record it first.',
}
const hardshipUnknown: Text = {
  zh: '任过的岗位是否艰苦没有记载，先补记再看。',
  en: 'Whether past seats were hard ones is not on record: record it first.',
}
const nothing: Text = { zh: '没有列出的培养需求。', en: 'No development need is listed.' }
