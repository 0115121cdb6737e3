import { type KeyboardEvent, useRef } from 'react'
import { useSpeech } from '../../../language/language.tsx'
import { chainWords } from '../../../language/words/slate.ts'
import { Panel } from '../../../parts/panel.tsx'
import { EmptyState } from '../../../parts/states.tsx'
import { ChainRow, UnfilledRow } from './chain.tsx'
import { type ChainGroup, chainGroups, type DrawnChain, drawnChains, touches, unitsOf } from './chain-layout.ts'
import { MoveList } from './move-list.tsx'
import { fitScale } from './plan-trade.ts'
import type { Plan, Slate } from './shapes.ts'
import type { SlateView } from './slate-view.ts'
import './chains.css'

interface ChainsProps {
  readonly slate: Slate
  readonly plan: Plan
  /** Which of the plans. */
  readonly at: number
  readonly view: SlateView
}

/** The moves as chains, or as a list; the list is what is printed. */
export function ChainsPanel({ slate, plan, at, view }: ChainsProps) {
  const { say } = useSpeech()
  const { unit, isList, show } = view
  const chains = drawnChains(plan).filter((chain) => unit === undefined || touches(chain, unit))
  const unfilled = plan.unfilled.filter(({ seat }) => unit === undefined || seat.unitId === unit)
  return (
    <Panel
      title={say(chainWords.title)}
      explained="chain"
      note={say(chainWords.note)}
      className="chains"
      aside={
        <>
          <UnitFilter plan={plan} unit={unit} onChange={(next) => show({ unit: next })} />
          <span>{say(chainWords.sum, { count: plan.moves.length })}</span>
          <button type="button" className="plain-button" onClick={() => show({ view: isList ? '' : 'list' })}>
            {say(isList ? chainWords.picture : chainWords.list)}
          </button>
        </>
      }
      flush
    >
      {chains.length + unfilled.length === 0 && (
        <EmptyState
          why={say(plan.moves.length === 0 ? chainWords.none : chainWords.noneOfUnit)}
          next={
            unit !== undefined && (
              <button type="button" className="plain-button" onClick={() => show({ unit: '' })}>
                {say(chainWords.allUnits)}
              </button>
            )
          }
        />
      )}
      {!isList && (
        <Pictures
          slate={slate}
          chains={chains}
          unfilled={unfilled}
          scale={fitScale(plan)}
          broken={brokenMoves(slate, at)}
          onOpen={(move) => show({ move })}
        />
      )}
      <div className={isList ? '' : 'only-printed'}>
        <MoveList plan={plan} unit={unit} onOpen={(move) => show({ move })} />
      </div>
    </Panel>
  )
}

const brokenMoves = (slate: Slate, plan: number): ReadonlySet<number> =>
  new Set((slate.changes ?? []).flatMap((change) => (change.plan === plan ? (change.move ?? []) : [])))

function UnitFilter({ plan, unit, onChange }: { plan: Plan; unit: string | undefined; onChange(unit: string): void }) {
  const { say } = useSpeech()
  return (
    <select
      className="unit-filter"
      aria-label={say(chainWords.unit)}
      value={unit ?? ''}
      onChange={({ target }) => onChange(target.value)}
    >
      <option value="">{say(chainWords.allUnits)}</option>
      {unitsOf(plan).map(({ unitId, unitName }) => (
        <option key={unitId} value={unitId}>
          {unitName}
        </option>
      ))}
    </select>
  )
}

/** With more than so many chains they stand in groups by length, and short ones beside one another. */
const fewChains = 8

interface PicturesProps {
  readonly slate: Slate
  readonly chains: readonly DrawnChain[]
  readonly unfilled: Plan['unfilled']
  readonly scale: ReturnType<typeof fitScale>
  readonly broken: ReadonlySet<number>
  onOpen(move: number): void
}

function Pictures(props: PicturesProps) {
  const { say } = useSpeech()
  const place = useRef<HTMLDivElement>(null)
  const { chains, unfilled } = props
  if (chains.length + unfilled.length === 0) return null
  const isFew = chains.length + unfilled.length <= fewChains
  return (
    <div
      ref={place}
      className={isFew ? 'chain-pictures few' : 'chain-pictures'}
      onKeyDown={(event) => walk(event, place)}
    >
      {isFew ? (
        <>
          {chains.map((chain, at) => (
            <ChainRow
              key={chain.start.positionId}
              {...props}
              chain={chain}
              label={say(chain.kind === 'exchange' ? chainWords.exchange : chainWords.chain, { number: at + 1 })}
            />
          ))}
          {unfilled.map(({ seat, reason }) => (
            <UnfilledRow key={seat.positionId} seat={seat} reason={reason} label={say(chainWords.unfilled)} />
          ))}
        </>
      ) : (
        <>
          {chainGroups(chains).map((group) => (
            <Group key={`${group.kind} ${group.steps}`} {...props} group={group} />
          ))}
          {unfilled.length > 0 && (
            <details open className="chain-group short">
              <summary>{say(chainWords.unfilledCount, { count: unfilled.length })}</summary>
              <div>
                {unfilled.map(({ seat, reason }) => (
                  <UnfilledRow key={seat.positionId} seat={seat} reason={reason} />
                ))}
              </div>
            </details>
          )}
        </>
      )}
    </div>
  )
}

function Group({ group, ...props }: PicturesProps & { group: ChainGroup }) {
  const { say } = useSpeech()
  const { kind, steps, chains, ends } = group
  const isShort = steps === 1 || kind === 'exchange'
  return (
    <details open className={isShort ? 'chain-group short' : 'chain-group'}>
      <summary>
        {kind === 'exchange'
          ? say(chainWords.exchanges, { count: chains.length })
          : say(chainWords.steps, { steps, count: chains.length })}
        {ends && <span className="second"> {say(ends)}</span>}
      </summary>
      <div>
        {chains.map((chain) => (
          <ChainRow key={chain.start.positionId} {...props} chain={chain} hasEnds={ends === undefined} />
        ))}
      </div>
    </details>
  )
}

/** Arrow keys walk from move to move, whatever chain they are of. */
function walk(event: KeyboardEvent, place: { readonly current: HTMLDivElement | null }): void {
  const by = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 }[event.key]
  if (by === undefined || !place.current) return
  const steps = [...place.current.querySelectorAll<HTMLButtonElement>('.step')]
  const at = steps.findIndex((step) => step === document.activeElement)
  const next = steps[at + by]
  if (at < 0 || !next) return
  event.preventDefault()
  next.focus()
}
