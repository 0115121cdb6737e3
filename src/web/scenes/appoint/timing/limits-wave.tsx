import type { LimitsPage } from '#server/contract/index.ts'
import { month as monthOf } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { limitWords, timingWords } from '../../../language/words/timing.ts'

type Month = LimitsPage['months'][number]

interface LimitsWaveProps {
  readonly page: LimitsPage
  readonly chosen: string | undefined
  onPick(month: string): void
}

/** Three years month by month, stacked by kind with the total on top; a bar is a button that lists its month. */
export function LimitsWave({ page, chosen, onPick }: LimitsWaveProps) {
  const ahead = page.months.filter(({ month }) => month !== 'passed')
  const passed = page.months.find(({ month }) => month === 'passed')
  const most = Math.max(1, ...ahead.map(({ total }) => total))
  return (
    <div className="limits-wave">
      {[...(passed ? [passed] : []), ...ahead].map((bar) => (
        <Bar key={bar.month} bar={bar} page={page} most={most} chosen={bar.month === chosen} onPick={onPick} />
      ))}
    </div>
  )
}

interface BarProps {
  readonly bar: Month
  readonly page: LimitsPage
  readonly most: number
  readonly chosen: boolean
  onPick(month: string): void
}

/** What has passed is counted over all years before, so it stands as a figure and not as a bar. */
function Bar({ bar, page, most, chosen, onPick }: BarProps) {
  const { say, language } = useSpeech()
  const { month, counts, total } = bar
  const isPassed = month === 'passed'
  const name = isPassed ? say(timingWords.passed) : monthOf(month)
  const parts = page.kinds.map((kind, at) => `${say(limitWords[kind])} ${counts[at] ?? 0}`)
  const said = parts.join(language === 'zh' ? '、' : ', ')
  const isLabelled = isPassed || /-(01|04|07|10)$/.test(month)
  return (
    <button
      type="button"
      className={isPassed ? 'limits-bar passed' : 'limits-bar'}
      aria-pressed={chosen}
      title={`${name} ${said}`}
      disabled={total === 0}
      onClick={() => onPick(month)}
    >
      <span className="limits-stack">
        <span className={total > 0 ? 'limits-total' : 'out-of-sight'}>{total}</span>
        {!isPassed &&
          page.kinds
            .map((kind, at) => (
              <span
                key={kind}
                className={`limit-mark ${kind}`}
                style={{ height: `${((counts[at] ?? 0) / most) * 100}px` }}
              />
            ))
            .reverse()}
      </span>
      <span className="limits-month">
        <span className={isLabelled ? '' : 'out-of-sight'}>{name}</span>
      </span>
      <span className="out-of-sight">{said}</span>
    </button>
  )
}
