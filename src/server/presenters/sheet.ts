import { formatDate } from '#domain/calendar.ts'
import { type SynthesisPaper, sheetOutputs } from '#identify/index.ts'
import type { Edition, Judgement } from '#records/queries/index.ts'
import type { Sheet } from '../contract/index.ts'
import { presentText } from './evidence.ts'

/** The sheet of judgement: what the analysis prepared, output by output, and what people have judged beside it. */
export function presentSheet(
  edition: Edition,
  paper: SynthesisPaper | undefined,
  judgements: readonly Judgement[],
): Sheet {
  return {
    asOf: formatDate(edition.asOf),
    outputs: sheetOutputs.map((output) => ({
      output,
      lines: (paper?.lines ?? [])
        .filter((line) => line.output === output)
        .map(({ id, says, certainty, grounds }) => ({
          id,
          says: presentText(says),
          certainty,
          grounds: grounds.map((ground) => ({ kind: ground.kind, id: ground.id, says: presentText(ground.says) })),
        })),
      judgements: judgements.filter((judgement) => judgement.output === output).map(presentJudgement),
    })),
  }
}

const presentJudgement = (judgement: Judgement): Sheet['outputs'][number]['judgements'][number] => ({
  id: judgement.judgement_id,
  output: judgement.output,
  stance: judgement.stance,
  text: judgement.text,
  signedBy: judgement.signed_by,
  recordedAt: judgement.recorded_at.toISOString(),
  asOf: judgement.as_of,
})
