import type { RatingQuality } from '#server/contract/index.ts'
import { Explained } from '../../../help/explained.tsx'
import { count, figure, percent } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { frameWords } from '../../../language/words/frame.ts'
import { surveyWords as words } from '../../../language/words/surveys.ts'
import { Panel } from '../../../parts/panel.tsx'

const namedAlone = 8
const points = (share: number): string => figure(100 * share, 1)

/** What the design can compare, what it cannot, and what raters of other units would buy. */
export function LinkingPanel({ quality }: { quality: RatingQuality }) {
  const { say } = useSpeech()
  const { linking, groups, alone } = quality
  const most = Math.max(...linking.foreseen.map(({ across }) => across))
  const at = (share: number): string => points(linking.foreseen.find((each) => each.share === share)?.across ?? 0)
  return (
    <Panel
      title={say(words.linking)}
      explained="group"
      note={say(words.linkingNote, { raters: count(linking.raters), cross: count(linking.crossRaters) })}
      foot={say(words.linkingShape, {
        units: linking.shape.units,
        cadres: linking.shape.cadresPerUnit,
        raters: linking.shape.ratersPerUnit,
      })}
    >
      <p>
        {linking.across === null || linking.sameUnit === null
          ? say(words.linkingNone)
          : say(words.linkingNow, { same: points(linking.sameUnit), across: points(linking.across) })}
      </p>
      {linking.foreseen.length > 0 && (
        <>
          <p className="second">{say(words.linkingBuys, { none: at(0), five: at(0.05), ten: at(0.1) })}</p>
          <table className="figures compact" aria-label={say(words.linking)}>
            <thead>
              <tr>
                <th scope="col">
                  <Explained id="linking-share">{say(words.linkingHead)}</Explained>
                </th>
                <th scope="col" className="number">
                  {say(words.linkingSame)}
                </th>
                <th scope="col" className="number">
                  {say(words.linkingAcross)}
                </th>
                <td />
              </tr>
            </thead>
            <tbody>
              {linking.foreseen.map(({ share, sameUnit, across }) => (
                <tr key={share}>
                  <th scope="row">{percent(share)}</th>
                  <td className="number">{points(sameUnit)}</td>
                  <td className="number">{points(across)}</td>
                  <td className="share-track">
                    <span style={{ width: `${(100 * across) / most}%` }} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
      <p className="second">
        {groups.length > 1
          ? say(words.groupsMany, { count: groups.length, largest: count(groups[0]?.cadres ?? 0) })
          : say(words.groupsOne, { largest: count(groups[0]?.cadres ?? 0) })}
      </p>
      {alone.length > 0 && (
        <p className="second">
          {say(words.alone, {
            names: alone
              .slice(0, namedAlone)
              .map(({ cadreId, name }) => name ?? cadreId)
              .join(say(frameWords.comma)),
          })}
          {alone.length > namedAlone && say(words.aloneMore, { count: count(alone.length) })}
        </p>
      )}
    </Panel>
  )
}
