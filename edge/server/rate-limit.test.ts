import { expect, test } from 'vitest'
import { matchesRoute } from './rate-limit.ts'

test('a pattern names one route, all below a path, or all of a method', () => {
  const matches = (pattern: string) =>
    [
      'POST /api/v1/lots',
      'GET /api/v1/lots',
      'DELETE /api/v1/lots/:lot_id',
      'GET /api/v1/traceability/:lot_id/forward',
      'GET /api/v1/traceability-report',
    ].filter(route => matchesRoute(pattern, route))
  expect(matches('POST /api/v1/lots')).toEqual(['POST /api/v1/lots'])
  expect(matches('GET /api/v1/traceability/*')).toEqual(['GET /api/v1/traceability/:lot_id/forward'])
  expect(matches('DELETE *')).toEqual(['DELETE /api/v1/lots/:lot_id'])
  expect(matches('* /api/v1/lots')).toEqual(['POST /api/v1/lots', 'GET /api/v1/lots'])
  expect(matches('* *')).toHaveLength(5)
})
