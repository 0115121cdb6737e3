import { useSpeech } from '../../language/language.tsx'
import { appearanceWords } from '../../language/words/appearance.ts'
import { styleWords as words } from '../../language/words/style.ts'
import { Panel } from '../../parts/panel.tsx'
import { densities, motion, radii, rowHeights, spacing, typeScale } from '../../tokens/scale.ts'

export function TypeScale() {
  const { say } = useSpeech()
  return (
    <Panel title={say(words.type)} note={say(words.typeNote)}>
      <dl className="type-scale">
        {Object.entries(typeScale).map(([name, [letter, line]]) => (
          <div key={name}>
            <dt className="quiet">
              {name} {letter}/{line}
            </dt>
            <dd style={{ font: `400 var(--type-${name}) var(--sans)` }}>{say(words.sample)}</dd>
          </div>
        ))}
        <div>
          <dt className="quiet">{say(words.emphasis)} 400 500 600</dt>
          <dd>
            {say(words.sample)}
            <br />
            <em>{say(words.sample)}</em>
            <br />
            <b>{say(words.sample)}</b>
          </dd>
        </div>
        <div>
          <dt className="quiet">serif</dt>
          <dd className="type-serif">{say(words.sample)}</dd>
        </div>
      </dl>
    </Panel>
  )
}

export function Sizes() {
  const { say } = useSpeech()
  return (
    <Panel title={say(words.sizes)}>
      <dl className="style-sizes">
        <div>
          <dt>{say(words.spacing)}</dt>
          {spacing.map((space) => (
            <dd key={space}>
              <span className="space-mark" style={{ width: space }} /> {space}
            </dd>
          ))}
        </div>
        <div>
          <dt>{say(words.radii)}</dt>
          {Object.values(radii).map((radius) => (
            <dd key={radius}>
              <span className="radius-mark" style={{ borderRadius: radius }} /> {radius}
            </dd>
          ))}
        </div>
        <div>
          <dt>{say(words.rows)}</dt>
          {densities.map((density) => (
            <dd key={density}>
              {say(appearanceWords.densities[density])} {rowHeights[density].row} / {rowHeights[density]['roster-row']}
            </dd>
          ))}
        </div>
        <div>
          <dt>{say(words.motion)}</dt>
          {Object.entries(motion).map(([name, time]) => (
            <dd key={name}>
              {name} {time} ms
            </dd>
          ))}
        </div>
      </dl>
    </Panel>
  )
}
