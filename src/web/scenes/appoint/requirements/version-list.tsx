import type { SeatRequirementsShape } from '#server/contract/index.ts'
import { count, minute } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { requirementWords as words } from '../../../language/words/requirements.ts'
import { Panel } from '../../../parts/panel.tsx'
import { EmptyState } from '../../../parts/states.tsx'
import { Differences } from './differences.tsx'

type Version = SeatRequirementsShape['versions'][number]

interface VersionListProps {
  readonly asked: SeatRequirementsShape
  /** The earlier version that is looked at. */
  readonly at: string | undefined
  /** Absent while an edit is being written. */
  readonly onLook: ((version?: string) => void) | undefined
}

/** Every version with who changed what, when and why; the present one first. */
export function VersionList({ asked, at, onLook }: VersionListProps) {
  const { say } = useSpeech()
  const { versions } = asked
  return (
    <Panel
      title={say(words.versions)}
      note={versions.length > 0 && say(words.versionCount, { count: count(versions.length) })}
    >
      {versions.length === 0 && <EmptyState why={say(words.noVersions)} />}
      <ol className="versions">
        {versions.map((version, place) => (
          <li key={version.version} aria-current={version.version === (at ?? asked.version)}>
            <p>
              <b>{minute(version.at)}</b> {version.by ?? say(words.byImport)}
              {place === 0 && <span className="quiet"> {say(words.present)}</span>}
            </p>
            {version.reason && <p>{version.reason}</p>}
            <Changed version={version} before={versions[place + 1]} />
            {onLook && place > 0 && version.version !== at && (
              <button type="button" className="plain-button" onClick={() => onLook(version.version)}>
                {say(words.look)}
              </button>
            )}
          </li>
        ))}
      </ol>
    </Panel>
  )
}

function Changed({ version, before }: { version: Version; before: Version | undefined }) {
  const { say } = useSpeech()
  if (version.elements.length === 0) return <p className="second">{say(words.followed)}</p>
  if (!before || before.elements.length === 0) {
    return <p className="second">{say(words.first, { count: count(version.elements.length) })}</p>
  }
  return <Differences before={before.elements} after={version.elements} />
}
