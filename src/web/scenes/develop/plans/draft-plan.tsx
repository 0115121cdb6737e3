import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { openPlan } from '../../../client/plan-queries.ts'
import { useSpeech } from '../../../language/language.tsx'
import { planWords as words } from '../../../language/words/plans.ts'
import { ErrorPanel } from '../../../parts/states.tsx'

/** Opens a plan for a cadre, prefilled from the needs listed, and goes to it. */
export function DraftPlan({ cadreId, name }: { cadreId: string; name: string }) {
  const { say } = useSpeech()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const opening = useMutation({
    mutationFn: () => openPlan(cadreId),
    onSuccess: async ({ matterId }) => {
      void queries.invalidateQueries({ queryKey: ['plans'] })
      void queries.invalidateQueries({ queryKey: ['matters'] })
      await navigate({ to: '/matters/$matterId', params: { matterId } })
    },
  })
  return (
    <>
      <button type="button" className="plain-button" disabled={opening.isPending} onClick={() => opening.mutate()}>
        {say(words.draft)}
        <span className="out-of-sight"> {name}</span>
      </button>
      {opening.isError && <ErrorPanel error={opening.error} what={say(words.notOpened)} />}
    </>
  )
}
