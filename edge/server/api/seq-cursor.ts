import Type from 'typebox'

/** A cursor that is a number of the ledger. */
export const SEQ_CURSOR = Type.String({ pattern: '^[1-9]\\d{0,15}$', description: '`next` of the page before.' })
