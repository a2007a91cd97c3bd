import { generate } from '../load/generator.ts'
import { liveDay } from './live.ts'

generate(liveDay)
