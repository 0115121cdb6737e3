import { Link, useNavigate } from '@tanstack/react-router'
import type { Home, Today } from '#server/contract/index.ts'
import { RotationWave } from '../../charts/rotation-wave.tsx'
import { count } from '../../language/format.ts'
import { useSpeech } from '../../language/language.tsx'
import { homeWords } from '../../language/words/home.ts'
import { Panel } from '../../parts/panel.tsx'

/** Duties of five years, against what the office fills in half a year. */
export function WavePanel({ wave, capacity }: { wave: Home['wave']; capacity: Today['capacity'] | undefined }) {
  const { say } = useSpeech()
  const navigate = useNavigate()
  const due = wave.periods.reduce((sum, { total }) => sum + total, 0)
  const halves = Math.max(1, wave.periods.length - 1)
  return (
    <Panel
      title={say(homeWords.wave)}
      explained="rotation-wave"
      note={say(homeWords.waveNote)}
      aside={<Link to="/rotation">{say(homeWords.openList)}</Link>}
    >
      <RotationWave
        wave={wave}
        capacity={capacity?.perHalf}
        onPick={(period) => void navigate({ to: '/rotation', search: { period } })}
      />
      {capacity && (
        <p className="second">
          {say(homeWords.capacity, {
            count: count(capacity.perHalf),
            due: count(due),
            mean: count(Math.round(due / halves)),
          })}
        </p>
      )}
    </Panel>
  )
}
