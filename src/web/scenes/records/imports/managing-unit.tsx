import { useId } from 'react'
import type { ImportDetail } from '#server/contract/index.ts'
import { setAuthority } from '../../../client/import-queries.ts'
import { count } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { importWords as words } from '../../../language/words/imports.ts'
import { ErrorPanel } from '../../../parts/states.tsx'
import { useEdit } from './use-edit.ts'

/** Who manages the new people whose files do not tell it. */
export function ManagingUnit({ found }: { found: ImportDetail }) {
  const { say } = useSpeech()
  const id = useId()
  const { importId, version, authority, managingUnits, withoutAuthority } = found
  const setting = useEdit(importId, (unitId: string) => setAuthority(importId, { version, unitId: unitId || null }))
  if (withoutAuthority === 0 && !authority) return null
  return (
    <p className={authority ? '' : 'import-wanted'}>
      <label htmlFor={id}>
        {authority ? say(words.authority) : say(words.authorityMissing, { count: count(withoutAuthority) })}
      </label>{' '}
      <select
        id={id}
        value={authority?.unitId ?? ''}
        disabled={setting.isPending}
        onChange={({ target }) => setting.mutate(target.value)}
      >
        <option value="">{say(words.authorityNone)}</option>
        {managingUnits.map(({ unitId, name }) => (
          <option key={unitId} value={unitId}>
            {name}
          </option>
        ))}
      </select>
      {setting.isError && <ErrorPanel error={setting.error} what={say(words.notDone)} />}
    </p>
  )
}
