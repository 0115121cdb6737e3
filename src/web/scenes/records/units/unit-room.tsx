import type { ReactNode } from 'react'
import { useSpeech } from '../../../language/language.tsx'
import { unitsWords } from '../../../language/words/units.ts'
import { UnitTree } from './unit-tree.tsx'
import './units.css'

/** The tree at the left, what is chosen at the right; on a narrow window the tree stands folded above. */
export function UnitRoom({ chosen, children }: { chosen?: string | undefined; children: ReactNode }) {
  const { say } = useSpeech()
  return (
    <div className="unit-room">
      <details className="unit-room-tree" open={globalThis.matchMedia('(min-width: 1100px)').matches}>
        <summary>{say(unitsWords.tree)}</summary>
        <UnitTree chosen={chosen} />
      </details>
      <div className="unit-room-page">{children}</div>
    </div>
  )
}
