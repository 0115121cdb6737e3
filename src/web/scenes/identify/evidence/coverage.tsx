import { identifiersOf, labelOf } from '#domain/lexicon/terms.ts'
import type { EvidenceSheet } from '#server/contract/index.ts'
import { count, day } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { evidenceWords as words } from '../../../language/words/evidence.ts'
import { Panel } from '../../../parts/panel.tsx'
import { WideTable } from '../../../parts/wide-table.tsx'

/** Which sides and channels have spoken, how lately and how often without repeating each other; silent sides stay listed. */
export function Coverage({ sheet }: { sheet: EvidenceSheet }) {
  const { say } = useSpeech()
  const { coverage, recentMonths } = sheet
  return (
    <Panel
      title={say(words.coverage)}
      explained="little-known"
      note={say(words.coverageNote, { months: recentMonths, sources: count(coverage.sources) })}
      aside={say(labelOf('breadth', coverage.breadth))}
      foot={say(words.coverageFoot)}
      flush
    >
      <WideTable label={say(words.sides)} className="figures">
        <thead>
          <tr>
            <th scope="col">{say(words.side)}</th>
            <th scope="col">{say(words.channel)}</th>
            <th scope="col" className="number">
              {say(words.entries)}
            </th>
            <th scope="col" className="number">
              {say(words.independent)}
            </th>
            <th scope="col">{say(words.latest)}</th>
          </tr>
        </thead>
        <tbody>
          {identifiersOf('evidenceSide').map((side) => (
            <SideRows key={side} side={side} channels={coverage.channels.filter((one) => one.side === side)} />
          ))}
        </tbody>
      </WideTable>
    </Panel>
  )
}

type Channel = EvidenceSheet['coverage']['channels'][number]

function SideRows({ side, channels }: { side: Channel['side']; channels: readonly Channel[] }) {
  const { say } = useSpeech()
  const label = say(labelOf('evidenceSide', side))
  if (channels.length === 0)
    return (
      <tr>
        <th scope="row">{label}</th>
        <td colSpan={4} className="quiet">
          {say(words.silent)}
        </td>
      </tr>
    )
  return channels.map((one, at) => (
    <tr key={one.channel} className={one.isRecent ? '' : 'quiet'}>
      {at === 0 && (
        <th scope="rowgroup" rowSpan={channels.length}>
          {label}
        </th>
      )}
      <td className="coverage-channel">{say(one.label)}</td>
      <td className="number">{count(one.entries)}</td>
      <td className="number">{count(one.independent)}</td>
      <td>{day(one.latest)}</td>
    </tr>
  ))
}
