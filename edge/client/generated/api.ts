import { appFetch } from '../fetch.ts';
export const AliveValue = {
  status: 'ok',
} as const;
export type Alive = typeof AliveValue;

export type ReadyTroublesItem = {
  code: string;
  detail: string;
};

export interface Ready {
  ready: boolean;
  troubles: ReadyTroublesItem[];
}

export interface Pong {
  site: string;
  site_name: string;
  version: string;
  server_time: string;
}

export type Role = typeof Role[keyof typeof Role];


export const Role = {
  ADMIN: 'ADMIN',
  MANAGER: 'MANAGER',
  AUDITOR: 'AUDITOR',
  OPERATOR: 'OPERATOR',
  VIEWER: 'VIEWER',
} as const;

export interface Person {
  /** @pattern ^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$ */
  id: string;
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  name: string;
  /** @maxLength 80 */
  display_name: string;
  role: Role;
}

export interface People {
  people: Person[];
}

export type ProblemCode = typeof ProblemCode[keyof typeof ProblemCode];


export const ProblemCode = {
  internal: 'internal',
  body_invalid: 'body_invalid',
  body_malformed: 'body_malformed',
  body_too_large: 'body_too_large',
  request_malformed: 'request_malformed',
  request_timed_out: 'request_timed_out',
  headers_too_large: 'headers_too_large',
  media_type_unsupported: 'media_type_unsupported',
  method_not_allowed: 'method_not_allowed',
  not_found: 'not_found',
  unauthenticated: 'unauthenticated',
  credentials_wrong: 'credentials_wrong',
  token_invalid: 'token_invalid',
  token_expired: 'token_expired',
  role_insufficient: 'role_insufficient',
  rate_limited: 'rate_limited',
  version_unsupported: 'version_unsupported',
  idempotency_mismatch: 'idempotency_mismatch',
  not_ready: 'not_ready',
  storage_full: 'storage_full',
  storage_failed: 'storage_failed',
  store_unfit: 'store_unfit',
  writer_overloaded: 'writer_overloaded',
  lot_code_taken: 'lot_code_taken',
  lot_not_found: 'lot_not_found',
  quantity_invalid: 'quantity_invalid',
  weight_missing: 'weight_missing',
  weight_ambiguous: 'weight_ambiguous',
  scale_not_found: 'scale_not_found',
  scale_silent: 'scale_silent',
  scale_unstable: 'scale_unstable',
  scale_refused: 'scale_refused',
  device_not_found: 'device_not_found',
  device_unknown: 'device_unknown',
  topic_forbidden: 'topic_forbidden',
  packet_too_large: 'packet_too_large',
  payload_undecodable: 'payload_undecodable',
  config_invalid: 'config_invalid',
  port_taken: 'port_taken',
  port_missing: 'port_missing',
  port_denied: 'port_denied',
  comm_timeout: 'comm_timeout',
  comm_lost: 'comm_lost',
  process_failed: 'process_failed',
  runtime_missing: 'runtime_missing',
  platform_unsupported: 'platform_unsupported',
  demo_running: 'demo_running',
  files_in_use: 'files_in_use',
  files_present: 'files_present',
  peer_unreachable: 'peer_unreachable',
  cloud_unreachable: 'cloud_unreachable',
  box_unknown: 'box_unknown',
  box_revoked: 'box_revoked',
  site_mismatch: 'site_mismatch',
  digest_mismatch: 'digest_mismatch',
  token_replayed: 'token_replayed',
  claim_invalid: 'claim_invalid',
  batch_invalid: 'batch_invalid',
  ledger_gap: 'ledger_gap',
  ledger_fork: 'ledger_fork',
  chain_broken: 'chain_broken',
  checkpoint_invalid: 'checkpoint_invalid',
  ledger_corrupt: 'ledger_corrupt',
  restore_impossible: 'restore_impossible',
} as const;

export type ProblemErrorsItem = {
  field: string;
  message: string;
};

export interface Problem {
  /** Address of the page that explains the code. */
  type: string;
  title: string;
  status: number;
  code: ProblemCode;
  detail: string;
  hint: string;
  errors?: ProblemErrorsItem[];
  required_roles?: string[];
  head?: unknown;
  [key: string]: unknown;
 }

export interface Session {
  access_token: string;
  expires_in_s: number;
  person: Person;
}

