import { useQuery } from '@tanstack/react-query'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { Dossier, Recognition } from '#server/contract/index.ts'
import { recognitionQuery } from '../../../client/queries.ts'
import { figure, percent } from '../../../language/format.ts'
import { type Say, useSpeech } from '../../../language/language.tsx'
import { frameWords } from '../../../language/words/frame.ts'
import { recognitionWords as words } from '../../../language/words/recognition.ts'
import { Panel } from '../../../parts/panel.tsx'
import { EmptyState, ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'
import { oddityText } from '../surveys/disagreements.tsx'
import { BesideTable, ChannelTable } from './channel-table.tsx'
import { PartsFromAverage } from './parts-from-average.tsx'
import './recognition.css'

/** Public recognition: the four channels on one axis, what they come to together, and where they disagree. */
export function RecognitionPart({ dossier }: { dossier: Dossier }) {
  const recognition = useQuery(recognitionQuery(dossier.cadreId))
  if (recognition.isError) return <ErrorPanel error={recognition.error} onRetry={() => void recognition.refetch()} />
  if (!recognition.data) return <SkeletonRows rows={8} height={46} />
  return <Recognised found={recognition.data} />
}

function Recognised({ found }: { found: Recognition }) {
  const { say } = useSpeech()
  return (
    <div className="dossier-grid">
      <div className="dossier-column">
        <Panel
          title={say(words.channels)}
          explained="recognition"
          note={say(words.channelsNote)}
          foot={say(words.weights)}
          flush
        >
          <ChannelTable found={found} />
        </Panel>
        <Panel title={say(words.beside)} note={say(words.besideNote)} flush>
          <BesideTable found={found} />
        </Panel>
      </div>
      <Panel title={say(words.parts)} foot={spokenText(found, say)}>
        <ul className="recognition-says">
          {agreementLines(found, say).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        {found.estimate?.separable ? (
          <PartsFromAverage estimate={found.estimate} />
        ) : (
          <EmptyState why={found.estimate ? say(found.estimate.cause) : say(words.noneYet)} />
        )}
      </Panel>
    </div>
  )
}

function spokenText({ spoken }: Recognition, say: Say): string {
  return spoken > 0.999 ? say(words.allSpoken) : say(words.spoken, { share: percent(spoken) })
}

const points = (share: number): string => figure(100 * share, 1)

/** Agreement or disagreement in sentences; what is odd about the answers of a channel is said beside it. */
function agreementLines({ channels, correlation }: Recognition, say: Say): string[] {
  const read = channels.filter(({ state }) => state === 'read')
  const lines = channels.flatMap(({ channel, disagreement, oddities }) => {
    const name = say(labelOf('ratingChannel', channel))
    const odd = oddities.map((oddity) => `${name}${say(frameWords.colon)}${oddityText(oddity, say)}`)
    if (!disagreement) return odd
    const said = say(disagreement.side === 'above' ? words.apartAbove : words.apartBelow, {
      channel: name,
      size: figure(Math.abs(disagreement.distance), 1),
      without: points(disagreement.without.value),
    })
    return [said, ...odd]
  })
  if (lines.length === 0 && read.length > 0) lines.push(say(read.length > 1 ? words.agree : words.oneOnly))
  if (correlation !== null && read.length > 1) lines.push(say(words.correlation, { value: correlation.toFixed(2) }))
  return lines
}
