import Type, { type Static } from 'typebox'

/**
 * A sentence of the server as data: which one it is and what fills it, so that a screen says it in its own language.
 * The English stands beside it as text. A code keeps its meaning and its params for good: what is said otherwise gets
 * another code. A reader that does not know a code shows the text.
 */
export const Said = Type.Object(
  {
    code: Type.String({ maxLength: 60, description: 'One of contract/sentence.ts, such as `excursion_high`.' }),
    // A record by pattern is written as an object of unknowns into one of the clients.
    params: Type.Unsafe<Record<string, string | number | null>>(
      Type.Object(
        {},
        {
          additionalProperties: Type.Union([Type.String(), Type.Number(), Type.Null()]),
          description: 'The unit stands last in a name, or in the param `unit` (UCUM).',
        },
      ),
    ),
  },
  { $id: 'Said', additionalProperties: false },
)
export type Said = Static<typeof Said>