export interface LoginRequest {
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  name: string;
  /**
     * @minLength 4
     * @maxLength 128
     */
  secret: string;
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  station?: string;
}

export type LotType = typeof LotType[keyof typeof LotType];


export const LotType = {
  RAW: 'RAW',
  WIP: 'WIP',
  FG: 'FG',
  REWORK: 'REWORK',
  PACKAGING: 'PACKAGING',
} as const;

/**
 * @pattern ^-?\d{1,12}(\.\d{1,9})?$
 */
export type Decimal = string;

export type Unit = typeof Unit[keyof typeof Unit];


export const Unit = {
  NUMBER_1: '1',
  kg: 'kg',
  g: 'g',
  mg: 'mg',
  t: 't',
  '[lb_av]': '[lb_av]',
  '[oz_av]': '[oz_av]',
  L: 'L',
  mL: 'mL',
  Cel: 'Cel',
  '[degF]': '[degF]',
  '%': '%',
} as const;

export type Quality = typeof Quality[keyof typeof Quality];


export const Quality = {
  good: 'good',
  uncertain: 'uncertain',
  bad: 'bad',
} as const;

export type Reason = typeof Reason[keyof typeof Reason];


export const Reason = {
  ok: 'ok',
  ok_stable: 'ok_stable',
  ok_manual_confirmed: 'ok_manual_confirmed',
  unstable: 'unstable',
  retained: 'retained',
  historical: 'historical',
  clock_suspect: 'clock_suspect',
  calibration_overdue: 'calibration_overdue',
  high_res: 'high_res',
  bus_resync: 'bus_resync',
  range_warning: 'range_warning',
  rate_of_change: 'rate_of_change',
  unverified_profile: 'unverified_profile',
  comm_timeout: 'comm_timeout',
  comm_lost: 'comm_lost',
  crc_error: 'crc_error',
  device_exception: 'device_exception',
  sensor_fault: 'sensor_fault',
  overload: 'overload',
  underload: 'underload',
  zero_error: 'zero_error',
  not_zeroed: 'not_zeroed',
  busy: 'busy',
  config_error: 'config_error',
  no_value: 'no_value',
  out_of_physical_range: 'out_of_physical_range',
  unit_mismatch: 'unit_mismatch',
} as const;

export type MeasurementWeightBasis = typeof MeasurementWeightBasis[keyof typeof MeasurementWeightBasis];


export const MeasurementWeightBasis = {
  gross: 'gross',
  net: 'net',
  tare: 'tare',
  unknown: 'unknown',
} as const;

export type MeasurementWeight = {
  stable: boolean | null;
  basis: MeasurementWeightBasis;
  at_zero?: boolean;
  high_res?: boolean;
  tare?: Decimal;
  /** @maxLength 40 */
  alibi_id?: string;
};

export interface Measurement {
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  channel: string;
  value: Decimal | null;
  unit: Unit | null;
  quality: Quality;
  reason: Reason;
  weight?: MeasurementWeight;
  /**
     * The frame as received, hex.
     * @pattern ^([0-9a-f]{2}){0,512}$
     */
  raw?: string;
}

export type LotWeight = {
  method: 'captured';
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  scale_id: string;
  reading_seq: number;
  /** @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$ */
  measured_at: string;
  /** @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$ */
  received_at: string;
  measurement: Measurement;
} | {
  method: 'manual';
  manual_reason: string | null;
};

export type LotRegisteredByKind = typeof LotRegisteredByKind[keyof typeof LotRegisteredByKind];


export const LotRegisteredByKind = {
  person: 'person',
  device: 'device',
  box: 'box',
  hq: 'hq',
} as const;

export type LotRegisteredByAuth = typeof LotRegisteredByAuth[keyof typeof LotRegisteredByAuth];


export const LotRegisteredByAuth = {
  pin: 'pin',
  password: 'password',
  box_key: 'box_key',
  device_secret: 'device_secret',
  none: 'none',
} as const;

export type LotRegisteredBy = {
  kind: LotRegisteredByKind;
  /**
     * @minLength 1
     * @maxLength 64
     */
  id: string;
  role: Role | null;
  station: string | null;
  device: string | null;
  auth: LotRegisteredByAuth;
};

