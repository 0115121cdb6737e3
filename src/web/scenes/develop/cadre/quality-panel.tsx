import { identifiersOf, labelOf } from '#domain/lexicon/terms.ts'
import type { Development } from '#server/contract/index.ts'
import { month } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { experienceWords as words } from '../../../language/words/development.ts'
import { Panel } from '../../../parts/panel.tsx'
import { EmptyState } from '../../../parts/states.tsx'

/** Professional knowledge, ability, style and spirit, as people assessed them. */
export function QualityPanel({ qualities }: { readonly qualities: Development['qualities'] }) {
  const { say, language } = useSpeech()
  const join = language === 'zh' ? '，' : ', '
  return (
    <Panel title={say(words.qualities)} note={say(words.qualitiesNote)}>
      {qualities.length === 0 ? (
        <EmptyState why={say(words.qualitiesNone)} />
      ) : (
        <dl className="track-now">
          {identifiersOf('professionalQuality').map((quality) => {
            const own = qualities.filter((one) => one.quality === quality)
            return (
              <div key={quality} className="quality">
                <dt>{say(labelOf('professionalQuality', quality))}</dt>
                <dd>
                  {own.length === 0
                    ? say(words.noQuality)
                    : own
                        .map(({ element, level, on }) => say(words.assessed, { element, level, on: month(on) }))
                        .join(join)}
                </dd>
              </div>
            )
          })}
        </dl>
      )}
    </Panel>
  )
}
