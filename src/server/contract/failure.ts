import { z } from 'zod'
import { text } from './shared.ts'

/** Every answer that is not 2xx: a stable code, what is wrong, and how to go on. */
export const failure = z
  .object({
    code: z.string(),
    message: text,
    mend: text,
    field: z.string().optional().describe('The parameter or field that is wrong, where there is one.'),
    place: z
      .object({ file: z.string(), line: z.int(), column: z.int() })
      .optional()
      .describe('In a rule text: which text, and where in it.'),
    incident: z.string().optional().describe('On 500: the number under which the log keeps the details.'),
  })
  .meta({ id: 'Failure' })

export type Failure = z.output<typeof failure>
