/** One change at the server; whatever it may have touched is read again. */
import { useMutation, useQueryClient } from '@tanstack/react-query'

export function useChange<Input, Answer>(
  work: (input: Input) => Promise<Answer>,
  touched: string,
  onDone?: (answer: Answer) => void,
) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: work,
    onSuccess: async answer => {
      await queries.invalidateQueries({ queryKey: [touched] })
      onDone?.(answer)
    },
  })
}