export interface Lot {
  /** @pattern ^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$ */
  lot_id: string;
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  site: string;
  lot_code: string;
  lot_type: LotType;
  product: string | null;
  weight_kg: Decimal;
  weight_mg: number;
  weight: LotWeight;
  temperature_c: Decimal | null;
  supplier: string | null;
  supplier_lot_code: string | null;
  line: string | null;
  notes: string | null;
  /** @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$ */
  registered_at: string;
  /** @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$ */
  occurred_at: string;
  registered_by: LotRegisteredBy;
  /** Number of its ledger event. */
  seq: number;
  /** @pattern ^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$ */
  event_id: string;
  code_conflict: boolean;
}

export interface LotPage {
  lots: Lot[];
  next: string | null;
}

export interface LotRegistration {
  /** @pattern ^[A-Z0-9](?:[A-Z0-9-]{0,38}[A-Z0-9])?$ */
  lot_code?: string;
  lot_type: LotType;
  /**
     * @minLength 1
     * @maxLength 80
     */
  product?: string;
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  scale_id?: string;
  weight_kg?: Decimal | number;
  /**
     * @minLength 3
     * @maxLength 200
     */
  manual_reason?: string;
  temperature_c?: Decimal | number;
  /**
     * @minLength 1
     * @maxLength 80
     */
  supplier?: string;
  /**
     * @minLength 1
     * @maxLength 60
     */
  supplier_lot_code?: string;
  /** @pattern ^[A-Z0-9]{1,4}$ */
  line?: string;
  /** @maxLength 500 */
  notes?: string;
  /** @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$ */
  occurred_at?: string;
}

export type DeviceState = typeof DeviceState[keyof typeof DeviceState];


export const DeviceState = {
  connecting: 'connecting',
  ok: 'ok',
  late: 'late',
  faulted: 'faulted',
  stopped: 'stopped',
  not_monitored: 'not_monitored',
} as const;

export type DeviceChannelsItemReportStrategy = typeof DeviceChannelsItemReportStrategy[keyof typeof DeviceChannelsItemReportStrategy];


export const DeviceChannelsItemReportStrategy = {
  on_read: 'on_read',
  on_change: 'on_change',
  on_change_or_period: 'on_change_or_period',
} as const;

export type DeviceChannelsItemReport = {
  strategy: DeviceChannelsItemReportStrategy;
  deadband?: Decimal;
  /**
     * @minimum 1
     * @maximum 86400
     */
  period_s?: number;
};

export type DeviceChannelsItemLimits = {
  hard_low?: Decimal;
  low?: Decimal;
  high?: Decimal;
  hard_high?: Decimal;
};

export type DeviceChannelsItem = {
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  name: string;
  unit: Unit;
  /** @pattern ^(\$|[A-Za-z0-9_:-]{1,64}(\.[A-Za-z0-9_:-]{1,64}){0,7})$ */
  path?: string;
  report?: DeviceChannelsItemReport;
  limits?: DeviceChannelsItemLimits;
};

export type ReadingWeightBasis = typeof ReadingWeightBasis[keyof typeof ReadingWeightBasis];


export const ReadingWeightBasis = {
  gross: 'gross',
  net: 'net',
  tare: 'tare',
  unknown: 'unknown',
} as const;

export type Verdict = typeof Verdict[keyof typeof Verdict];


export const Verdict = {
  within: 'within',
  low: 'low',
  high: 'high',
  unjudged: 'unjudged',
} as const;

export type ReadingWeight = {
  stable: boolean | null;
  basis: ReadingWeightBasis;
  at_zero?: boolean;
  high_res?: boolean;
  tare?: Decimal;
  /** @maxLength 40 */
  alibi_id?: string;
};

export interface Reading {
  /** @minimum 1 */
  seq: number;
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  device_id: string;
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  channel: string;
  value: Decimal | null;
  unit: Unit | null;
  quality: Quality;
  reason: Reason;
  weight?: ReadingWeight;
  /**
     * The frame as received, hex.
     * @pattern ^([0-9a-f]{2}){0,512}$
     */
  raw?: string;
  verdict: Verdict;
  /** @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$ */
  measured_at: string;
  /** @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$ */
  received_at: string;
  /** @maxLength 60 */
  source: string;
}

