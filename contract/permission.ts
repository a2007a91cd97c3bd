import { ROLES, type Role } from './role.ts'

/** Who may use a route: everybody, anybody who is signed in, the box itself, or a list of roles. */
export type Access = 'public' | 'box' | readonly Role[]

const ALL = ROLES
const WRITERS: readonly Role[] = ['ADMIN', 'MANAGER', 'OPERATOR']
/** Who does the work of the plant: receive, move, consume, produce, pack, ship. */
const FLOOR: readonly Role[] = ['MANAGER', 'OPERATOR']

/**
 * The one permission table of the appliance: `METHOD /path` as the router names it. A route that is not in it keeps
 * the server from starting. ADMIN, MANAGER, ... are roles of a site; HQ has its own table below.
 */
export const EDGE_ACCESS: Readonly<Record<string, Access>> = {
  'GET /health': 'public',
  'GET /ready': 'public',
  'GET /metrics': 'public',
  'GET /api/docs': 'public',
  'GET /api/docs/:file': 'public',
  'GET /api/openapi.json': 'public',
  'GET /api/v1/ping': 'public',
  'GET /api/v1/people': 'public',
  'POST /api/v1/login': 'public',
  'POST /api/v1/refresh': 'public',
  'POST /api/v1/logout': ALL,
  'GET /api/v1/me': ALL,
  'GET /api/v1/lots': ALL,
  'POST /api/v1/lots': WRITERS,
  'GET /api/v1/lots/:lot_id': ALL,
  'POST /api/v1/lots/:lot_id/links': FLOOR,
  'DELETE /api/v1/lots/:lot_id': ['ADMIN'],
  // Each command within is held to the entry of its own route.
  'POST /api/v1/commands': ALL,
  'GET /api/v1/devices': ALL,
  'GET /api/v1/devices/:device_id': ALL,
  'POST /api/v1/devices/:device_id/actions': WRITERS,
  'GET /api/v1/readings': ALL,
  'GET /api/v1/stream': ALL,
  'GET /api/v1/sync': ALL,
  'GET /api/v1/ledger/head': ['ADMIN', 'MANAGER', 'AUDITOR'],
  'GET /api/v1/ledger/events': ['ADMIN', 'MANAGER', 'AUDITOR'],
  'GET /api/v1/ledger/proofs/:seq': ['ADMIN', 'MANAGER', 'AUDITOR'],
  // An operator reads what is their own.
  'GET /api/v1/audit': ['ADMIN', 'MANAGER', 'AUDITOR', 'OPERATOR'],
  'GET /api/v1/audit/export': ['ADMIN', 'MANAGER', 'AUDITOR', 'OPERATOR'],
  'GET /api/v1/attachments': ALL,
  'POST /api/v1/attachments': WRITERS,
  'GET /api/v1/attachments/:sha256': ALL,
}

/** The permission table of headquarters. */
export const CLOUD_ACCESS: Readonly<Record<string, Access>> = {
  'GET /health': 'public',
  'GET /ready': 'public',
  'GET /metrics': 'public',
  'GET /api/openapi.json': 'public',
  'POST /v1/login': 'public',
  'POST /v1/refresh': 'public',
  'POST /v1/logout': ALL,
  'GET /v1/me': ALL,
  'POST /v1/claims': ['ADMIN'],
  'POST /v1/enrolments': 'public',
  'POST /v1/sites/:site/ledger': 'box',
  'POST /v1/sites/:site/readings': 'box',
  'GET /v1/sites/:site/head': 'box',
  'GET /v1/sites/:site/ledger': 'box',
  'GET /v1/sites/:site/readings/copy': 'box',
  'GET /v1/sites': ALL,
  'GET /v1/sites/:site': ALL,
  'GET /v1/lots': ALL,
  'GET /v1/lots/:lot_id': ALL,
  'GET /v1/sites/:site/lots/:lot_id/links': ALL,
  'GET /v1/sites/:site/holds': ALL,
  'GET /v1/sites/:site/holds/:hold_id/lots': ALL,
  'GET /v1/sites/:site/gates': ALL,
  'GET /v1/sites/:site/deviations': ALL,
  'GET /v1/sites/:site/deviations/:deviation_id': ALL,
  'GET /v1/sites/:site/alarms': ALL,
  'GET /v1/sites/:site/records/:kind': ALL,
  'GET /v1/readings': ALL,
  'GET /v1/channels': ALL,
  'GET /v1/dead-letters': ['ADMIN', 'MANAGER', 'AUDITOR'],
  'GET /v1/stream': ALL,
}
