import { Checkbox } from 'antd'
import { Fragment } from 'react'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { CandidateRow, Vacancy } from '#server/contract/index.ts'
import { useSpeech } from '../../../language/language.tsx'
import { vacancyWords } from '../../../language/words/appoint.ts'
import { IntervalBar, NoInterval, type Scale } from '../../../parts/interval-bar.tsx'
import { VerdictMark } from '../../../parts/verdict-mark.tsx'

interface CandidateCellsProps {
  readonly candidate: CandidateRow
  readonly vacancy: Vacancy
  /** The rule columns of this table, as indices into those of the vacancy. */
  readonly rules: readonly number[]
  readonly moves: boolean
  readonly scale: Scale
  readonly chosen: boolean
  onChoose(cadreId: string): void
  /** In the batch that goes to a meeting or a comparison. */
  readonly picked: boolean
  onPick(cadreId: string, picked: boolean): void
}

export function CandidateCells(props: CandidateCellsProps) {
  const { candidate, vacancy, rules, moves, scale, chosen, onChoose, picked, onPick } = props
  const { say } = useSpeech()
  const post = [candidate.unitName, candidate.title].filter(Boolean).join(' ')
  return (
    <Fragment>
      <th scope="row" className="matrix-name">
        <Checkbox
          aria-label={say(vacancyWords.pick, { name: candidate.name })}
          checked={picked}
          onClick={(event) => event.stopPropagation()}
          onChange={(event) => onPick(candidate.cadreId, event.target.checked)}
        />
        <button type="button" aria-pressed={chosen} onClick={() => onChoose(candidate.cadreId)}>
          {candidate.name}
        </button>
      </th>
      <td className="matrix-post cut" title={post}>
        {post}
      </td>
      {moves && <td className="matrix-move">{candidate.move && say(labelOf('move', candidate.move))}</td>}
      {rules.map((index) => {
        const verdict = candidate.verdicts[index]
        return (
          <td key={index}>
            {verdict ? (
              <VerdictMark verdict={verdict} />
            ) : (
              <span className="out-of-sight">{say(vacancyWords.notBearing)}</span>
            )}
          </td>
        )
      })}
      <td className="matrix-fit">
        <Fit candidate={candidate} vacancy={vacancy} scale={scale} />
      </td>
    </Fragment>
  )
}

function Fit({ candidate, vacancy, scale }: Pick<CandidateCellsProps, 'candidate' | 'vacancy' | 'scale'>) {
  const { say } = useSpeech()
  const { fitBand } = vacancy
  const band = fitBand ? { lower: fitBand.lowerQuartile, upper: fitBand.upperQuartile } : undefined
  if (candidate.fit?.separable) return <IntervalBar interval={candidate.fit} scale={scale} band={band} />
  const cause = candidate.fit ? say(candidate.fit.cause) : say(vacancyWords.noFit)
  return <NoInterval cause={cause} band={band} scale={scale} />
}