export interface Device {
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  id: string;
  name: string;
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  driver: string;
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  location: string;
  transport: string;
  state: DeviceState;
  reason: string;
  detail: string;
  since: string | null;
  last_sample_age_ms: number | null;
  achieved_interval_ms: number | null;
  writes_allowed: boolean;
  /** @maxItems 64 */
  channels: DeviceChannelsItem[];
  latest: Reading[];
}

export interface Devices {
  devices: Device[];
}

export type CommandAnswerOutcome = typeof CommandAnswerOutcome[keyof typeof CommandAnswerOutcome];


export const CommandAnswerOutcome = {
  done: 'done',
  refused: 'refused',
  failed: 'failed',
} as const;

export interface CommandAnswer {
  v: 1;
  /** @maxLength 40 */
  command_id: string;
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  device_id: string;
  outcome: CommandAnswerOutcome;
  /** @maxLength 60 */
  reason: string;
  /** @maxLength 300 */
  detail: string;
}

export type ActionRequestAction = typeof ActionRequestAction[keyof typeof ActionRequestAction];


export const ActionRequestAction = {
  tare: 'tare',
  clear_tare: 'clear_tare',
  zero: 'zero',
  stable_weight: 'stable_weight',
} as const;

export interface ActionRequest {
  action: ActionRequestAction;
}

export interface Readings {
  readings: Reading[];
}

export type SyncStatusState = typeof SyncStatusState[keyof typeof SyncStatusState];


export const SyncStatusState = {
  never: 'never',
  ok: 'ok',
  behind: 'behind',
  unreachable: 'unreachable',
  refused: 'refused',
  off: 'off',
} as const;

export interface SyncStatus {
  state: SyncStatusState;
  /** @minimum 0 */
  pending_events: number;
  /** @minimum 0 */
  pending_readings: number;
  oldest_pending_at: string | null;
  last_ack_at: string | null;
  problem: string | null;
}

export interface LedgerHead {
  /**
     * @minimum 1
     * @maximum 1000000000
     */
  epoch: number;
  /** @minimum 0 */
  seq: number;
  /** @pattern ^[0-9a-f]{64}$ */
  hash: string;
}

export interface LedgerHeadView {
  head: LedgerHead;
  acked: LedgerHead | null;
  checkpoint: string | null;
  receipt: string | null;
}

export type LedgerEventsEventsItemEvent = {
  /** @minimum 1 */
  v: number;
  /** @pattern ^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$ */
  id: string;
  /** @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$ */
  site: string;
  /** @minimum 1 */
  seq: number;
  /**
     * @minLength 1
     * @maxLength 60
     */
  type: string;
  /** @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$ */
  recorded_at: string;
  /** @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$ */
  occurred_at: string;
};

export type LedgerEventsEventsItem = {
  seq: number;
  /** @pattern ^[0-9a-f]{64}$ */
  hash: string;
  event: LedgerEventsEventsItemEvent;
};

export interface LedgerEvents {
  events: LedgerEventsEventsItem[];
  next: number | null;
}

export interface LedgerProof {
  seq: number;
  /** The exact text that was hashed. */
  body: string;
  /** @pattern ^[0-9a-f]{64}$ */
  row_hash: string;
  /** Tree size of the checkpoint. */
  size: number;
  /** @items.pattern ^[0-9a-f]{64}$ */
  path: string[];
  /** Signed note (C2SP tlog-checkpoint). */
  checkpoint: string;
}

export type ListLotsParams = {
/**
 * Default 50.
 * @minimum 1
 * @maximum 200
 */
limit?: number;
/**
 * `next` of the page before.
 * @pattern ^[1-9]\d{0,15}$
 */
cursor?: string;
/**
 * UTC day of registration.
 * @pattern ^\d{4}-\d{2}-\d{2}$
 */
day?: string;
lot_type?: ListLotsLotType;
};

export type ListLotsLotType = typeof ListLotsLotType[keyof typeof ListLotsLotType];


export const ListLotsLotType = {
  RAW: 'RAW',
  WIP: 'WIP',
  FG: 'FG',
  REWORK: 'REWORK',
  PACKAGING: 'PACKAGING',
} as const;

export type RegisterLotHeaders = {
/**
 * A retry by the same person with the same key and body is the same lot.
 * @pattern ^[A-Za-z0-9_-]{8,64}$
 */
'idempotency-key'?: string;
};

