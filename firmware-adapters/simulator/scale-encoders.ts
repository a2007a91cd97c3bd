import { and } from './scale-encoder/and.ts'
import { cas } from './scale-encoder/cas.ts'
import { casEcr6 } from './scale-encoder/cas-ecr6.ts'
import { diniArgeo } from './scale-encoder/dini-argeo.ts'
import { genericScale } from './scale-encoder/generic-scale.ts'
import { mt8217 } from './scale-encoder/mt-8217.ts'
import { mtContinuous } from './scale-encoder/mt-continuous.ts'
import { nci } from './scale-encoder/nci.ts'
import { ohaus } from './scale-encoder/ohaus.ts'
import { riceLake } from './scale-encoder/rice-lake.ts'
import { sartoriusSbi } from './scale-encoder/sartorius-sbi.ts'
import { shimadzu } from './scale-encoder/shimadzu.ts'
import { sma } from './scale-encoder/sma.ts'
import { soehnle } from './scale-encoder/soehnle.ts'
import { systec } from './scale-encoder/systec.ts'
import type { ScaleEncoder } from './scale-encoder.ts'

const ENCODERS = {
  'mt-continuous': mtContinuous,
  'mt-8217': mt8217,
  and,
  'sartorius-sbi': sartoriusSbi,
  ohaus,
  shimadzu,
  sma,
  nci,
  'rice-lake': riceLake,
  cas,
  'cas-ecr6': casEcr6,
  'dini-argeo': diniArgeo,
  soehnle,
  systec,
  'generic-scale': genericScale,
} as const

export type SpokenKind = keyof typeof ENCODERS

/** Protocols that a pretended scale speaks, by the id of their driver; MT-SICS has a device of its own. */
export const SPOKEN = Object.keys(ENCODERS) as SpokenKind[]

/** How a protocol is spoken; its settings are those that its driver has checked. */
export const encoderOf = (kind: SpokenKind): ScaleEncoder<never> => ENCODERS[kind]
