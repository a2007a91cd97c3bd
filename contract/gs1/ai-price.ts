import { type AiLine, fixed, upTo } from './ai-row.ts'

/** Amounts and prices. */
export const PRICE: readonly AiLine[] = [
  ['3900-3909', 'AMOUNT', [upTo('N', 15)], { attribute: true, requires: '255 8020', excludes: '390n 391n 394n 8111' }],
  [
    '3910-3919',
    'AMOUNT',
    [fixed('N', 3, 'currency'), upTo('N', 15)],
    { attribute: true, requires: '8020', excludes: '391n' },
  ],
  [
    '3920-3929',
    'PRICE',
    [upTo('N', 15)],
    { attribute: true, requires: '01+30 01+31nn 01+32nn 01+35nn 01+36nn', excludes: '392n 393n' },
  ],
  [
    '3930-3939',
    'PRICE',
    [fixed('N', 3, 'currency'), upTo('N', 15)],
    { attribute: true, requires: '30 31nn 32nn 35nn 36nn', excludes: '393n' },
  ],
  ['3940-3943', 'PRCNT OFF', [fixed('N', 4)], { attribute: true, requires: '255', excludes: '394n 8111' }],
  [
    '3950-3955',
    'PRICE/UoM',
    [fixed('N', 6)],
    { attribute: true, requires: '30 31nn 32nn 35nn 36nn', excludes: '392n 393n 395n 8005' },
  ],
]