export type ListReadingsParams = {
/**
 * @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$
 */
device_id: string;
/**
 * @pattern ^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$
 */
channel: string;
/**
 * @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$
 */
since?: string;
/**
 * Default 500.
 * @minimum 1
 * @maximum 2000
 */
limit?: number;
};

export type ListLedgerEventsParams = {
/**
 * Default 50.
 * @minimum 1
 * @maximum 200
 */
limit?: number;
/**
 * Only events before this number.
 * @minimum 1
 */
before?: number;
/**
 * @minLength 1
 * @maxLength 100
 */
subject?: string;
/**
 * @minLength 1
 * @maxLength 60
 */
type?: string;
};

export const getHealthUrl = () => {




  return `/health`
}

export const health = async ( options?: Parameters<typeof appFetch>[1]): Promise<Alive> => {

  return appFetch<Alive>(getHealthUrl(),
  {
    ...options,
    method: 'GET'


  }
);}



export const getReadyUrl = () => {




  return `/ready`
}

export const ready = async ( options?: Parameters<typeof appFetch>[1]): Promise<Ready> => {

  return appFetch<Ready>(getReadyUrl(),
  {
    ...options,
    method: 'GET'


  }
);}



export const getPingUrl = () => {




  return `/api/v1/ping`
}

export const ping = async ( options?: Parameters<typeof appFetch>[1]): Promise<Pong> => {

  return appFetch<Pong>(getPingUrl(),
  {
    ...options,
    method: 'GET'


  }
);}



export const getMetricsUrl = () => {




  return `/metrics`
}

export const metrics = async ( options?: Parameters<typeof appFetch>[1]): Promise<string> => {

  return appFetch<string>(getMetricsUrl(),
  {
    ...options,
    method: 'GET'


  }
);}



export const getOpenapiUrl = () => {




  return `/api/openapi.json`
}

export const openapi = async ( options?: Parameters<typeof appFetch>[1]): Promise<unknown> => {

  return appFetch<unknown>(getOpenapiUrl(),
  {
    ...options,
    method: 'GET'


  }
);}



export const getListPeopleUrl = () => {




  return `/api/v1/people`
}

export const listPeople = async ( options?: Parameters<typeof appFetch>[1]): Promise<People> => {

  return appFetch<People>(getListPeopleUrl(),
  {
    ...options,
    method: 'GET'


  }
);}



export const getLoginUrl = () => {




  return `/api/v1/login`
}

export const login = async (loginRequest: LoginRequest, options?: Parameters<typeof appFetch>[1]): Promise<Session> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return appFetch<Session>(getLoginUrl(),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(loginRequest)
  }
);}



export const getRefreshUrl = () => {




  return `/api/v1/refresh`
}

export const refresh = async ( options?: Parameters<typeof appFetch>[1]): Promise<Session> => {

  return appFetch<Session>(getRefreshUrl(),
  {
    ...options,
    method: 'POST'


  }
);}



export const getLogoutUrl = () => {




  return `/api/v1/logout`
}

export const logout = async ( options?: Parameters<typeof appFetch>[1]): Promise<void> => {

  return appFetch<void>(getLogoutUrl(),
  {
    ...options,
    method: 'POST'


  }
);}



export const getMeUrl = () => {




  return `/api/v1/me`
}

export const me = async ( options?: Parameters<typeof appFetch>[1]): Promise<Person> => {

  return appFetch<Person>(getMeUrl(),
  {
    ...options,
    method: 'GET'


  }
);}



