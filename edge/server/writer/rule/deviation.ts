export { type Finding, type Opening, openDeviation } from './open-deviation.ts'
