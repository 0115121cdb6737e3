import { formatDate } from '#domain/calendar.ts'
import { acceptanceChannels, besideChannels, type RecognitionPaper } from '#identify/index.ts'
import type { CadreResults, Edition } from '#records/queries/index.ts'
import type { Recognition } from '../contract/index.ts'
import { presentStoredEstimate } from './evidence.ts'
import { presentOddity } from './surveys.ts'

/** What the four channels say of a person; without a paper, nobody was asked. */
export function presentRecognition(
  cadreId: string,
  edition: Edition,
  paper: RecognitionPaper | undefined,
  estimates: CadreResults['estimates'],
): Recognition {
  const stored = estimates.find(({ measure }) => measure === 'recognition')
  return {
    cadreId,
    asOf: formatDate(edition.asOf),
    estimate: stored ? presentStoredEstimate(stored) : null,
    channels: paper
      ? paper.channels.map(({ figures, disagreement, oddities, ...rest }) => ({
          ...rest,
          figures: figures ?? null,
          disagreement: disagreement ?? null,
          oddities: oddities.map(presentOddity),
        }))
      : acceptanceChannels.map((channel) => ({
          channel,
          state: 'silent' as const,
          figures: null,
          weight: 1 / acceptanceChannels.length,
          usual: 0,
          disagreement: null,
          oddities: [],
        })),
    beside: paper
      ? paper.beside.map(({ figures, ...rest }) => ({ ...rest, figures: figures ?? null }))
      : besideChannels.map((channel) => ({ channel, state: 'silent' as const, figures: null })),
    spoken: paper?.spoken ?? 0,
    correlation: paper?.correlation ?? null,
  }
}