export const getListLotsUrl = (params?: ListLotsParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/v1/lots?${stringifiedParams}` : `/api/v1/lots`
}

export const listLots = async (params?: ListLotsParams, options?: Parameters<typeof appFetch>[1]): Promise<LotPage> => {

  return appFetch<LotPage>(getListLotsUrl(params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getRegisterLotUrl = () => {




  return `/api/v1/lots`
}

export const registerLot = async (lotRegistration: LotRegistration,
    headers?: RegisterLotHeaders, options?: Parameters<typeof appFetch>[1]): Promise<Lot> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return appFetch<Lot>(getRegisterLotUrl(),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json',...headers, ...getHeaders(options?.headers) },
    body: JSON.stringify(lotRegistration)
  }
);}



export const getGetLotUrl = (lotId: string,) => {




  return `/api/v1/lots/${encodeURIComponent(String(lotId))}`
}

export const getLot = async (lotId: string, options?: Parameters<typeof appFetch>[1]): Promise<Lot> => {

  return appFetch<Lot>(getGetLotUrl(lotId),
  {
    ...options,
    method: 'GET'


  }
);}



export const getListDevicesUrl = () => {




  return `/api/v1/devices`
}

export const listDevices = async ( options?: Parameters<typeof appFetch>[1]): Promise<Devices> => {

  return appFetch<Devices>(getListDevicesUrl(),
  {
    ...options,
    method: 'GET'


  }
);}



export const getGetDeviceUrl = (deviceId: string,) => {




  return `/api/v1/devices/${encodeURIComponent(String(deviceId))}`
}

export const getDevice = async (deviceId: string, options?: Parameters<typeof appFetch>[1]): Promise<Device> => {

  return appFetch<Device>(getGetDeviceUrl(deviceId),
  {
    ...options,
    method: 'GET'


  }
);}



export const getActOnDeviceUrl = (deviceId: string,) => {




  return `/api/v1/devices/${encodeURIComponent(String(deviceId))}/actions`
}

/**
 * Asks the device and waits for its answer; the outcome is recorded, whatever it is.
 */
export const actOnDevice = async (deviceId: string,
    actionRequest: ActionRequest, options?: Parameters<typeof appFetch>[1]): Promise<CommandAnswer> => {

    const getHeaders = (h?: NonNullable<RequestInit['headers']>): Record<string, string | readonly string[]> => {
    if (!h) return {};
    if (h instanceof Headers) return Object.fromEntries(h.entries());
    if (Symbol.iterator in h) {
      return Object.fromEntries(
        Array.from(h as Iterable<Iterable<string>>, (entry) => Array.from(entry) as [string, string]),
      );
    }
    const headers: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries<string | readonly string[] | undefined>(h)) {
      if (value !== undefined) headers[name] = value;
    }
    return headers;
  };
return appFetch<CommandAnswer>(getActOnDeviceUrl(deviceId),
  {
    ...options,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...getHeaders(options?.headers) },
    body: JSON.stringify(actionRequest)
  }
);}



export const getListReadingsUrl = (params: ListReadingsParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/v1/readings?${stringifiedParams}` : `/api/v1/readings`
}

export const listReadings = async (params: ListReadingsParams, options?: Parameters<typeof appFetch>[1]): Promise<Readings> => {

  return appFetch<Readings>(getListReadingsUrl(params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getOpenStreamUrl = () => {




  return `/api/v1/stream`
}

/**
 * Server-sent events; each `data` line is one LiveMessage.
 */
export const openStream = async ( options?: Parameters<typeof appFetch>[1]): Promise<string> => {

  return appFetch<string>(getOpenStreamUrl(),
  {
    ...options,
    method: 'GET'


  }
);}



export const getGetSyncUrl = () => {




  return `/api/v1/sync`
}

export const getSync = async ( options?: Parameters<typeof appFetch>[1]): Promise<SyncStatus> => {

  return appFetch<SyncStatus>(getGetSyncUrl(),
  {
    ...options,
    method: 'GET'


  }
);}



export const getGetLedgerHeadUrl = () => {




  return `/api/v1/ledger/head`
}

export const getLedgerHead = async ( options?: Parameters<typeof appFetch>[1]): Promise<LedgerHeadView> => {

  return appFetch<LedgerHeadView>(getGetLedgerHeadUrl(),
  {
    ...options,
    method: 'GET'


  }
);}



export const getListLedgerEventsUrl = (params?: ListLedgerEventsParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {

    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : String(value))
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/api/v1/ledger/events?${stringifiedParams}` : `/api/v1/ledger/events`
}

export const listLedgerEvents = async (params?: ListLedgerEventsParams, options?: Parameters<typeof appFetch>[1]): Promise<LedgerEvents> => {

  return appFetch<LedgerEvents>(getListLedgerEventsUrl(params),
  {
    ...options,
    method: 'GET'


  }
);}



export const getProveLedgerEventUrl = (seq: number,) => {




  return `/api/v1/ledger/proofs/${encodeURIComponent(String(seq))}`
}

export const proveLedgerEvent = async (seq: number, options?: Parameters<typeof appFetch>[1]): Promise<LedgerProof> => {

  return appFetch<LedgerProof>(getProveLedgerEventUrl(seq),
  {
    ...options,
    method: 'GET'


  }
);}
