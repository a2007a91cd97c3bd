import { checkDocument } from '@flowviz/contract/epcis/check-document'
import { epcisDocument } from '@flowviz/contract/epcis/document'
import { epcisOf } from '@flowviz/contract/epcis/map'
import { expect, it } from 'vitest'
import { epcisKnown } from '../store/epcis-known.ts'
import { eventIn } from '../store/event-body.ts'
import { plantStore } from '../store/plant-store.ts'
import { openBox, SITE } from '../writer/testing/box.ts'
import { approveMonitor, at, defineRooms, judge, reading } from '../writer/testing/cold-room.ts'
import { schemaVerdict } from './testing/anchor.ts'

it('a room that leaves its limits reports its sensor, and the whole curve with its worst point when it is right again', () => {
  const box = openBox()
  defineRooms(box, { 'cold-room': null })
  approveMonitor(box, { duration_s: 0 })
  judge(box, [reading(1, 10, '4.0'), reading(2, 20, '6.2'), reading(3, 30, '5.8'), reading(4, 40, '3.9')])
  const store = plantStore(box.engine.db)
  const known = epcisKnown(store, SITE)
  const said = store.ledger.rows(1, 1_000).flatMap(({ body }) => epcisOf(eventIn(body), known))
  const [opened, ended, ...more] = said.filter(({ bizStep }) => bizStep === 'sensor_reporting')
  expect(more).toEqual([])
  const deviceID = `https://flowviz.example/id/${SITE}/device/probe-1`
  const readPoint = { id: `https://flowviz.example/id/${SITE}/location/cold-room` }
  expect(opened).toMatchObject({
    type: 'ObjectEvent',
    action: 'OBSERVE',
    readPoint,
    sensorElementList: [
      {
        sensorMetadata: { time: at(20), deviceID },
        sensorReport: [{ type: 'Temperature', value: 6.2, uom: 'CEL', exception: 'ALARM_CONDITION' }],
      },
    ],
    'fv:limit': 'max 5',
  })
  expect(ended).toMatchObject({ readPoint, 'fv:deviationId': opened!['fv:deviationId'] })
  const [element] = ended!.sensorElementList!
  expect(element!.sensorMetadata).toEqual({ startTime: at(10), endTime: at(40), deviceID })
  expect(element!.sensorReport[0]).toEqual({ type: 'Temperature', minValue: 3.9, maxValue: 6.2, uom: 'CEL' })
  expect(element!.sensorReport).toHaveLength(5)
  expect(element!.sensorReport).toContainEqual({
    type: 'Temperature',
    value: 6.2,
    uom: 'CEL',
    time: at(20),
    exception: 'ALARM_CONDITION',
  })
  const document = epcisDocument(said, at(60))
  expect(schemaVerdict()(document)).toEqual([])
  expect(checkDocument(document).events.flatMap(({ findings }) => findings)).toEqual([])
})
