import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Dossier, DossierKin } from '#server/contract/index.ts'
import { dossierKinQuery } from '../../../client/dossier-queries.ts'
import { useSpeech } from '../../../language/language.tsx'
import { kinWords as words } from '../../../language/words/dossier-parts.ts'
import { ColumnHeads } from '../../../parts/column-heads.tsx'
import { FindingItem } from '../../../parts/finding-item.tsx'
import { Unknown } from '../../../parts/nothing.tsx'
import { Panel } from '../../../parts/panel.tsx'
import { EmptyState, ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'
import { recallFrom } from './recall.ts'

/** Relatives on record, those of them in the system, and what the rules on recusal say of each seat. */
export function KinPart({ dossier }: { readonly dossier: Dossier }) {
  const kin = useQuery(dossierKinQuery(dossier.cadreId))
  return (
    <div className="dossier-grid">
      <div className="dossier-column">
        <Relatives relatives={dossier.relatives} />
        {kin.data && <InSystem kin={kin.data} />}
      </div>
      <div className="dossier-column">
        {kin.isError && <ErrorPanel error={kin.error} onRetry={() => void kin.refetch()} />}
        {kin.isPending && <SkeletonRows rows={6} height={56} />}
        {kin.data && <Recusal kin={kin.data} dossier={dossier} />}
      </div>
    </div>
  )
}

function Relatives({ relatives }: Pick<Dossier, 'relatives'>) {
  const { say } = useSpeech()
  const heads = [words.relation, words.name, words.politics, words.unitAndPost]
  return (
    <Panel title={say(words.relatives)} explained="recusal" flush>
      {relatives.length === 0 && <EmptyState why={say(words.noRelatives)} next={say(words.noRelativesNext)} />}
      {relatives.length > 0 && (
        <table className="figures" aria-label={say(words.relatives)}>
          <thead>
            <tr>
              <ColumnHeads heads={heads} />
            </tr>
          </thead>
          <tbody>
            {relatives.map(({ relation, name, party, post, cadreId }) => (
              <tr key={relation + name}>
                <td>{relation}</td>
                <td>
                  {cadreId ? (
                    <Link to="/cadres/$cadreId" params={{ cadreId }}>
                      {name}
                    </Link>
                  ) : (
                    name
                  )}
                </td>
                <td>{party ?? <Unknown />}</td>
                <td>{post ?? <Unknown wide />}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  )
}

function InSystem({ kin: { relatives } }: { readonly kin: DossierKin }) {
  const { say } = useSpeech()
  return (
    <Panel title={say(words.inSystem)} flush>
      {relatives.length === 0 && <EmptyState why={say(words.noneInSystem)} />}
      <ul>
        {relatives.map(({ cadreId, name, says }) => (
          <li key={cadreId} className="kin-line">
            <Link to="/cadres/$cadreId" params={{ cadreId }}>
              {name}
            </Link>
            <span className="second">{say(says)}</span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function Recusal({ kin: { seats, clear }, dossier }: { readonly kin: DossierKin; readonly dossier: Dossier }) {
  const { say } = useSpeech()
  const recall = recallFrom(dossier, say)
  return (
    <>
      {seats.length === 0 && (
        <Panel title={say(words.seats)}>
          <EmptyState why={say(words.noSeats)} />
        </Panel>
      )}
      {seats.map(({ positionId, unitName, title, isHeld, findings }) => (
        <Panel key={positionId} title={`${unitName}${title}`} note={isHeld ? say(words.held) : undefined} flush>
          <ul>
            {findings
              .filter(({ verdict }) => isHeld || verdict !== 'met')
              .map((finding) => (
                <FindingItem key={finding.rule} finding={finding} recall={recall} />
              ))}
          </ul>
        </Panel>
      ))}
      {clear > 0 && <p className="second">{say(words.clear, { count: clear })}</p>}
    </>
  )
}
