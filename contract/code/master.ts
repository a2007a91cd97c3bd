import type { CodeRow } from './row.ts'

/** Refusals of master data. */
export const MASTER = {
  gtin_invalid: {
    status: 422,
    title: 'The check digit of the GTIN or GLN is wrong.',
    hint: 'Compare every digit with the label; read `expected` of the answer.',
  },
  location_circle: {
    status: 422,
    title: 'A place cannot stand in itself.',
    hint: 'Name the room around it as parent_id, or leave it out.',
  },
  limits_invalid: {
    status: 422,
    title: 'The lower limit is above the upper one.',
    hint: 'Read `problems` of the answer and put the limits in order.',
  },
  recipe_invalid: {
    status: 422,
    title: 'The recipe contradicts itself.',
    hint: 'Read `problems` of the answer: each names what to put right.',
  },
  plan_invalid: {
    status: 422,
    title: 'The QC plan contradicts itself.',
    hint: 'Read `problems` of the answer: each names what to put right.',
  },
  monitor_invalid: {
    status: 422,
    title: 'The monitor contradicts itself.',
    hint: 'Read `problems` of the answer: each names what to put right.',
  },
} as const satisfies Record<string, CodeRow>
