import { labelOf } from '#domain/lexicon/terms.ts'
import type { Development } from '#server/contract/index.ts'
import { month } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { experienceWords as words } from '../../../language/words/development.ts'
import { ColumnHeads } from '../../../parts/column-heads.tsx'
import { WideTable } from '../../../parts/wide-table.tsx'

/** The picture of a career in words. */
export function CareerTable({ steps }: { readonly steps: Development['steps'] }) {
  const { say, language } = useSpeech()
  return (
    <WideTable label={say(words.table)} className="figures">
      <thead>
        <tr>
          <ColumnHeads heads={[words.period, words.label, words.unitLevel, words.kind, words.routes]} />
        </tr>
      </thead>
      <tbody>
        {steps.map((step) => (
          <tr key={step.evidence}>
            <td>
              {month(step.from)}–{step.to === null ? say(words.now) : month(step.to)}
            </td>
            <td>{step.label}</td>
            <td>{say(step.unitLevel === null ? words.outside : labelOf('unitLevel', step.unitLevel))}</td>
            <td>{say(labelOf('tenureKind', step.kind))}</td>
            <td>
              {step.routes.map((route) => say(labelOf('growthRoute', route))).join(language === 'zh' ? '、' : ', ')}
            </td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  )
}
