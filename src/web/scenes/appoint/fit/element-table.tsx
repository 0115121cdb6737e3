import { Link } from '@tanstack/react-router'
import { Fragment } from 'react'
import type { ElementFitShape, FitDetail } from '#server/contract/index.ts'
import { Explained } from '../../../help/explained.tsx'
import { figure, percent } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { fitWords as words } from '../../../language/words/fit.ts'
import { IntervalBar, NoInterval, place } from '../../../parts/interval-bar.tsx'
import { Panel } from '../../../parts/panel.tsx'
import { WideTable } from '../../../parts/wide-table.tsx'
import { LevelMark } from '../requirements/level-mark.tsx'
import { gapOf } from './gap.ts'
import { sumSaid } from './sum.ts'

/** Levels run from 1 to 5; an interval may reach half a level beyond. */
const scale = { from: 0.5, to: 5.5 }

/** Each element under its facet: asked, known, how far apart and how surely, what it adds to the fit. */
export function ElementTable({ detail }: { detail: FitDetail }) {
  const { say } = useSpeech()
  return (
    <Panel title={say(words.elements)} explained="fit" note={say(words.elementsNote)} flush>
      <WideTable label={say(words.elements)} className="figures fit-elements">
        <thead>
          <tr>
            <th scope="col">{say(words.element)}</th>
            <th scope="col">
              <Explained id="requirement">{say(words.asked)}</Explained>
            </th>
            <th scope="col">
              {say(words.known)}
              <small>{say(words.knownNote)}</small>
            </th>
            <th scope="col">{say(words.gap)}</th>
            <th scope="col" className="number">
              <Explained id="fit">{say(words.share)}</Explained>
              <small>/ {say(words.shareNote)}</small>
            </th>
          </tr>
        </thead>
        <tbody>
          {detail.facets.map((facet) => (
            <Fragment key={facet.facet}>
              <tr className="fit-facet">
                <th scope="rowgroup" colSpan={4}>
                  {say(facet.label)}{' '}
                  <span className="second">{say(words.weight, { weight: percent(facet.weight) })}</span>
                </th>
                <td className="number">{shares(facet)}</td>
              </tr>
              {facet.elements.map((one) => (
                <Element key={one.element} one={one} cadreId={detail.cadre.cadreId} />
              ))}
            </Fragment>
          ))}
        </tbody>
      </WideTable>
    </Panel>
  )
}

const shares = ({ share, shareAsAsked }: { share: number; shareAsAsked: number }): string =>
  `${figure(share, 2)} / ${figure(shareAsAsked, 2)}`

function Element({ one, cadreId }: { one: ElementFitShape; cadreId: string }) {
  const { say } = useSpeech()
  const said = gapOf(one)
  const isOpen = one.state !== 'met' && one.closing.length > 0
  return (
    <>
      <tr className={isOpen ? 'continued' : ''}>
        <th scope="row">{one.element}</th>
        <td>
          <LevelMark level={one.level} />
        </td>
        <td className="fit-known">
          <Known one={one} />
        </td>
        <td>
          {said && say(said.word, { gap: said.gap })}
          <Evidence one={one} />
        </td>
        <td className="number">{shares(one)}</td>
      </tr>
      {isOpen && (
        <tr className="fit-closing-row">
          <td colSpan={5}>
            <Closing one={one} cadreId={cadreId} />
          </td>
        </tr>
      )}
    </>
  )
}

/** The interval with the level asked as a line; where nothing is known, a hatch and no number. */
function Known({ one: { known, level, evidence } }: { one: ElementFitShape }) {
  const { say } = useSpeech()
  if (evidence.length === 0) {
    return (
      <span title={say(words.nothingKnownNote)}>
        <NoInterval cause={say(words.nothingKnown)} />
      </span>
    )
  }
  const { mean: value, lower, upper } = known
  return (
    <>
      <span className="fit-level">
        <IntervalBar interval={{ value, lower, upper }} scale={scale} />
        <span className="fit-asked" style={{ left: `${place(scale, level)}%` }} />
      </span>
      <small>
        {say(words.level, { mean: figure(value, 1), lower: figure(lower, 1), upper: figure(upper, 1) })}
        {!known.isDirect && ` · ${say(words.indirect)}`}
      </small>
    </>
  )
}

type Way = ElementFitShape['closing'][number]

/** Where on the person's own page one goes on from here. */
const partOf: Record<Way['kind'], { part: string; word: (typeof words)['toAssess' | 'toTrain' | 'toServe'] }> = {
  assess: { part: 'evidence', word: words.toAssess },
  train: { part: 'work', word: words.toTrain },
  serve: { part: 'sheet', word: words.toServe },
}

function Closing({ one, cadreId }: { one: ElementFitShape; cadreId: string }) {
  const { say } = useSpeech()
  return (
    <div className="fit-closing">
      <b>{say(words.closing)}</b>
      <ul>
        {one.closing.map((way) => (
          <li key={`${way.kind} ${way.says.zh}`}>
            {say(way.says)}{' '}
            <Link to="/cadres/$cadreId" params={{ cadreId }} search={{ part: partOf[way.kind].part }}>
              {say(partOf[way.kind].word)}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** What speaks of the element, and the parts that its level is the sum of. */
function Evidence({ one: { evidence, known } }: { one: ElementFitShape }) {
  const { say } = useSpeech()
  if (evidence.length === 0) return null
  return (
    <details>
      <summary>{say(words.evidence, { count: evidence.length })}</summary>
      <p>{sumSaid(say)(known.parts, known.mean)}</p>
      <ul>
        {evidence.map(({ id, kind, says }) => (
          <li key={`${kind} ${id}`} title={id}>
            {say(says)}
          </li>
        ))}
      </ul>
    </details>
  )
}
