export { type HoldOrder, type PlacedHold, placeHold, widenHold } from './place-hold.ts'
