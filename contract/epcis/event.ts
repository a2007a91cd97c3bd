/** A quantity of a class of goods; without `uom` it is a count of pieces. */
export interface QuantityElement {
  epcClass: string
  quantity?: number
  uom?: string
}

export interface SensorElement {
  sensorMetadata?: Record<string, string>
  sensorReport: { type: string; value?: number; uom?: string; [field: string]: unknown }[]
}

export interface ErrorDeclaration {
  declarationTime: string
  reason: 'did_not_occur' | 'incorrect_data'
  correctiveEventIDs?: string[]
}

/** An event of EPCIS 2.0 as this plant says it (JSON-LD; the words of the Core Business Vocabulary are bare). */
export interface EpcisEvent {
  type: 'ObjectEvent' | 'AggregationEvent' | 'TransformationEvent'
  eventID: string
  eventTime: string
  eventTimeZoneOffset: string
  recordTime?: string
  errorDeclaration?: ErrorDeclaration
  action?: 'ADD' | 'OBSERVE' | 'DELETE'
  bizStep?: string
  disposition?: string
  persistentDisposition?: { set?: string[]; unset?: string[] }
  epcList?: string[]
  quantityList?: QuantityElement[]
  parentID?: string
  childQuantityList?: QuantityElement[]
  transformationID?: string
  inputQuantityList?: QuantityElement[]
  outputQuantityList?: QuantityElement[]
  readPoint?: { id: string }
  bizLocation?: { id: string }
  bizTransactionList?: { type?: string; bizTransaction: string }[]
  sourceList?: { type: string; source: string }[]
  destinationList?: { type: string; destination: string }[]
  sensorElementList?: SensorElement[]
  ilmd?: Record<string, string>
  /** What only this project says: `fv:holdId`. */
  [extension: `fv:${string}`]: unknown
}

/** What a rule says of an event: the rest is the same for all. */
export type Said = Omit<EpcisEvent, 'eventID' | 'eventTime' | 'eventTimeZoneOffset' | 'recordTime'> & {
  /** Where it is another one than that of the event of the plant. */
  eventTime?: string
}

/** What a rule needs of an event of the plant. */
export interface Told<Data> {
  id: string
  occurred_at: string
  data: Data
}
