import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { certaintyLabels, outputLabels } from '#domain/lexicon/sheet-terms.ts'
import type { Dossier, Sheet } from '#server/contract/index.ts'
import { sheetQuery } from '../../../client/queries.ts'
import { useSpeech } from '../../../language/language.tsx'
import { fitWords } from '../../../language/words/fit.ts'
import { sheetWords as words } from '../../../language/words/sheet.ts'
import { Panel } from '../../../parts/panel.tsx'
import { EmptyState, ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'
import { Judgements } from './judgements.tsx'
import './sheet.css'

/** The six outputs of the mission on one sheet: what is prepared, how surely, on what grounds, and what people judge. */
export function SheetPart({ dossier }: { dossier: Dossier }) {
  const { say } = useSpeech()
  const sheet = useQuery(sheetQuery(dossier.cadreId))
  if (sheet.isError) return <ErrorPanel error={sheet.error} onRetry={() => void sheet.refetch()} />
  if (!sheet.data) return <SkeletonRows rows={6} height={84} />
  const isPrepared = sheet.data.outputs.some(({ lines }) => lines.length > 0)
  return (
    <Panel title={say(words.title)} explained="judgement-sheet" note={say(words.note)} foot={say(words.kept)} flush>
      {!isPrepared && <EmptyState why={say(words.notPrepared)} next={say(words.notPreparedNext)} />}
      <table className="judgement-sheet" aria-label={say(words.title)}>
        <thead>
          <tr>
            <td />
            <th scope="col">{say(words.prepared)}</th>
            <th scope="col">{say(words.judged)}</th>
          </tr>
        </thead>
        <tbody>
          {sheet.data.outputs.map((output) => (
            <tr key={output.output}>
              <th scope="row">{say(outputLabels[output.output])}</th>
              <td>
                {output.lines.length === 0 && <p className="quiet">{say(words.nothing)}</p>}
                <ul>
                  {output.lines.map((line) => (
                    <Line key={line.id} line={line} cadreId={dossier.cadreId} />
                  ))}
                </ul>
              </td>
              <td>
                <Judgements cadreId={dossier.cadreId} asOf={sheet.data.asOf} output={output} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  )
}

function Line({ line, cadreId }: { line: Sheet['outputs'][number]['lines'][number]; cadreId: string }) {
  const { say } = useSpeech()
  return (
    <li className="judged-line">
      <span className={`certainty ${line.certainty}`}>{say(certaintyLabels[line.certainty])}</span>
      <div>
        <p>{say(line.says)}</p>
        {line.grounds.length > 0 && (
          <details>
            <summary className="second">{say(words.grounds, { count: line.grounds.length })}</summary>
            <ul>
              {line.grounds.map((ground) => (
                <li key={`${ground.kind} ${ground.id} ${ground.says.zh}`} className="second">
                  {say(ground.says)}
                  {ground.kind === 'list' && (
                    <>
                      {' '}
                      <Link to="/vacancies/$positionId/cadres/$cadreId/fit" params={{ positionId: ground.id, cadreId }}>
                        {say(fitWords.short)}
                      </Link>
                    </>
                  )}
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
    </li>
  )
}
