import { labelOf } from '#domain/lexicon/terms.ts'
import type { Text } from '#domain/text.ts'
import type { Recognition } from '#server/contract/index.ts'
import { count, decimals, figure, percent } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { recognitionWords as words } from '../../../language/words/recognition.ts'
import { type Interval, IntervalBar, NoInterval, place, type Scale } from '../../../parts/interval-bar.tsx'
import { WideTable } from '../../../parts/wide-table.tsx'

type Sheet = Recognition['beside'][number] | Recognition['channels'][number]

/** Points of a hundred: what a reader of ballots is used to. */
const points = ({ value, lower, upper }: Interval): Interval => ({
  value: 100 * value,
  lower: 100 * lower,
  upper: 100 * upper,
})

/** One scale for all rows, so that they can be read down. */
function scaleOf({ channels, beside, estimate }: Recognition): Scale {
  const intervals = [...channels, ...beside].flatMap(({ figures }) => figures ?? [])
  const all = estimate?.separable ? [...intervals, estimate] : intervals
  const usual = channels.flatMap((channel) => (channel.usual > 0 ? channel.usual : []))
  const from = Math.min(0.6, ...all.map(({ lower }) => lower), ...usual)
  const to = Math.max(0.9, ...all.map(({ upper }) => upper), ...usual)
  return { from: 100 * from - 1, to: 100 * to + 1 }
}

export function ChannelTable({ found }: { found: Recognition }) {
  const { say } = useSpeech()
  const scale = scaleOf(found)
  const { estimate } = found
  return (
    <WideTable className="figures channels" label={say(words.channel)}>
      <Head withWeight />
      <tbody>
        {found.channels.map((channel) => (
          <tr key={channel.channel}>
            <th scope="row">{say(labelOf('ratingChannel', channel.channel))}</th>
            <td className="number">{percent(channel.weight)}</td>
            <Cells sheet={channel} scale={scale} usual={100 * channel.usual} />
          </tr>
        ))}
        <tr className="channels-together">
          <th scope="row">{say(words.combined)}</th>
          <td className="number" />
          {estimate?.separable ? (
            <Figures answers={estimate.n} interval={points(estimate)} scale={scale} />
          ) : (
            <Nothing why={words.notEstimated} />
          )}
        </tr>
      </tbody>
    </WideTable>
  )
}

export function BesideTable({ found }: { found: Recognition }) {
  const { say } = useSpeech()
  const scale = scaleOf(found)
  return (
    <WideTable className="figures channels" label={say(words.channel)}>
      <Head />
      <tbody>
        {found.beside.map((channel) => (
          <tr key={channel.channel}>
            <th scope="row">{say(labelOf('ratingChannel', channel.channel))}</th>
            <Cells sheet={channel} scale={scale} />
          </tr>
        ))}
      </tbody>
    </WideTable>
  )
}

function Head({ withWeight = false }: { withWeight?: boolean }) {
  const { say } = useSpeech()
  return (
    <thead>
      <tr>
        <th scope="col">{say(words.channel)}</th>
        {withWeight && (
          <th scope="col" className="number">
            {say(words.weight)}
          </th>
        )}
        <th scope="col" className="number">
          {say(words.answers)}
        </th>
        <th scope="col" className="channel-axis">
          {say(words.value)}
        </th>
        <td />
      </tr>
    </thead>
  )
}

function Cells({ sheet, scale, usual }: { sheet: Sheet; scale: Scale; usual?: number }) {
  const { figures, state } = sheet
  if (!figures || state !== 'read') return <Nothing why={words[state === 'read' ? 'silent' : state]} />
  return <Figures answers={figures.answers} interval={points(figures)} scale={scale} {...(usual ? { usual } : {})} />
}

interface FiguresProps {
  readonly answers: number
  readonly interval: Interval
  readonly scale: Scale
  readonly usual?: number
}

function Figures({ answers, interval, scale, usual }: FiguresProps) {
  const digits = Math.min(1, decimals(interval.lower, interval.upper))
  return (
    <>
      <td className="number">{count(answers)}</td>
      <td className="channel-axis">
        <span className="channel-track">
          <IntervalBar interval={interval} scale={scale} />
          {usual !== undefined && <span className="channel-usual" style={{ left: `${place(scale, usual)}%` }} />}
        </span>
      </td>
      <td className="number channel-figure">
        {figure(interval.value, digits)}{' '}
        <span className="quiet">
          {figure(interval.lower, digits)}–{figure(interval.upper, digits)}
        </span>
      </td>
    </>
  )
}

function Nothing({ why }: { why: Text }) {
  const { say } = useSpeech()
  return (
    <>
      <td className="number" />
      <td className="channel-axis">
        <NoInterval cause={say(why)} />
      </td>
      <td />
    </>
  )
}
