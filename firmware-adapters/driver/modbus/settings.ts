import Type, { type Static } from 'typebox'

/** Which kind of device it is, and in what this one differs from its kind. */
export const ModbusSettings = Type.Object(
  {
    profile: Type.String({
      title: 'Profile',
      description: 'Name and version, such as sdm630@1, or the path of a YAML file of your own.',
      minLength: 1,
      maxLength: 255,
    }),
    overrides: Type.Optional(
      Type.Record(Type.String(), Type.Unknown(), {
        title: 'Differences',
        description: 'In the form of a profile with its points by their key: only what is different on this device.',
      }),
    ),
  },
  { additionalProperties: false },
)
export type ModbusSettings = Static<typeof ModbusSettings>
