import { useSpeech } from '../../language/language.tsx'
import { pageOrder, styleWords as words } from '../../language/words/style.ts'
import { Panel } from '../../parts/panel.tsx'

/** From the title down: what stands where on every page, and how it is said. */
export function PageOrder() {
  const { say } = useSpeech()
  return (
    <Panel title={say(words.page)} note={say(words.pageNote)}>
      <dl className="type-scale">
        {pageOrder.map(([part, rule]) => (
          <div key={part.en}>
            <dt className="second">{say(part)}</dt>
            <dd>{say(rule)}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  )
}
