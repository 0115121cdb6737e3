import { useMutation, useQueryClient } from '@tanstack/react-query'

/** An edit of an import: what is shown of it is asked for anew, whether it succeeded or somebody was quicker. */
export function useEdit<Given>(importId: string, edit: (given: Given) => Promise<unknown>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: edit,
    onSettled: () => {
      void client.invalidateQueries({ queryKey: ['imports'] })
      return client.invalidateQueries({ queryKey: ['import', importId] })
    },
  })
}
