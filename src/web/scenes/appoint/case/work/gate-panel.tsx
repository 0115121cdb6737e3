import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { CaseDetail, GateItem } from '#server/contract/index.ts'
import { day } from '../../../../language/format.ts'
import { useSpeech } from '../../../../language/language.tsx'
import { actWords } from '../../../../language/words/acts.ts'
import { caseWords as words } from '../../../../language/words/cases.ts'
import { DateInput } from '../../../../parts/date-input.tsx'
import { Panel } from '../../../../parts/panel.tsx'
import { ErrorPanel } from '../../../../parts/states.tsx'
import { useActs } from '../use-acts.ts'
import type { Wanted } from '../wanted.ts'
import { GateEntry, gateEntryId } from './gate-entry.tsx'
import { Meanwhile } from './meanwhile.tsx'

interface GatePanelProps {
  /** The case with its gate on the day `on`. */
  readonly detail: CaseDetail
  readonly on: string
  onDay(on: string): void
  /** Something typed is not recorded yet. */
  readonly isDrafted: boolean
  onWant(wanted: Wanted): void
}

/** What stands in the way comes first, then what people must answer or read; what is met is folded away. */
const shownFirst = ['blocks', 'asks', 'warns', 'overridden', 'answered'] as const

/** The gate to the next stage: every rule with its verdict, and the way through. */
export function GatePanel({ detail, on, onDay, isDrafted, onWant }: GatePanelProps) {
  const { say } = useSpeech()
  const { gate } = detail
  const [read, setRead] = useState<ReadonlySet<string>>(new Set())
  const mark = (item: GateItem, isRead: boolean) => {
    const marked = new Set(read)
    if (isRead) marked.add(gateEntryId(item))
    else marked.delete(gateEntryId(item))
    setRead(marked)
  }
  const entries = (items: readonly GateItem[]) =>
    items.map((item) => (
      <GateEntry
        key={gateEntryId(item)}
        detail={detail}
        item={item}
        on={on}
        isRead={read.has(gateEntryId(item))}
        onRead={(isRead) => mark(item, isRead)}
        onWant={onWant}
      />
    ))
  const first = shownFirst.flatMap((effect) => gate.items.filter((item) => item.effect === effect))
  const later = gate.items.filter(({ effect }) => effect === 'later')
  const passed = gate.items.filter(({ effect }) => effect === 'passes')
  return (
    <Panel
      title={gate.toTitle ? say(words.gateTo, { stage: gate.toTitle }) : say(words.gateEnd)}
      note={say(words.gateNote, { count: gate.items.length })}
      className="case-gate"
      flush
    >
      <ul className="gate-list">{entries(first)}</ul>
      {first.length === 0 && <p className="gate-clear">{say(words.gateClear)}</p>}
      {later.length > 0 && (
        <details className="gate-more">
          <summary>{say(words.gateLater, { count: later.length })}</summary>
          <ul className="gate-list">{entries(later)}</ul>
        </details>
      )}
      {passed.length > 0 && (
        <details className="gate-more">
          <summary>{say(words.gatePassed, { count: passed.length })}</summary>
          <ul className="gate-list">{entries(passed)}</ul>
        </details>
      )}
      {detail.standing === 'open' && (
        <Advance detail={detail} on={on} onDay={onDay} isDrafted={isDrafted} read={read} />
      )}
    </Panel>
  )
}

interface AdvanceProps extends Pick<GatePanelProps, 'detail' | 'on' | 'onDay' | 'isDrafted'> {
  readonly read: ReadonlySet<string>
}

/** The day it happened, and the step; where it cannot be taken, what stands in the way by name. */
function Advance({ detail, on, onDay, isDrafted, read }: AdvanceProps) {
  const { say } = useSpeech()
  const act = useActs(detail)
  const { gate } = detail
  const [seen, setSeen] = useState<number>()
  const going = useMutation({
    onMutate: () => setSeen(detail.version),
    mutationFn: () => {
      const acknowledged = warnings.map(({ finding }) => finding.rule)
      return gate.to === null
        ? act({ kind: 'closed', outcome: 'completed', acknowledged }, on)
        : act({ kind: 'advanced', to: gate.to, acknowledged }, on)
    },
  })
  const warnings = gate.items.filter(({ effect }) => effect === 'warns')
  const ahead = [
    ...gate.items.filter(({ effect }) => effect === 'blocks' || effect === 'asks'),
    ...warnings.filter((item) => !read.has(gateEntryId(item))),
  ]
  return (
    <div className="case-advance">
      {ahead.length > 0 && (
        <div role="status">
          <p>{say(words.blocked, { count: ahead.length })}</p>
          <ul className="case-ahead">
            {ahead.map((item) => (
              <li key={gateEntryId(item)}>
                <a href={`#${gateEntryId(item)}`}>
                  {[say(item.finding.basis.title), detail.people.find(({ cadreId }) => cadreId === item.cadreId)?.name]
                    .filter(Boolean)
                    .join(' ')}
                </a>
              </li>
            ))}
          </ul>
        </div>
      )}
      {gate.earliest !== null && gate.earliest > on && (
        <p className="second">{say(words.earliest, { on: day(gate.earliest) })}</p>
      )}
      {isDrafted && <p className="second">{say(words.drafted)}</p>}
      {going.isError && <ErrorPanel error={going.error} what={say(actWords.notDone)} />}
      {going.isError && <Meanwhile detail={detail} since={seen} />}
      <p className="act-do">
        <label className="case-on">
          <span>{say(words.happenedOn)}</span>
          <DateInput label={say(words.happenedOn)} value={on} onChange={onDay} />
        </label>
        <button
          type="button"
          className="main-button"
          disabled={ahead.length > 0 || isDrafted || going.isPending}
          onClick={() => going.mutate()}
        >
          {gate.toTitle ? say(words.advance, { stage: gate.toTitle }) : say(words.finish)}
        </button>
      </p>
    </div>
  )
}
