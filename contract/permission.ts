import { ROLES, type Role } from './role.ts'

/** Who may use a route: everybody, anybody who is signed in, the box itself, or a list of roles. */
export type Access = 'public' | 'box' | readonly Role[]

const ALL = ROLES
const WRITERS: readonly Role[] = ['ADMIN', 'MANAGER', 'OPERATOR']
/** Who does the work of the plant: receive, move, consume, produce, pack, ship. */
const FLOOR: readonly Role[] = ['MANAGER', 'OPERATOR']
/** Who keeps the master data; what takes a second person is approved by a manager alone. */
const WARDENS: readonly Role[] = ['ADMIN', 'MANAGER']

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
  'POST /api/v1/me/secret': ALL,
  'POST /api/v1/me/policy': ALL,
  'GET /api/v1/me/sessions': ALL,
  'DELETE /api/v1/me/sessions/:session_id': ALL,
  'POST /api/v1/step-up': ALL,
  'GET /api/v1/users': ['ADMIN', 'MANAGER', 'AUDITOR'],
  'GET /api/v1/users/:person_id': ['ADMIN', 'MANAGER', 'AUDITOR'],
  'POST /api/v1/users': ['ADMIN'],
  'PATCH /api/v1/users/:person_id': ['ADMIN'],
  'POST /api/v1/users/:person_id/disable': ['ADMIN'],
  'POST /api/v1/users/:person_id/enable': ['ADMIN'],
  'POST /api/v1/users/:person_id/secret': ['ADMIN'],
  'POST /api/v1/users/:person_id/pseudonymise': ['ADMIN'],
  'POST /api/v1/users/:person_id/badges': ['ADMIN'],
  'DELETE /api/v1/users/:person_id/badges/:badge_id': ['ADMIN'],
  'GET /api/v1/users/:person_id/sessions': ['ADMIN'],
  'DELETE /api/v1/users/:person_id/sessions': ['ADMIN'],
  'GET /api/v1/users/:person_id/trainings': ['ADMIN', 'MANAGER', 'AUDITOR'],
  'POST /api/v1/users/:person_id/trainings': WARDENS,
  'GET /api/v1/signatures': ALL,
  'GET /api/v1/signatures/:signature_id': ALL,
  // An administrator has no authority over quality; an auditor signs "reviewed".
  'POST /api/v1/signatures': ['MANAGER', 'AUDITOR', 'OPERATOR'],
  'GET /api/v1/lots': ALL,
  'POST /api/v1/lots': WRITERS,
  'GET /api/v1/lots/:lot_id': ALL,
  'POST /api/v1/lots/:lot_id/links': FLOOR,
  'DELETE /api/v1/lots/:lot_id': ['ADMIN'],
  // Each command within is held to the entry of its own route.
  'POST /api/v1/commands': ALL,
  'GET /api/v1/items': ALL,
  'GET /api/v1/items/:item_id': ALL,
  'PUT /api/v1/items/:item_id': WARDENS,
  'GET /api/v1/parties': ALL,
  'GET /api/v1/parties/:party_id': ALL,
  'PUT /api/v1/parties/:party_id': WARDENS,
  'GET /api/v1/locations': ALL,
  'GET /api/v1/locations/:location_id': ALL,
  'PUT /api/v1/locations/:location_id': WARDENS,
  'GET /api/v1/instruments': ALL,
  'GET /api/v1/instruments/:instrument_id': ALL,
  'PUT /api/v1/instruments/:instrument_id': WARDENS,
  'GET /api/v1/settings': ALL,
  'PUT /api/v1/settings': ['ADMIN'],
  'GET /api/v1/recipes': ALL,
  'GET /api/v1/recipes/:recipe_id': ALL,
  'POST /api/v1/recipes': WARDENS,
  'POST /api/v1/recipes/:recipe_id/versions/:version/approve': ['MANAGER'],
  'GET /api/v1/qc-plans': ALL,
  'GET /api/v1/qc-plans/:plan_id': ALL,
  'POST /api/v1/qc-plans': WARDENS,
  'POST /api/v1/qc-plans/:plan_id/versions/:version/approve': ['MANAGER'],
  'GET /api/v1/monitors': ALL,
  'GET /api/v1/monitors/:monitor_id': ALL,
  'POST /api/v1/monitors': WARDENS,
  'POST /api/v1/monitors/:monitor_id/versions/:version/approve': ['MANAGER'],
  'GET /api/v1/monitors/status': ALL,
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
  'GET /api/v1/audit/records/:subject/pdf': ['ADMIN', 'MANAGER', 'AUDITOR'],
  'GET /api/v1/attachments': ALL,
  'POST /api/v1/attachments': WRITERS,
  'GET /api/v1/attachments/:sha256': ALL,
}

/**
 * Doors of the administration: where signatures are strict they take a token that is fresh from the secret, because an
 * unlocked screen is not a person. A badge is revoked and a session ended without: that must not wait.
 */
export const STEP_UP: ReadonlySet<string> = new Set([
  'PUT /api/v1/settings',
  'POST /api/v1/users',
  'PATCH /api/v1/users/:person_id',
  'POST /api/v1/users/:person_id/disable',
  'POST /api/v1/users/:person_id/enable',
  'POST /api/v1/users/:person_id/secret',
  'POST /api/v1/users/:person_id/pseudonymise',
  'POST /api/v1/users/:person_id/badges',
])

/** All that is open to who signed in with a secret that somebody else set. */
export const WITH_A_FOREIGN_SECRET: ReadonlySet<string> = new Set(['POST /api/v1/me/secret', 'POST /api/v1/logout'])

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
